"""The pictures that a page names -> GatheredPictures, each ready to be stored or with the reason why not."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from urllib.parse import quote

from newsdesk.importing.imported import ImportedImage
from newsdesk.importing.pictures.cleaned import CleanedPicture, cleaned
from newsdesk.importing.pictures.located import Origin, beside, located
from newsdesk.importing.pictures.marks import PictureMark
from newsdesk.importing.pictures.refused import PictureRefusedError

Fetch = Callable[[str], bytes]
"""An address -> the bytes there. Raises PictureRefusedError."""

FOLDER = "/images/"
IN_AN_ADDRESS = "%/:=&?~#+!$,;'@*"
LOST = "在原文件里没有找到；请另外添加"
SAYS_NOTHING = frozenset(
    {"图片", "图像", "照片", "配图", "插图", "image", "img", "photo", "picture", "pic", "undefined", "null"}
)
"""Alt texts that programs write where a person wrote none."""

FILE_NAMES = (".jpg", ".jpeg", ".png", ".gif", ".webp", ".bmp", ".heic")


@dataclass(frozen=True)
class GatheredPicture:
    """One picture of a page. `number` counts from 1, as staff count; alt text and caption are plain text."""

    number: int
    source: str
    alt: str = ""
    caption: str = ""
    picture: CleanedPicture | None = None
    address: str = ""
    """Where it would be fetched from, if this were no dry run."""

    problem: str = ""
    """Why there is none, as words that follow “第 1 张图片”."""

    shows_nothing: bool = False

    @property
    def path(self) -> str:
        """As the story names it; nothing where the story has no such picture."""
        return FOLDER + self.picture.name if self.picture else quote(self.address, safe=IN_AN_ADDRESS)

    @property
    def is_missing(self) -> bool:
        """Would a reader miss it?"""
        return bool(self.problem) and not self.shows_nothing


def gathered(
    images: Sequence[ImportedImage], marks: Iterable[PictureMark], origin: Origin, fetch: Fetch | None
) -> Iterator[GatheredPicture]:
    """The picture of each mark, once. Without `fetch` no connection is opened."""
    seen: set[int] = set()
    for mark in marks:
        if mark.number in seen:
            continue
        seen.add(mark.number)
        if mark.number < len(images):
            yield _gathered(images[mark.number], mark, origin, fetch)
        else:
            yield GatheredPicture(mark.number + 1, "", caption=mark.caption, problem=LOST)


def _gathered(
    image: ImportedImage, mark: PictureMark, origin: Origin, fetch: Fetch | None
) -> GatheredPicture:
    it = GatheredPicture(
        number=mark.number + 1,
        source=_line(image.source or image.name),
        alt=_alt(image.alt or mark.alt, image),
        caption=_line(mark.caption or image.caption),
    )
    try:
        if saved := _saved(image, origin):
            return replace(it, picture=saved)
        found = located(image, origin)
        if isinstance(found, str):
            if fetch is None:
                return replace(it, address=found)
            found = fetch(found)
        return replace(it, picture=cleaned(found, captioned=bool(it.caption)))
    except PictureRefusedError as error:
        return replace(it, problem=error.why, shows_nothing=error.shows_nothing)


def _saved(image: ImportedImage, origin: Origin) -> CleanedPicture | None:
    """The copy beside the page; None where it is none, or only stands for a picture that was not loaded."""
    try:
        found = beside(image.saved, origin.file)
        return cleaned(found) if found else None
    except PictureRefusedError:
        return None


def _alt(text: str, image: ImportedImage) -> str:
    """`text`, unless it says nothing of what the picture shows."""
    words = _line(text)
    small = words.lower()
    if small in SAYS_NOTHING or small.endswith(FILE_NAMES) or words in (image.name, image.source):
        return ""
    return words


def _line(text: str) -> str:
    """In one line, without characters that no one sees."""
    return "".join(char for char in " ".join(text.split()) if char.isprintable())
