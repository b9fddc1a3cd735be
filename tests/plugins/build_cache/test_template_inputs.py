"""What a template can show is read from its text and from all that it takes in."""

from __future__ import annotations

import pytest
from jinja2 import DictLoader, Environment, TemplateSyntaxError

from plugins.build_cache.template_inputs import ANY, InputsReader, TemplateInputs

TEMPLATES = {
    "base": "<title>{{ NAME }}</title>{% block main %}{% endblock %}",
    "page": (
        "{% extends 'base' %}{% from 'part' import part %}{% block main %}{{ part(story) }}{% endblock %}"
    ),
    "part": "{% macro part(it) %}{{ it.title|upper }}{{ it['text'] }}{% endmacro %}",
    "open": "{% include other %}",
    "any": "{{ story[name] }}",
    "by name": "{{ stories|map(attribute='date.year')|list }}",
}


def inputs(name: str, **changed: str) -> TemplateInputs:
    return InputsReader(Environment(loader=DictLoader({**TEMPLATES, **changed}))).inputs(name)


def test_names_and_attributes_of_the_whole_closure() -> None:
    found = inputs("page")
    assert {"NAME", "story"} <= found.names
    assert {"title", "text"} <= found.attributes
    assert not found.is_open


def test_a_change_anywhere_in_the_closure_is_seen() -> None:
    assert inputs("page").digest != inputs("page", part="{% macro part(it) %}{% endmacro %}").digest
    assert inputs("page").digest == inputs("page", open="").digest


def test_what_is_only_known_later_counts_as_everything() -> None:
    assert inputs("open").is_open
    assert ANY in inputs("any").attributes
    assert {"date", "year"} <= inputs("by name").attributes


def test_it_comes_back_from_the_store() -> None:
    assert TemplateInputs.read(inputs("page").text()) == inputs("page")


def test_what_is_read_ahead_is_the_same_and_what_is_wrong_is_said_later() -> None:
    reader = InputsReader(Environment(loader=DictLoader({**TEMPLATES, "wrong": "{% if %}"})))
    reader.read_ahead()
    assert reader.inputs("page") == inputs("page")
    with pytest.raises(TemplateSyntaxError):
        reader.inputs("wrong")
