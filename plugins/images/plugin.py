"""A story or a page -> sizes and figures in its HTML, and its cover as `article.picture` for templates."""

import logging
from functools import cache
from pathlib import Path

from pelican import signals
from pelican.contents import Article, Content, Page

from article.picture_size import Size, size_of
from plugins.images.figures import with_figures
from plugins.images.picture import picture, place_of
from plugins.pelican_internals import asked_files, html_of, set_html

log = logging.getLogger(__name__)
MISSING = """%s: 图片“%s”%s
    为什么：网页上会空着一块，版面也会跳动
    怎么改：把图片放进 content/images，或改正路径；大小写也要一致"""


def add_pictures(content: Content) -> None:
    """Signal content_object_init."""
    if not isinstance(content, Article | Page):
        return
    set_html(content, with_figures(html_of(content), lambda address: _size(content, address)))
    size = _size(content, content.cover) if content.cover else None
    place = place_of(content.cover, "")
    content.picture = picture(place, size, content.cover_alt) if size else None


def _size(content: Content, address: str) -> Size | None:
    """The size of a picture that a story names. Where there is none it says why, which ends the build."""
    file = asked_files.holds(Path(content.settings["PATH"], place_of(address, content.relative_dir)))
    try:
        stamp = file.stat()
    except OSError:
        log.error(MISSING, _shown(content.source_path), address, "找不到")
        return None
    size = _read(file, stamp.st_mtime_ns, stamp.st_size)
    if size is None:
        log.error(MISSING, _shown(content.source_path), address, "打不开，文件可能坏了")
    return size


def _shown(source_path: str) -> Path:
    """The path that a person can click: from where the build was started, if the file lies below."""
    path = Path(source_path)
    return path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path


@cache
def _read(file: Path, changed: int, length: int) -> Size | None:
    """Each file is read once, also over several builds of one process, until it changes."""
    if not file.is_file():
        return None
    with file.open("rb") as picture_file:
        return size_of(picture_file)


def register() -> None:
    """Called by Pelican."""
    signals.content_object_init.connect(add_pictures)
