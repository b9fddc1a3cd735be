"""What the build must know of a story to place it, without its text <-> Row, one short line of JSON."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import msgspec

from plugins.build_cache.codec import DamagedError


class Row(NamedTuple):
    """A story as it was read.

    `face` is a digest of its fields but those made of its text, `whole` of everything. `moment` is its
    date in
    microseconds and `date` the same as written down; `is_future` says which side of the clock it was on.
    Labels are
    pairs of name and slug. `shape` names its Shape; `short` are the values of the short fields, in its order.
    `exists` and `holds` are the files that its reading asked for, with the answer; `links` are the targets
    of its links within the site, `pictures` those that are static files.
    """

    face: str
    whole: str
    moment: int
    date: str
    is_future: bool
    status: str
    slug: str
    category: tuple[str, str] | None
    tags: tuple[tuple[str, str], ...]
    authors: tuple[tuple[str, str], ...]
    url: str
    save_as: str
    template: str
    lang: str
    in_default_lang: bool
    shape: str
    short: tuple[str | bool | None, ...]
    exists: tuple[tuple[str, bool], ...]
    holds: tuple[tuple[str, str], ...]
    links: tuple[str, ...]
    pictures: tuple[str, ...]

    def line(self) -> bytes:
        return msgspec.json.encode(self)


class Shape(NamedTuple):
    """What many stories have in common: the names of all their fields, and of those that are short."""

    names: frozenset[str]
    short: dict[str, int]
    """Name -> place in Row.short."""

    @staticmethod
    def read(text: str) -> Shape:
        names, short = text.split("|")
        return Shape(frozenset(names.split()), {name: at for at, name in enumerate(short.split())})


def rows(lines: Sequence[bytes]) -> list[Row]:
    """All rows at once. Raises DamagedError where one is none of ours."""
    try:
        return _ROWS.decode(b"[" + b",".join(lines) + b"]")
    except msgspec.DecodeError as error:
        raise DamagedError(f"no row: {error}") from None


_ROWS = msgspec.json.Decoder(list[Row])
