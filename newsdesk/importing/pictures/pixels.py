"""An open picture -> its pixels as a reader sees them: small enough, upright, in sRGB."""

from __future__ import annotations

import io

from PIL import Image, ImageCms, ImageOps

LONGEST_SIDE = 2_000
DECODED = 2.0
"""How much larger a picture is decoded than it is shown, so that shrinking it makes it sharp."""

ORIENTATION, GPS = 0x0112, 0x8825
AS_THEY_ARE = ("1", "L", "LA", "P", "RGB", "RGBA")


def tells_place(image: Image.Image) -> bool:
    """Does the picture hold the coordinates of where it was taken, in EXIF or in XMP?"""
    if image.getexif().get_ifd(GPS):
        return True
    xmp = image.info.get("xmp") or image.info.get("XML:com.adobe.xmp") or b""
    return "GPSLatitude" in (xmp.decode("utf-8", "replace") if isinstance(xmp, bytes) else str(xmp))


def pixels(image: Image.Image) -> Image.Image:
    """The pixels of `image`, which may be changed on the way."""
    orientation = image.getexif().get(ORIENTATION, 1)
    profile = image.info.get("icc_profile")
    if image.mode == "P" and max(image.size) > LONGEST_SIDE:
        image = image.convert("RGBA" if "transparency" in image.info else "RGB")
    elif image.mode.startswith("I;16"):
        image = image.convert("I").point(lambda level: level * (1 / 256)).convert("L")
    _decode_small(image)
    image.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Image.Resampling.LANCZOS, reducing_gap=DECODED)
    image = _in_srgb(image, profile)
    if image.mode not in AS_THEY_ARE:
        image = image.convert("RGB")
    image.getexif()[ORIENTATION] = orientation
    return ImageOps.exif_transpose(image)


def _decode_small(image: Image.Image) -> None:
    """Decode no more pixels than are needed, where the format can. `thumbnail` would, but of squares only."""
    scale = DECODED * LONGEST_SIDE / max(image.size)
    image.draft(None, (int(image.width * scale), int(image.height * scale)))
    image.load()


def _in_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """Colours as a browser shows them where the picture brings no profile."""
    if not profile or image.mode not in ("RGB", "RGBA", "CMYK"):
        return image
    to = "RGB" if image.mode == "CMYK" else image.mode
    try:
        found = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        return ImageCms.profileToProfile(image, found, ImageCms.createProfile("sRGB"), outputMode=to) or image
    except ImageCms.PyCMSError:
        return image  # a broken profile


def shows_nothing(image: Image.Image) -> bool:
    """One colour all over, or nothing but clear."""
    shown = image.convert("RGBA") if image.mode in ("P", "LA", "RGBA") else image.convert("RGB")
    ranges = [channel.getextrema() for channel in shown.split()]
    return all(low == high for low, high in ranges) or (len(ranges) == 4 and ranges[3] == (0, 0))
