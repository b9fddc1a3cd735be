"""Pelican's classes of stories -> the same, for as long as a story is read: its place is worked out once."""

from __future__ import annotations

from typing import cast

from pelican.contents import Article, Content, Page


class ReadContent(Content):
    """Pelican asks for the place below content/ for each address and each field, and finds it by the disk's
    rules each time."""

    _known: tuple[str, str, str] = ("", "", "")
    """Of the class, for a story's own attributes are kept: content folder, file, place of the last story."""

    def get_relative_source_path(self, source_path: str | None = None) -> str | None:
        held = vars(self)
        if source_path or not held["source_path"]:
            return cast(str | None, super().get_relative_source_path(source_path))
        folder, file, place = ReadContent._known
        if file != held["source_path"] or folder != held["settings"]["PATH"]:
            folder, file = held["settings"]["PATH"], held["source_path"]
            place = cast(str, super().get_relative_source_path())
            ReadContent._known = folder, file, place
        return place


READ: dict[type, type[Content]] = {it: type(it.__name__, (ReadContent, it), {}) for it in (Article, Page)}
"""By Pelican's own class. The names are the same, for settings are found by them."""
