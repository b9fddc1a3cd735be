"""w:rPr -> Letters: how a run looks, as far as it says so; unset fields come from the style below it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import lru_cache

from newsdesk.importing.word.xml_tree import OFF, Element, name, value


@dataclass(frozen=True)
class Letters:
    """None where nothing is said. `size` in points; `font` is the one for Han characters."""

    bold: bool | None = None
    italic: bool | None = None
    emphasised: bool | None = None
    """Dots below, 着重号."""
    hidden: bool | None = None
    struck: bool | None = None
    size: float | None = None
    font: str | None = None
    script: str | None = None
    """`sup`, `sub` or an empty text."""
    red: bool | None = None
    """The colour of an office's letterhead."""
    style: str | None = None
    """Id of the character style."""

    def over(self, base: Letters) -> Letters:
        """These, with what they leave open taken from `base`."""
        if self is PLAIN or base is PLAIN:
            return base if self is PLAIN else self
        return _over(self, base)


PLAIN = Letters()
READ = frozenset(
    f"w:{it}"
    for it in ("b", "i", "em", "vanish", "strike", "dstrike", "sz", "rFonts", "vertAlign", "color", "rStyle")
)
SCRIPTS = {"superscript": "sup", "subscript": "sub"}


@lru_cache(maxsize=4096)
def _over(own: Letters, base: Letters) -> Letters:
    pairs = ((getattr(own, it.name), getattr(base, it.name)) for it in fields(own))
    return Letters(*(base_value if value is None else value for value, base_value in pairs))


def letters(properties: Element | None) -> Letters:
    """What a w:rPr says. Runs look alike by the hundred, so each look is worked out once."""
    if properties is None or not len(properties):
        return PLAIN
    said = []
    for it in properties:
        short = name(it)
        if short in READ:
            said.append((short, _font(it) if short == "w:rFonts" else value(it, "w:val")))
    return _letters(tuple(said))


@lru_cache(maxsize=4096)
def _letters(said: tuple[tuple[str, str | None], ...]) -> Letters:
    values = dict(said)
    marks, script, colour = values.get("w:em"), values.get("w:vertAlign"), values.get("w:color")
    struck = _is_on(values, "w:strike")
    return Letters(
        bold=_is_on(values, "w:b"),
        italic=_is_on(values, "w:i"),
        emphasised=None if marks is None else marks != "none",
        hidden=_is_on(values, "w:vanish"),
        struck=_is_on(values, "w:dstrike") if struck is None else struck,
        size=_points(values.get("w:sz")),
        font=values.get("w:rFonts"),
        script=None if script is None else SCRIPTS.get(script, ""),
        red=None if colour is None else _is_red(colour),
        style=values.get("w:rStyle"),
    )


def _is_on(values: Mapping[str, str | None], short: str) -> bool | None:
    return values[short] not in OFF if short in values else None


def _points(half_points: str | None) -> float | None:
    """`24`, or `12pt` as the strict form may have it."""
    text = (half_points or "").strip()
    try:
        return float(text[:-2]) if text.endswith("pt") else float(text) / 2
    except ValueError:
        return None


def _font(fonts: Element) -> str | None:
    return value(fonts, "w:eastAsia") or value(fonts, "w:eastAsiaTheme")


def _is_red(colour: str) -> bool:
    try:
        red, green, blue = (int(colour[at : at + 2], 16) for at in (0, 2, 4))
    except ValueError:
        return False
    return red >= 0xC0 and green <= 0x40 and blue <= 0x40
