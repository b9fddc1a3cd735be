"""A template's name -> LaterTemplate, which Jinja compiles when the first page is made of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from jinja2 import Environment, Template, TemplateNotFound

from plugins.build_cache.compiled_templates import CompiledTemplates
from plugins.build_cache.quick_jinja import QuickContext, QuickTemplate


class LaterTemplate:
    """What a stage and the writer need of a Jinja template: its name, and to render it."""

    def __init__(self, environment: Environment, name: str) -> None:
        self._environment = environment
        self.name = name

    def render(self, *args: Mapping[str, Any], **given: Any) -> str:
        return self._environment.get_template(self.name).render(*args, **given)


def quicken(environment: Environment, made_by: str) -> None:
    """No file changes while the pages of one build are made, so that none is looked at twice. `made_by` is
    a digest of our code and the settings."""
    if environment.template_class is Template:
        environment.template_class, environment.context_class = QuickTemplate, QuickContext
        environment.auto_reload = False
        environment.bytecode_cache = environment.bytecode_cache or CompiledTemplates(environment, made_by)


def later_template(environment: Environment, name: str, endings: Sequence[str]) -> LaterTemplate:
    """The first of `name` with its `endings` that there is. Raises TemplateNotFound."""
    assert environment.loader is not None  # Pelican's has one
    for ending in endings:
        try:
            environment.loader.get_source(environment, name + ending)
        except TemplateNotFound:
            continue
        return LaterTemplate(environment, name + ending)
    raise TemplateNotFound(name)
