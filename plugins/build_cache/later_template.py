"""A template's name -> LaterTemplate, which Jinja compiles when the first page is made of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from jinja2 import Environment, TemplateNotFound


class LaterTemplate:
    """What a stage and the writer need of a Jinja template: its name, and to render it."""

    def __init__(self, environment: Environment, name: str) -> None:
        self._environment = environment
        self.name = name

    def render(self, *args: Mapping[str, Any], **given: Any) -> str:
        return self._environment.get_template(self.name).render(*args, **given)


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
