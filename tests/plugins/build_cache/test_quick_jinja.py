"""A page that is made the quick way is the page that Jinja makes, whatever is printed and called in it."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import DictLoader, Environment, StrictUndefined, UndefinedError, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from plugins.build_cache.quick_jinja import QuickContext, QuickTemplate

PARTS = "{% macro part(it, n=0, also='') %}<{{ it }}|{{ n }}{{ also }}{{ it ~ n }}>{% endmacro %}"
BOX = "{% macro box(it) %}[{{ caller() }}{{ it }}{{ kwargs }}{{ varargs }}]{% endmacro %}"
TEMPLATES = {
    "components/part.html": PARTS,
    "components/box.html": BOX,
    "base": "{% import 'components/part.html' as parts %}{% block a %}{{ it }}{% endblock %}"
    "{{ parts.part(it) }}",
    "page": "{% extends 'base' %}{% from 'components/part.html' import part %}"
    "{% from 'components/box.html' import box %}"
    "{% block a %}{{ super() }}{{ self.b() }}{{ part(it, also=name) }}{{ part(it, it, it) }}"
    "{% call box(it, 1, x=2) %}{{ name }}{% endcall %}{{ '<'|e }}{{ it|e }}{{ it ~ '<' }}{{ told(it) }}"
    "{% set kept %}<i>{{ it }}</i>{% endset %}{{ kept }}{{ kept ~ it }}{% endblock %}"
    "{% block b %}{% for each in name.split() %}{{ each.upper() }}{{ loop.index }}{% endfor %}{% endblock %}",
}


class Html:
    def __html__(self) -> str:
        return "<hr>"


@pass_context
def told(context: Context, it: object) -> str:
    return f"<{context['name']}{it}"


def rendered(is_quick: bool, given: dict[str, Any]) -> str:
    made = Environment(loader=DictLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined)
    if is_quick:
        made.template_class, made.context_class = QuickTemplate, QuickContext
    made.globals.update(told=told, name="a < b")
    page = made.get_template("page")
    return page.render(given) + page.render(given)


THINGS = [None, True, 1, 1.0, "<&\"'>", Markup("<b>"), Html(), [1, "<"], {"a": "<"}, ""]


@given(st.sampled_from(THINGS) | st.text(), st.dictionaries(st.just("name"), st.text("<& ab")))
def test_quick_or_not_is_one(it: object, beside: dict[str, str]) -> None:
    assert rendered(True, {"it": it, **beside}) == rendered(False, {"it": it, **beside})


@pytest.mark.parametrize(
    "wrong", ["part()", "part(1, 2, 3, 4)", "part(1, x=2)", "part(1, it=2)", "it", "it()"]
)
def test_a_mistake_is_found_as_ever(wrong: str) -> None:
    source = "{% from 'components/part.html' import part %}{{ " + wrong + " }}"
    said = []
    for quick in (True, False):
        made = Environment(
            loader=DictLoader({**TEMPLATES, "page": source}), autoescape=True, undefined=StrictUndefined
        )
        if quick:
            made.template_class, made.context_class = QuickTemplate, QuickContext
        with pytest.raises((TypeError, UndefinedError)) as found:
            made.get_template("page").render()
        said.append(str(found.value))
    assert said[0] == said[1]


def test_a_callable_without_more_to_give_is_undefined() -> None:
    made = Environment(undefined=StrictUndefined)
    made.template_class, made.context_class = QuickTemplate, QuickContext
    made.globals.update(following=next, none_left=iter(()))
    assert made.from_string("{{ following(none_left) is defined }}").render() == "False"
