"""Any bytes -> a picture that shows what the old one showed and holds nothing else, or words."""

from __future__ import annotations

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from newsdesk.importing.pictures.cleaned import PLACE, STOPPED, CleanedPicture, cleaned
from newsdesk.importing.pictures.kind import kind_of
from newsdesk.importing.pictures.refused import MOST_BYTES, PictureRefusedError
from tests.newsdesk.importing.pictures.drawn import (
    LEFT,
    RIGHT,
    from_a_phone,
    moving,
    photo,
    png_that_claims,
    saved,
)

SECRETS = (b"Exif", b"http://ns.adobe.com", b"GPS", b"Huaishuli Camera", b"xmpmeta")


def opened(picture: CleanedPicture) -> Image.Image:
    image = Image.open(io.BytesIO(picture.data))
    image.load()
    return image


def sixteen_bits(image: Image.Image) -> Image.Image:
    """As scanners save it: each level of grey in two bytes."""
    levels = image.convert("L").tobytes()
    return Image.frombytes("I;16", image.size, bytes(byte for level in levels for byte in (0, level)))


def refusal(data: bytes) -> PictureRefusedError:
    with pytest.raises(PictureRefusedError) as caught:
        cleaned(data)
    return caught.value


@pytest.mark.parametrize("orientation", [1, 3, 6, 8])
def test_a_photo_from_a_phone_loses_its_place_and_stands_upright(orientation: int) -> None:
    turn = {1: 0, 3: 180, 6: 90, 8: 270}[orientation]
    exif = Image.Exif()
    exif[0x0112] = orientation
    picture = cleaned(saved(photo().rotate(turn, expand=True), "JPEG", exif=exif))
    image = opened(picture).convert("RGB")
    assert (picture.width, picture.height) == image.size == (400, 300)
    for at, colour in (((50, 50), LEFT), ((350, 50), RIGHT)):
        found = image.getpixel(at)
        assert isinstance(found, tuple)
        assert all(abs(one - other) < 40 for one, other in zip(found, colour, strict=True))


def test_nothing_but_the_picture_is_left() -> None:
    data = from_a_phone()
    assert all(secret in data for secret in SECRETS)
    picture = cleaned(data)
    assert not any(secret in picture.data for secret in SECRETS)
    assert (picture.notes, picture.suffix) == ((PLACE,), ".jpg")


def test_a_place_in_xmp_alone_is_said_too() -> None:
    xmp = b'<rdf exif:GPSLatitude="39,54.25N"/>'
    assert cleaned(saved(photo(), "JPEG", xmp=xmp)).notes == (PLACE,)
    assert cleaned(saved(photo(), "JPEG")).notes == ()


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_bytes_behind_the_picture_are_gone(form: str) -> None:
    assert b"<script>" not in cleaned(saved(photo(), form) + b"<script>alert(1)</script>").data


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "TIFF", "BMP", "GIF", "AVIF"])
def test_a_large_picture_becomes_smaller(form: str) -> None:
    picture = cleaned(saved(photo(3000, 1500), form))
    assert (picture.width, picture.height) == (2000, 1000) == opened(picture).size


@pytest.mark.parametrize(
    ("mode", "form", "suffix"),
    [
        ("RGB", "JPEG", ".jpg"),
        ("L", "JPEG", ".jpg"),
        ("CMYK", "JPEG", ".jpg"),
        ("RGB", "TIFF", ".jpg"),
        ("CMYK", "TIFF", ".jpg"),
        ("RGB", "AVIF", ".jpg"),
        ("RGB", "BMP", ".png"),
        ("1", "PNG", ".png"),
        ("P", "PNG", ".png"),
        ("RGBA", "PNG", ".png"),
        ("LA", "PNG", ".png"),
        ("I;16", "PNG", ".png"),
        ("P", "GIF", ".gif"),
        ("RGB", "WEBP", ".webp"),
        ("RGBA", "WEBP", ".webp"),
    ],
)
def test_what_each_kind_is_stored_as(mode: str, form: str, suffix: str) -> None:
    picture = cleaned(saved(sixteen_bits(photo()) if mode == "I;16" else photo().convert(mode), form))
    assert picture.suffix == suffix
    assert kind_of(picture.data) == {".jpg": "JPEG", ".png": "PNG", ".gif": "GIF", ".webp": "WEBP"}[suffix]
    assert opened(picture).size == (400, 300)


def test_what_is_clear_stays_clear() -> None:
    image = photo().convert("RGBA")
    image.paste((0, 0, 0, 0), (0, 0, 100, 100))
    for form in ("PNG", "WEBP"):
        pixel = opened(cleaned(saved(image, form))).convert("RGBA").getpixel((10, 10))
        assert isinstance(pixel, tuple)
        assert pixel[3] == 0


def test_a_photo_saved_as_png_becomes_a_jpeg() -> None:
    noisy = Image.effect_noise((1200, 900), 60).convert("RGB")
    assert cleaned(saved(noisy, "PNG")).suffix == ".jpg"
    assert cleaned(saved(photo(1200, 900), "PNG")).suffix == ".png"


def test_sixteen_bits_keep_their_brightness() -> None:
    image = opened(cleaned(saved(sixteen_bits(photo()), "PNG")))
    assert image.tobytes() == photo().convert("L").tobytes()


def test_a_small_moving_picture_moves_on() -> None:
    picture = cleaned(moving())
    image = Image.open(io.BytesIO(picture.data))
    assert (picture.suffix, picture.notes, getattr(image, "n_frames", 1)) == (".gif", (), 3)


@pytest.mark.parametrize(("width", "form"), [(2400, "GIF"), (60, "WEBP"), (60, "PNG")])
def test_other_moving_pictures_keep_their_first_frame(width: int, form: str) -> None:
    picture = cleaned(moving(width, 40, form))
    image = opened(picture)
    assert picture.notes == (STOPPED,)
    assert getattr(image, "n_frames", 1) == 1
    assert image.convert("RGB").getpixel((image.width - 1, 10)) != image.convert("RGB").getpixel((0, 10))


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b'<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>', "SVG"),
        (b'\xef\xbb\xbf<?xml version="1.0"?>\n<!-- x --><svg/>', "SVG"),
        (b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic", "HEIC"),
        (b"<!DOCTYPE html><html>", "网页"),
        (b"%PDF-1.7", "PDF"),
        (b"\x01\x00\x00\x00" + bytes(36) + b" EMF", "EMF"),
        (b"\xd7\xcd\xc6\x9a", "WMF"),
        (b"GIF", "不是认得的"),
        (b"", "不是认得的"),
        (b"\x7fELF", "不是认得的"),
        (b"\xff\xd8\xff\xe0" + bytes(300), "损坏"),
        (saved(photo(), "JPEG")[:3000], "损坏"),
        (saved(photo(), "PNG")[:600], "损坏"),
        (png_that_claims(50_000, 50_000), "不正常"),
        (png_that_claims(9_000, 9_000), "不正常"),
        (bytes(MOST_BYTES + 1), "太大"),
    ],
)
def test_what_is_no_good_picture_is_refused_with_words(data: bytes, words: str) -> None:
    assert words in refusal(data).why


@pytest.mark.parametrize(
    "image", [Image.new("RGB", (1, 1)), Image.new("RGB", (15, 15)), Image.new("RGB", (600, 400), "white")]
)
def test_what_shows_nothing_is_dropped(image: Image.Image) -> None:
    assert refusal(saved(image, "PNG")).shows_nothing


def test_a_clear_picture_shows_nothing_either() -> None:
    image = photo().convert("RGBA")
    image.putalpha(0)
    assert refusal(saved(image, "PNG")).shows_nothing


def test_a_thin_line_is_a_picture() -> None:
    assert cleaned(saved(photo(600, 4), "PNG")).height == 4


def test_the_same_picture_has_the_same_name() -> None:
    first, second = cleaned(from_a_phone()), cleaned(from_a_phone())
    assert first == second
    assert len(first.name) == len("0123456789abcdef.jpg")


@settings(max_examples=200)
@given(
    st.sampled_from(["JPEG", "PNG", "GIF", "WEBP", "AVIF", "BMP", "TIFF"]),
    st.lists(st.tuples(st.integers(0, 3000), st.integers(0, 255)), max_size=6),
    st.integers(0, 3000),
)
def test_broken_bytes_give_a_picture_or_words(form: str, changes: list[tuple[int, int]], length: int) -> None:
    data = bytearray(saved(photo(64, 48), form))
    for at, value in changes:
        data[at % len(data)] = value
    try:
        picture = cleaned(bytes(data[: max(length, 20)]))
    except PictureRefusedError as refused:
        assert refused.why
    else:
        assert opened(picture).size == (picture.width, picture.height)
