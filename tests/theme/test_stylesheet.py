"""The list of styles is whole, and its rules are ones that an old phone understands."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from tests.theme.theme import TEMPLATES, environment, source

STYLES = sorted(str(it.relative_to(TEMPLATES)) for it in TEMPLATES.glob("*/**/*.css"))
COMMENT = re.compile(r"/\*.*?\*/|\{#.*?#\}", re.DOTALL)
NEWER = re.compile(r"^\s*([\w-]+):.*\b(clamp|min|max|round)\(")


def rules(name: str) -> str:
    return COMMENT.sub("", source(name))


@pytest.mark.parametrize("name", STYLES)
def test_is_in_the_list_once(name: str) -> None:
    assert source("stylesheet.css").count(f'{{% include "{name}" %}}') == 1, f"add {name} to stylesheet.css"


def test_the_list_renders_without_variables() -> None:
    css = environment().get_template("stylesheet.css").render()
    assert "{{" not in css and "{%" not in css
    assert css.count("{") == css.count("}")


@pytest.mark.parametrize("name", STYLES)
def test_no_layers(name: str) -> None:
    assert "@layer" not in rules(name)


@pytest.mark.parametrize("name", [it for it in STYLES if it != "styles/print.css"])
def test_important_is_for_hidden_alone(name: str) -> None:
    for selector, block in re.findall(r"([^{}]+)\{([^{}]*)\}", rules(name)):
        assert "!important" not in block or selector.strip() == "[hidden]"


@pytest.mark.parametrize("name", STYLES)
def test_a_plain_value_stands_before_each_newer_one(name: str) -> None:
    """Or the rule is inside @supports, which an old engine leaves alone as a whole."""
    text = re.sub(r"@supports[^{]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}", "", rules(name))
    for before, line in pairwise(text.splitlines()):
        newer = NEWER.match(line)
        if newer:
            assert re.match(rf"\s*({newer[1]}|font):", before), line


@pytest.mark.parametrize("name", STYLES)
def test_has_stands_alone(name: str) -> None:
    """An engine drops a whole rule for one selector that it does not know."""
    for selector in re.findall(r"([^{}]+)\{", rules(name)):
        assert ":has(" not in selector or "," not in selector, selector


def test_day_and_night_set_the_same_colours() -> None:
    tokens = environment().get_template("styles/tokens.css").module
    day, night = (re.findall(r"(--[\w-]+):", getattr(tokens, it)()) for it in ("light", "dark"))
    assert day == night != []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("paper", ["--paper", "--card"])
@pytest.mark.parametrize("text", ["--ink", "--soft", "--red"])
def test_text_stands_out(scheme: str, paper: str, text: str) -> None:
    """7:1, WCAG 2.2 level AAA (1.4.6)."""
    css = getattr(environment().get_template("styles/tokens.css").module, scheme)()
    colours = dict(re.findall(r"(--[\w-]+): (#[0-9a-f]{6})", css))
    assert contrast(colours[text], colours[paper]) >= 7


def contrast(one: str, other: str) -> float:
    """WCAG's contrast ratio of two colours `#rrggbb`."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def luminance(colour: str) -> float:
    channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (it / 12.92 if it <= 0.04045 else ((it + 0.055) / 1.055) ** 2.4 for it in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
