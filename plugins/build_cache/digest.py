"""A value that templates may read -> bytes that differ where the page could."""

from __future__ import annotations

import datetime as dt
import functools
import hashlib
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from pathlib import PurePath
from types import FunctionType
from typing import cast
from zoneinfo import ZoneInfo

PLAIN = (str, int, float, bool, type(None), bytes, dt.datetime, dt.date, PurePath, ZoneInfo)

EXACTLY_PLAIN = frozenset({str, int, bool, type(None), dt.datetime, dt.date})
"""No class of these, which could be written down as another."""


class UndigestableError(TypeError):
    """A value that nothing tells apart from another: what shows it is made anew in each build."""


def digest_of(value: object, special: Callable[[object], bytes | None] = lambda _: None) -> bytes:
    """`special` gives the bytes of what only the caller knows, a story for example; None of anything else."""
    found = special(value)
    if found is not None:
        return found
    if isinstance(value, PLAIN):
        return f"{type(value).__name__}:{value!r};".encode("utf-8", "surrogatepass")
    each = functools.partial(digest_of, special=special)
    if isinstance(value, list | tuple):
        return b"[" + b",".join(map(each, value)) + b"]"
    if isinstance(value, set | frozenset):
        return b"<" + b",".join(sorted(map(each, value))) + b">"
    if isinstance(value, Mapping):
        return b"{" + b",".join(each(key) + b"=" + each(it) for key, it in value.items()) + b"}"
    return _made(value, each)


def _made(value: object, each: Callable[[object], bytes]) -> bytes:
    if isinstance(value, type | FunctionType | functools.partial) or hasattr(value, "__qualname__"):
        return _named(value, each)
    name, names = _fields(type(value))
    held = [getattr(value, it) for it in names]
    if EXACTLY_PLAIN.issuperset(map(type, held)):
        return f"{name}({held!r})".encode("utf-8", "surrogatepass")
    return name.encode() + b"(" + b",".join(map(each, held)) + b")"


_KNOWN: dict[type, tuple[str, tuple[str, ...]]] = {}


def _fields(kind: type) -> tuple[str, tuple[str, ...]]:
    """The full name of a dataclass, and those of its fields."""
    if kind not in _KNOWN:
        name = f"{kind.__module__}.{kind.__qualname__}"
        if not is_dataclass(kind):
            raise UndigestableError(name)
        _KNOWN[kind] = name, tuple(it.name for it in fields(kind))
    return _KNOWN[kind]


def _named(value: object, each: Callable[[object], bytes]) -> bytes:
    """Functions and classes by their names: the code that defines them is digested as code."""
    if isinstance(value, functools.partial):
        return b"partial" + each(value.func) + each(value.args) + each(value.keywords)
    return f"{getattr(value, '__module__', '')}.{cast(type, value).__qualname__};".encode()


def short(parts: bytes) -> str:
    """Sixteen bytes of BLAKE2b as hexadecimal text."""
    return hashlib.blake2b(parts, digest_size=16).hexdigest()
