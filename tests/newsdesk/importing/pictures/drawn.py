"""Pictures of our own for tests: a photo from a phone, a moving one, a file that only claims to be one."""

from __future__ import annotations

import io
import struct
import zlib

from PIL import Image

LEFT, RIGHT = (200, 30, 30), (30, 30, 200)


def photo(width: int = 400, height: int = 300) -> Image.Image:
    """Red on the left, blue on the right, with a gradient, so that it is clear which way is up."""
    image = Image.linear_gradient("L").resize((width, height)).convert("RGB")
    image.paste(LEFT, (0, 0, width // 2, height // 2))
    image.paste(RIGHT, (width // 2, 0, width, height // 2))
    return image


def saved(image: Image.Image, form: str, **options: object) -> bytes:
    out = io.BytesIO()
    image.save(out, form, **options)
    return out.getvalue()


def from_a_phone(orientation: int = 1, width: int = 400, height: int = 300) -> bytes:
    """A JPEG with a camera's name, a place and an XMP packet that names the place again."""
    exif = Image.Exif()
    exif[0x010F] = "Huaishuli Camera"
    exif[0x0112] = orientation
    exif.get_ifd(0x8825)[1] = "N"
    exif.get_ifd(0x8825)[2] = (39.0, 54.0, 15.0)
    xmp = b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf exif:GPSLatitude="39,54.25N"/></x:xmpmeta>'
    return saved(photo(width, height), "JPEG", quality=90, exif=exif, xmp=xmp)


def moving(width: int = 60, height: int = 40, form: str = "GIF") -> bytes:
    frames = [Image.new("RGB", (width, height), colour) for colour in (LEFT, RIGHT, (0, 200, 0))]
    frames[0].paste(RIGHT, (0, 0, width // 2, height))
    return saved(frames[0], form, save_all=True, append_images=frames[1:], duration=100, loop=0)


def png_that_claims(width: int, height: int) -> bytes:
    """A few bytes that would be a picture of that size."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(b"\0" * 1000)) + chunk(b"IEND", b"")
