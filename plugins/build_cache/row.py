"""What the build must know of a story to place it, without its text <-> Row, one short line of JSON."""

from __future__ import annotations

import json
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """A story as it was read.

    `face` is a digest of its fields but those made of its text, `whole` of everything. `short` holds the short
    fields by name. `moment` is its date in microseconds and `date` the same as `codec` writes moments; `is_future` says
    which side of the clock it was on. `exists` and `holds` are the files that its reading asked for, with the
    answer; `links` are the targets of its links within the site, `pictures` those that are static files.
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
    names: str
    short: dict[str, str | bool]
    exists: tuple[tuple[str, bool], ...]
    holds: tuple[tuple[str, str], ...]
    links: tuple[str, ...]
    pictures: tuple[str, ...]

    def text(self) -> str:
        values = [getattr(self, name) for name in self.__slots__]
        return json.dumps(values, ensure_ascii=False, separators=(",", ":"))


def rows(texts: list[str]) -> list[Row]:
    """All rows at once. Raises ValueError or TypeError where one is none of ours."""
    return [_row(*values) for values in json.loads(f"[{','.join(texts)}]")]


def _row(
    face: str,
    whole: str,
    moment: int,
    date: str,
    is_future: bool,
    status: str,
    slug: str,
    category: list[str] | None,
    tags: list[list[str]],
    authors: list[list[str]],
    url: str,
    save_as: str,
    template: str,
    lang: str,
    in_default_lang: bool,
    names: str,
    short: dict[str, str | bool],
    exists: list[tuple[str, bool]],
    holds: list[tuple[str, str]],
    links: list[str],
    pictures: list[str],
) -> Row:
    return Row(
        face, whole, moment, date, is_future, status, slug,
        tuple(category) if category else None,  # type: ignore[arg-type]  # name and slug
        tuple(map(tuple, tags)), tuple(map(tuple, authors)),  # type: ignore[arg-type]
        url, save_as, template, lang, in_default_lang, names, short,
        tuple(exists), tuple(holds), tuple(links), tuple(pictures),
    )  # fmt: skip
