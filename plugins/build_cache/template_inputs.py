"""A template's name -> TemplateInputs, what its output can depend on, read from Jinja's own syntax tree."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from jinja2 import Environment, meta, nodes
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


def template_inputs(environment: Environment, name: str) -> TemplateInputs:
    """Parse the template and its closure."""
    seen: dict[str, str] = {}
    names: set[str] = set()
    attributes: set[str] = set()
    pending: list[str | None] = [name]
    is_open = False
    while pending:
        each = pending.pop()
        if each is None:
            is_open = True
        elif each not in seen:
            seen[each] = _source(environment, each)
            tree = environment.parse(seen[each])
            names |= meta.find_undeclared_variables(tree)
            attributes |= set(_attributes(tree))
            pending += meta.find_referenced_templates(tree)
    whole = "".join(f"{each}\0{seen[each]}\0" for each in sorted(seen))
    sources = {each: short(seen[each].encode()) for each in sorted(seen)}
    return TemplateInputs(short(whole.encode()), frozenset(names), frozenset(attributes), is_open, sources)


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
