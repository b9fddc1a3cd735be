"""A template's name -> LaterTemplate, which Jinja compiles when the first page is made of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, MutableMapping, Sequence
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
        setattr(environment, "get_template", remembered(environment.get_template))  # noqa: B010  # no field
        environment.bytecode_cache = environment.bytecode_cache or CompiledTemplates(environment, made_by)


def remembered(get: Callable[..., Template]) -> Callable[..., Template]:
    """Each page asks for each component that it imports. The same template as from Jinja's own cache."""
    known: dict[tuple[object, str | None], Template] = {}

    def get_template(
        name: str | Template, parent: str | None = None, globals: MutableMapping[str, Any] | None = None
    ) -> Template:
        if globals is not None or not isinstance(name, str):
            return get(name, parent, globals)
        found = known.get((name, parent))
        if found is None:
            found = known[name, parent] = get(name, parent)
        return found

    return get_template


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
