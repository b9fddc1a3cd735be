"""w:rPr -> Letters: how a run looks, as far as it says so; unset fields come from the style below it."""

from __future__ import annotations

from dataclasses import dataclass, fields

from newsdesk.importing.word.xml_tree import Element, child, child_value, is_on, value


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
        if base is PLAIN:
            return self
        if self is PLAIN:
            return base
        pairs = ((getattr(self, it.name), getattr(base, it.name)) for it in fields(self))
        return Letters(*(base_value if own is None else own for own, base_value in pairs))


PLAIN = Letters()
SCRIPTS = {"superscript": "sup", "subscript": "sub"}


def letters(properties: Element | None) -> Letters:
    """What a w:rPr says."""
    if properties is None or not len(properties):
        return PLAIN
    marks = child_value(properties, "w:em")
    script = child_value(properties, "w:vertAlign")
    colour = child_value(properties, "w:color")
    struck = is_on(properties, "w:strike")
    return Letters(
        bold=is_on(properties, "w:b"),
        italic=is_on(properties, "w:i"),
        emphasised=None if marks is None else marks != "none",
        hidden=is_on(properties, "w:vanish"),
        struck=is_on(properties, "w:dstrike") if struck is None else struck,
        size=_points(child_value(properties, "w:sz")),
        font=_font(child(properties, "w:rFonts")),
        script=None if script is None else SCRIPTS.get(script, ""),
        red=None if colour is None else _is_red(colour),
        style=child_value(properties, "w:rStyle"),
    )


def _points(half_points: str | None) -> float | None:
    """`24`, or `12pt` as the strict form may have it."""
    text = (half_points or "").strip()
    try:
        return float(text[:-2]) if text.endswith("pt") else float(text) / 2
    except ValueError:
        return None


def _font(fonts: Element | None) -> str | None:
    if fonts is None:
        return None
    return value(fonts, "w:eastAsia") or value(fonts, "w:eastAsiaTheme")


def _is_red(colour: str) -> bool:
    try:
        red, green, blue = (int(colour[at : at + 2], 16) for at in (0, 2, 4))
    except ValueError:
        return False
    return red >= 0xC0 and green <= 0x40 and blue <= 0x40
