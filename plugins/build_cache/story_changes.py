"""A story as it was kept and as it was read now -> the names of its fields that changed, for `make why`."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from plugins.build_cache.row import Row, Shape

IN_ROW = ("status", "slug", "date", "category", "tags", "authors", "url", "template", "lang")


class Told(NamedTuple):
    """What the store holds of a story: `record` is JSON as codec.py writes it."""

    row: Row
    shape: Shape
    record: str
    html: str


def changed_fields(before: Told, now: Told) -> tuple[str, ...]:
    """Names of fields; "text" is the story's text, "file PLACE" another file that its reading asked for."""
    found = [name for name in IN_ROW if _plain(before.row, name) != _plain(now.row, name)]
    found += _differing(_short_fields(before), _short_fields(now))
    found += _differing(_record_fields(before.record), _record_fields(now.record))
    found += ["text"] if before.html != now.html else []
    found += [f"file {place}" for place in _differing(_files(before.row), _files(now.row))]
    return tuple(dict.fromkeys(found))


def _plain(row: Row, name: str) -> str:
    return json.dumps(getattr(row, name))


def _short_fields(told: Told) -> dict[str, object]:
    return {name: told.row.short[at] for name, at in told.shape.short.items()}


def _record_fields(record: str) -> dict[str, object]:
    """Raises ValueError where it is no JSON of ours."""
    fields: dict[str, object] = json.loads(record)
    return {name: value for name, value in fields.items() if "metadata" not in name}


def _files(row: Row) -> dict[str, object]:
    return {it[0]: it[1] for it in (*row.exists, *row.holds)}


def _differing(before: Mapping[str, object], now: Mapping[str, object]) -> Iterable[str]:
    missing = object()
    return [name for name in {**before, **now} if before.get(name, missing) != now.get(name, missing)]
