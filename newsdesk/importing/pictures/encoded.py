"""Pixels -> the bytes of a file that holds nothing else: photos JPEG or WebP, drawings PNG or GIF."""

from __future__ import annotations

import io
from collections.abc import Mapping
from types import MappingProxyType

from PIL import Image

QUALITY = 85
LARGE_PNG = 400_000
"""Bytes from which a PNG is tried as a JPEG: it may be a photo."""

SUFFIXES: Mapping[str, str] = MappingProxyType(
    {"JPEG": ".jpg", "PNG": ".png", "GIF": ".gif", "WEBP": ".webp"}
)
"""What is stored."""

PHOTOS = ("JPEG", "TIFF", "AVIF")


def encoded(image: Image.Image, kind: str) -> tuple[bytes, str]:
    """Bytes and suffix; `kind` is what the picture came as."""
    clear = "A" in image.mode or "transparency" in image.info
    if kind == "WEBP":
        return _saved(image, "WEBP", quality=QUALITY, method=4)
    if kind == "GIF":
        return _saved(image, "GIF")
    if kind in PHOTOS and not clear:
        return _jpeg(image)
    drawing, suffix = _saved(image, "PNG", optimize=True)
    if len(drawing) >= LARGE_PNG and not clear:
        photo, photo_suffix = _jpeg(image)
        if 2 * len(photo) < len(drawing):
            return photo, photo_suffix
    return drawing, suffix


def moving(image: Image.Image) -> bytes:
    """All frames of a GIF, without the texts that it may carry."""
    for name in ("comment", "xmp"):
        image.info.pop(name, None)
    out = io.BytesIO()
    image.save(out, "GIF", save_all=True)
    return out.getvalue()


def _jpeg(image: Image.Image) -> tuple[bytes, str]:
    plain = image if image.mode in ("L", "RGB") else image.convert("RGB")
    return _saved(plain, "JPEG", quality=QUALITY, optimize=True, progressive=True)


def _saved(image: Image.Image, form: str, **options: object) -> tuple[bytes, str]:
    bare = image.copy()
    bare.info = {"transparency": image.info["transparency"]} if "transparency" in image.info else {}
    out = io.BytesIO()
    bare.save(out, form, **options)
    return out.getvalue(), SUFFIXES[form]
