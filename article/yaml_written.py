"""The fields of a story -> the YAML lines between its two ---, as staff write them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

import yaml

from article.front_matter import Status

YAML_TEXT, YAML_LIST = "tag:yaml.org,2002:str", "tag:yaml.org,2002:seq"


def yaml_written(values: Mapping[str, Any]) -> str:
    """`values` are those of FrontMatter, in their order."""
    plain = {name: _plain(it) for name, it in values.items()}
    return str(yaml.dump(plain, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=10**9))


class _Dumper(yaml.SafeDumper):
    """Lists in brackets on one line, fields below one another, as staff write them."""


class _Verbatim(str):
    """Text that stands in YAML as it is: a minute, which needs no quotes."""

    __slots__ = ()


_Dumper.add_representer(list, lambda dumper, it: dumper.represent_sequence(YAML_LIST, it, flow_style=True))
_Dumper.add_representer(_Verbatim, lambda dumper, it: dumper.represent_scalar(YAML_TEXT, it, style=""))


def _plain(value: Any) -> Any:
    if isinstance(value, dt.datetime):
        return _Verbatim(value.strftime("%Y-%m-%d %H:%M"))
    if isinstance(value, Status):
        return value.value
    return list(value) if isinstance(value, tuple) else value
