"""A story's fields <-> JSON text that holds plain data only: reading it back runs no code and makes no
surprise.

JSON knows text, numbers, true, false and null; everything else is a list whose first item says what it is.
"""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from pathlib import PurePosixPath
from typing import cast
from zoneinfo import ZoneInfo

import msgspec
from markupsafe import Markup

Json = str | int | float | bool | None | list["Json"]


LARGEST = 1 << 53
"""From here on JSON's numbers are not everybody's."""


class DamagedError(ValueError):
    """What was kept is none of ours."""


class NotPlainError(TypeError):
    """A value that the store cannot hold; its story is read anew in every build."""


def written(plain: Mapping[str, Json]) -> str:
    """As JSON. Raises NotPlainError where a text cannot be written in UTF-8."""
    return encoded(plain).decode()


def encoded(plain: Mapping[str, Json]) -> bytes:
    """The same in UTF-8."""
    try:
        return msgspec.json.encode(plain)
    except UnicodeEncodeError as error:
        raise NotPlainError(str(error)) from None


def read(text: str) -> dict[str, Json]:
    """What was `written`, still plain. Raises DamagedError where the text is none of ours."""
    try:
        found = msgspec.json.decode(text)
    except msgspec.DecodeError as error:
        raise DamagedError(f"no record: {error}") from None
    if not isinstance(found, dict):
        raise DamagedError("no record")
    return found


class Codec:
    """`labels`: how a kind of label (`Category`) is made from name and slug, and which class it is.

    `packages`: those whose frozen dataclasses may be read back ("plugins.").
    """

    def __init__(
        self,
        labels: Mapping[str, tuple[type, Callable[[str, str], object]]],
        moments: Mapping[str, type[dt.datetime]],
        packages: tuple[str, ...],
    ) -> None:
        self._labels = labels
        self._kinds = {kind: name for name, (kind, _) in labels.items()}
        self._moments = moments
        self._moment_names = {kind: name for name, kind in moments.items()}
        self._packages = packages

    def text_of(self, values: Mapping[str, object]) -> str:
        """Raises NotPlainError where a value is of no kind that is known here."""
        return written({name: self.plain(value) for name, value in values.items()})

    def values_of(self, text: str) -> dict[str, object]:
        """Raises DamagedError where the text is none of ours."""
        return {name: self.value(plain) for name, plain in read(text).items()}

    def plain(self, value: object) -> Json:
        """Raises NotPlainError."""
        if value is None or type(value) in (str, bool):
            return cast(Json, value)
        if type(value) in (int, float):
            return cast(Json, value) if -LARGEST < cast(float, value) < LARGEST else ["number", repr(value)]
        found = self._moment(value) or self._label(value) or self._row(value) or self._fields(value)
        if found is None:
            raise NotPlainError(f"{type(value).__module__}.{type(value).__qualname__}")
        return found

    def _moment(self, value: object) -> list[Json] | None:
        if type(value) in self._moment_names and isinstance(value, dt.datetime):
            zone = value.tzinfo
            if zone is None or isinstance(zone, ZoneInfo):
                wall = value.replace(tzinfo=None)
                return ["moment", self._moment_names[type(value)], str(wall), str(zone or ""), value.fold]
        if isinstance(value, ZoneInfo) and value.key:
            return ["zone", value.key]
        if type(value) is dt.date:
            return ["day", value.isoformat()]
        return None

    def _label(self, value: object) -> list[Json] | None:
        if type(value) in self._kinds:
            return ["label", self._kinds[type(value)], value.name, value.slug]  # type: ignore[attr-defined]  # Pelican's labels have both
        if type(value) is Markup:
            return ["markup", str(value)]
        if type(value) is PurePosixPath:
            return ["path", str(value)]
        return None

    def _row(self, value: object) -> list[Json] | None:
        if type(value) in (list, tuple):
            return [type(value).__name__, *map(self.plain, cast(list[object], value))]
        if type(value) is dict:
            pairs = cast(dict[object, object], value).items()
            return ["dict", *(self.plain((key, it)) for key, it in pairs)]
        return None

    def _fields(self, value: object) -> list[Json] | None:
        kind = type(value)
        if not (is_dataclass(value) and kind.__module__.startswith(self._packages)):
            return None
        if not kind.__dataclass_params__.frozen:  # type: ignore[attr-defined]  # every dataclass has it
            return None
        held = [self.plain(getattr(value, field.name)) for field in fields(value)]
        return ["made", f"{kind.__module__}:{kind.__qualname__}", *held]

    def value(self, plain: Json) -> object:
        """Of what `plain` gave. Raises DamagedError where it is none of ours."""
        if not isinstance(plain, list):
            return plain
        kind, *rest = plain
        if kind in ("list", "tuple"):
            return tuple(map(self.value, rest)) if kind == "tuple" else list(map(self.value, rest))
        if kind == "dict":
            return dict(cast(list[tuple[object, object]], map(self.value, rest)))
        if kind == "made":
            made = self._class(str(rest[0]))
            names = [field.name for field in fields(made)]
            return made(**dict(zip(names, map(self.value, rest[1:]), strict=True)))
        return self._single(str(kind), [str(it) for it in rest])

    def _single(self, kind: str, said: list[str]) -> object:
        if kind == "label":
            return self._labels[said[0]][1](said[1], said[2])
        if kind == "moment":
            zone = ZoneInfo(said[2]) if said[2] else None
            return self._moments[said[0]].fromisoformat(said[1]).replace(tzinfo=zone, fold=int(said[3]))
        one: dict[str, Callable[[str], object]] = {
            "markup": Markup,
            "number": _number,
            "path": PurePosixPath,
            "zone": ZoneInfo,
            "day": dt.date.fromisoformat,
        }
        if kind not in one:
            raise DamagedError(f"no kind of value: {kind}")
        return one[kind](said[0])

    def _class(self, name: str) -> type:
        """A frozen dataclass of the packages, of a module that the site's plugins have loaded already."""
        module, _, path = name.partition(":")
        made = getattr(sys.modules.get(module), path, None)
        if not (module.startswith(self._packages) and isinstance(made, type) and is_dataclass(made)):
            raise DamagedError(f"no class of ours: {name}")
        return made


def _number(said: str) -> int | float:
    return int(said) if said.lstrip("-").isdecimal() else float(said)
