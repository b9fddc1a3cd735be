"""A component that is remembered gives what it gives without memory, whatever it is asked."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import DictLoader, Environment
from jinja2.runtime import Macro
from markupsafe import Markup
from pelican.urlwrappers import Tag

from plugins.build_cache import compiled_templates
from plugins.build_cache.compiled_templates import CompiledTemplates
from plugins.build_cache.pelican_components import AT_ONCE, PROBE, RememberedMacro
from plugins.build_cache.quick_jinja import QuickContext, QuickTemplate

TEMPLATES = {
    "components/card/card.html": "{% macro card(it, n=0) %}<b>{{ it }}|{{ n }}</b>{% endmacro %}",
    "other/card.html": "{% macro card(it, n=0) %}<b>{{ it }}|{{ n }}</b>{% endmacro %}",
    "page": "{% from place import card %}{% for it in many %}{{ card(it, n=it) }}{{ card(it) }}{% endfor %}",
}


@dataclass(frozen=True)
class Link:
    """As stages hand them to templates."""

    title: object
    date: object


@dataclass
class Shelf:
    """Not frozen."""

    articles: list[int]


class Thing(Tag):
    """As Pelican's labels: only itself is itself."""

    def __init__(self, name: str) -> None:
        super().__init__(name, {"SLUGIFY_SOURCE": "title"})
        self._name = self._slug = name

    def __str__(self) -> str:
        return self._name


MOMENT = dt.datetime(2026, 5, 3, 8, tzinfo=ZoneInfo("Asia/Shanghai"))
ALIKE = [0, 0.0, False, 1, True, "1", "<", Markup("<"), None, "", (), (1,), (True,), [1], [True]]
ALIKE += [{}, {1: 2}, (1, [2]), (1, [2]), Shelf([1]), Shelf([True])]
ALIKE += [MOMENT, MOMENT.astimezone(dt.UTC), MOMENT.replace(fold=1), Thing("a"), Thing("a"), Thing("b")]
ALIKE += [Link("<", MOMENT), Link(Markup("<"), MOMENT), Link("<", MOMENT.astimezone(dt.UTC)), Link(1, True)]


def environment() -> Environment:
    made = Environment(loader=DictLoader(TEMPLATES), autoescape=True)
    made.template_class, made.context_class = QuickTemplate, QuickContext
    return made


@given(st.lists(st.sampled_from(ALIKE), max_size=60))
def test_memory_changes_nothing(many: list[object]) -> None:
    page = environment().get_template("page")
    assert page.render(many=many, place="components/card/card.html") == page.render(
        many=many, place="other/card.html"
    )


def test_a_piece_is_made_once() -> None:
    asked = []

    class Told(Thing):
        """Says when it is printed."""

        def __str__(self) -> str:
            asked.append(self._name)
            return self._name

    page = environment().get_template("page")
    story = Told("b")
    page.render(many=[story] * 9, place="components/card/card.html")
    assert asked.count("b") == 3  # card(b, n=b) prints it twice, card(b) once


def test_of_many_pieces_those_that_are_asked_for_again_are_held() -> None:
    module = environment().get_template("components/card/card.html").module
    for _ in range(2):
        for number in range(2 * AT_ONCE):
            assert module.card(number) == f"<b>{number}|0</b>"
    assert isinstance(module.card, RememberedMacro)
    assert module.card._known is not None
    assert len(module.card._known) == 2 * AT_ONCE


def test_what_is_never_asked_for_again_is_not_kept() -> None:
    module = environment().get_template("components/card/card.html").module
    for number in range(2 * PROBE):
        assert module.card(number) == f"<b>{number}|0</b>"
    assert isinstance(module.card, RememberedMacro)
    assert module.card._known is None
    assert type(environment().get_template("other/card.html").module.card) is Macro


def test_compiled_templates_are_used_while_source_and_options_stay(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def rendered(source: str, made_by: str = "", shout: str = "!", **options: bool) -> str:
        made = Environment(loader=DictLoader({"a": source}), **options)  # type: ignore[arg-type]
        made.filters["shout"] = lambda text: text + shout
        made.bytecode_cache = CompiledTemplates(made, made_by, tmp_path)
        return made.get_template("a").render(x="<")

    assert rendered("{{ x }}") == rendered("{{ x }}") == "<"
    assert len(list(tmp_path.iterdir())) == 1
    monkeypatch.setattr(compiled_templates, "MOST", 2)
    assert rendered("{{ x }}", autoescape=True) == "&lt;"
    assert rendered("{{ x }}!") == "<!"
    assert rendered("{{ 'a'|shout }}", "one") == "a!"
    assert rendered("{{ 'a'|shout }}", "other", shout="?") == "a?"
    assert len(list(tmp_path.iterdir())) <= 2
    for file in tmp_path.iterdir():
        file.write_bytes(file.read_bytes()[:40])
    assert rendered("{{ x }}!") == "<!"
