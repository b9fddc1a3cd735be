"""The bytes of any picture -> CleanedPicture, upright, at most 2,000 px, with nothing in it but pixels."""

from __future__ import annotations

import hashlib
import io
import warnings
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from PIL import Image

from newsdesk.importing.pictures.encoded import encoded, moving
from newsdesk.importing.pictures.kind import kind_of
from newsdesk.importing.pictures.pixels import LONGEST_SIDE, pixels, shows_nothing, tells_place
from newsdesk.importing.pictures.refused import (
    DAMAGED,
    MOST_BYTES,
    ONE_COLOUR,
    REFUSED,
    TOO_LARGE,
    TOO_MANY_PIXELS,
    UNKNOWN,
    PictureRefusedError,
)

MOST_PIXELS: Mapping[str, int] = MappingProxyType(
    dict.fromkeys(("PNG", "GIF", "AVIF", "BMP", "TIFF"), 40_000_000)
    | {"JPEG": 120_000_000, "progressive JPEG": 40_000_000, "WEBP": 24_000_000}
)
"""More is not decoded: a small file can claim any size. Each of these takes less than 450 MB.

A JPEG that is not progressive is decoded in a smaller size; the largest photo of a phone has 108 million.
"""

SMALLEST_SIDE = 16
"""Both sides below this: a dot that counts readers, an icon, a stand-in for a picture that loads later."""

MOST_MOVING_BYTES = 2_000_000
MOST_MOVING_PIXELS = 20_000_000
"""All frames together, for a moving GIF that stays one."""

FORMATS = ("JPEG", "PNG", "GIF", "WEBP", "AVIF", "BMP", "TIFF")
WITH_FRAMES = ("GIF", "PNG", "WEBP", "AVIF")
PLACE = "已删去照片里的拍摄地点"
STOPPED = "是动图，只留下了第一帧"
BLANK = "整张只有一种颜色，可能是占位用的"


@dataclass(frozen=True)
class CleanedPicture:
    """A picture ready to be stored. `notes` say in Chinese what was changed that a person should know."""

    data: bytes
    suffix: str
    width: int
    height: int
    notes: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The same bytes have the same name."""
        return hashlib.sha256(self.data).hexdigest()[:16] + self.suffix


def cleaned(data: bytes, *, captioned: bool = False) -> CleanedPicture:
    """The picture in `data`. Raises PictureRefusedError.

    `captioned`: the page says what it shows, so it stays even where it shows nothing.
    """
    if len(data) > MOST_BYTES:
        raise PictureRefusedError(TOO_LARGE)
    kind = kind_of(data)
    if kind not in FORMATS:
        raise PictureRefusedError(REFUSED.get(kind, UNKNOWN))
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(data), formats=[kind]) as image:
                return _cleaned(image, kind, len(data), captioned)
    except PictureRefusedError:
        raise
    except Image.DecompressionBombError:
        raise PictureRefusedError(TOO_MANY_PIXELS) from None
    except Exception:  # whatever a decoder meets in a broken file: OSError, ValueError, struct.error, ...
        raise PictureRefusedError(DAMAGED) from None


def _cleaned(image: Image.Image, kind: str, size: int, captioned: bool) -> CleanedPicture:
    _check_size(image, kind, captioned)
    notes = [PLACE] if tells_place(image) else []
    if kind in WITH_FRAMES and getattr(image, "is_animated", False):
        if kind == "GIF" and _may_move(image, size):
            return CleanedPicture(moving(image), ".gif", *image.size, tuple(notes))
        notes.append(STOPPED)
        image.seek(0)
    still = pixels(image)
    if shows_nothing(still):
        if not captioned:
            raise PictureRefusedError(ONE_COLOUR, shows_nothing=True)
        notes.append(BLANK)
    data, suffix = encoded(still, kind)
    return CleanedPicture(data, suffix, *still.size, tuple(notes))


def _check_size(image: Image.Image, kind: str, captioned: bool) -> None:
    width, height = image.size
    if not captioned and width < SMALLEST_SIDE and height < SMALLEST_SIDE:
        raise PictureRefusedError(f"只有 {width}×{height} 像素，是占位用的，已删去", shows_nothing=True)
    if width * height > MOST_PIXELS["progressive JPEG" if image.info.get("progressive") else kind]:
        raise PictureRefusedError(TOO_MANY_PIXELS)


def _may_move(image: Image.Image, size: int) -> bool:
    width, height = image.size
    if max(width, height) > LONGEST_SIDE or size > MOST_MOVING_BYTES:
        return False
    return getattr(image, "n_frames", 1) * width * height <= MOST_MOVING_PIXELS
