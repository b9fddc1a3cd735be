"""A template's name -> TemplateInputs, what its output can depend on, read from Jinja's own syntax tree."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from jinja2 import Environment, TemplateError, meta, nodes
from jinja2.filters import FILTERS as DEFAULT_FILTERS
from jinja2.tests import TESTS as DEFAULT_TESTS

from plugins.build_cache.digest import short

ANY = "*"
"""Stands among the attributes where a name is only known while a page is made, or a filter of ours reads
more."""


@dataclass(frozen=True)
class TemplateInputs:
    """Of a template and all that it extends, includes and imports.

    `digest` is of their sources, `names` are the variables and `attributes` the attributes and filters that
    they mention, ANY among them. `is_open` says that an include is only known while a page is made: then
    all templates count. `sources` are the digests of the single sources, by name.
    """

    digest: str
    names: frozenset[str]
    attributes: frozenset[str]
    is_open: bool
    sources: Mapping[str, str]

    def text(self) -> str:
        names, attributes = sorted(self.names), sorted(self.attributes)
        return json.dumps([self.digest, names, attributes, self.is_open, self.sources])

    @staticmethod
    def read(text: str) -> TemplateInputs:
        digest, names, attributes, is_open, sources = json.loads(text)
        return TemplateInputs(digest, frozenset(names), frozenset(attributes), is_open, sources)


class _OneTemplate(NamedTuple):
    """What stands in one template itself. `referenced` holds None where a name is not known yet."""

    source: str
    names: frozenset[str]
    attributes: frozenset[str]
    referenced: tuple[str | None, ...]


class InputsReader:
    """Of one environment: a component that many templates use is parsed once."""

    def __init__(self, environment: Environment) -> None:
        self._environment = environment
        self._read: dict[str, _OneTemplate] = {}

    def inputs(self, name: str) -> TemplateInputs:
        """Of the template and its closure."""
        seen: dict[str, _OneTemplate] = {}
        pending: list[str | None] = [name]
        while pending:
            each = pending.pop()
            if each is not None and each not in seen:
                seen[each] = self._one(each)
                pending += seen[each].referenced
        whole = "".join(f"{each}\0{seen[each].source}\0" for each in sorted(seen))
        return TemplateInputs(
            short(whole.encode()),
            frozenset().union(*(it.names for it in seen.values())),
            frozenset().union(*(it.attributes for it in seen.values())),
            any(None in it.referenced for it in seen.values()),
            {each: short(seen[each].source.encode()) for each in sorted(seen)},
        )

    def read_ahead(self) -> None:
        """All that a page may be made of. What is wrong with one is said when it is asked for."""
        for name in self._environment.list_templates():
            if "/" not in name:
                with contextlib.suppress(TemplateError, UnicodeError):
                    self.inputs(name)

    def _one(self, name: str) -> _OneTemplate:
        if name not in self._read:
            source = _source(self._environment, name)
            tree = self._environment.parse(source)
            self._read[name] = _OneTemplate(
                source,
                frozenset(meta.find_undeclared_variables(tree)),
                frozenset(_attributes(tree)),
                tuple(meta.find_referenced_templates(tree)),
            )
        return self._read[name]


def _source(environment: Environment, name: str) -> str:
    if environment.loader is None:
        return ""
    return environment.loader.get_source(environment, name)[0]


def _attributes(tree: nodes.Template) -> Iterator[str]:
    for attribute in tree.find_all(nodes.Getattr):
        yield attribute.attr
    for item in tree.find_all(nodes.Getitem):
        if isinstance(item.arg, nodes.Const):
            yield str(item.arg.value)
        if not isinstance(item.arg, nodes.Const | nodes.Slice) and not isinstance(item.node, nodes.Const):
            yield ANY
    for constant in tree.find_all(nodes.Const):  # map(attribute="content"), groupby("date.year")
        if isinstance(constant.value, str) and len(constant.value) < 80:
            yield from constant.value.split(".")
    for called in tree.find_all((nodes.Filter, nodes.Test)):
        known = DEFAULT_FILTERS if isinstance(called, nodes.Filter) else DEFAULT_TESTS
        yield called.name if called.name in known and called.name != "attr" else ANY
