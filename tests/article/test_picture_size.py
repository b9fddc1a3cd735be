"""Small picture files made here -> their sizes."""

from __future__ import annotations

import io
import struct
import zlib

import pytest

from article.picture_size import Size, size_of


def png(width: int, height: int) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IEND", b"")


def jpeg(width: int, height: int, orientation: int) -> bytes:
    tiff = b"MM\0*\0\0\0\x08" + struct.pack(">HHHIHHI", 1, 0x0112, 3, 1, orientation, 0, 0)
    exif = b"Exif\0\0" + tiff
    frame = struct.pack(">BHHB", 8, height, width, 1) + b"\x01\x11\0"
    return (
        b"\xff\xd8\xff\xe1"
        + struct.pack(">H", len(exif) + 2)
        + exif
        + b"\xff\xc0"
        + struct.pack(">H", len(frame) + 2)
        + frame
        + b"\xff\xd9"
    )


SVGS = {
    '<svg xmlns="http://www.w3.org/2000/svg" width="640" height="400"/>': Size(640, 400),
    "<?xml version='1.0'?>\n<!-- <svg width='1' height='1'> -->\n<svg width='12.4px' height='2in'>": Size(
        12, 192
    ),
    '<svg viewBox="0 0 320 200"><rect width="5" height="6"/></svg>': Size(320, 200),
    '<svg width="100%" height="100%" viewBox="-1,-1,32,20">': Size(32, 20),
    '<svg width="64" viewBox="0 0 320 200">': Size(64, 40),
    '<svg height="40" viewBox="0 0 320 200">': Size(64, 40),
    '<svg stroke-width="3" data-height="4" viewBox="0 0 10 20">': Size(10, 20),
    '\ufeff<!DOCTYPE svg><svg width="3" height="4">': Size(3, 4),
    '<svg width="0.2" height="0.2">': Size(1, 1),
    "<svg><rect width='5' height='6'/></svg>": None,
    '<svg width="0" height="4">': None,
    '<svg viewBox="0 0 0 20">': None,
    '<svg width="1e999" height="4">': None,
    "<html><p>不是图</p></html>": None,
}


@pytest.mark.parametrize(("text", "expected"), SVGS.items())
def test_svg(text: str, expected: Size | None) -> None:
    assert size_of(io.BytesIO(text.encode())) == expected


def test_png() -> None:
    assert size_of(io.BytesIO(png(640, 400))) == Size(640, 400)


@pytest.mark.parametrize(
    ("orientation", "expected"), [(1, Size(40, 30)), (3, Size(40, 30)), (6, Size(30, 40)), (8, Size(30, 40))]
)
def test_a_photo_that_its_camera_turned(orientation: int, expected: Size) -> None:
    assert size_of(io.BytesIO(jpeg(40, 30, orientation))) == expected


@pytest.mark.parametrize("data", [b"", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"hello", bytes(100)])
def test_what_is_no_picture_has_no_size(data: bytes) -> None:
    assert size_of(io.BytesIO(data)) is None
