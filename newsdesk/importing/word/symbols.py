"""A w:sym (a character of a picture font) -> the character that shows the same, or nothing."""

from __future__ import annotations

WINGDINGS = {
    0x28: "☎", 0x29: "✆", 0x2A: "✉", 0x46: "☞", 0x4A: "☺", 0x6C: "●", 0x6D: "❍", 0x6E: "■", 0x6F: "□",
    0x71: "❑", 0x73: "⬧", 0x75: "◆", 0x76: "❖", 0x77: "⬥", 0x7B: "❀", 0x80: "⓪", 0x81: "①", 0x82: "②",
    0x83: "③", 0x84: "④", 0x85: "⑤", 0x86: "⑥", 0x87: "⑦", 0x88: "⑧", 0x89: "⑨", 0x8A: "⑩", 0x9F: "•",
    0xA7: "▪", 0xA8: "◻", 0xAB: "★", 0xD8: "➢", 0xDF: "←", 0xE0: "→", 0xE1: "↑", 0xE2: "↓", 0xE8: "➔",
    0xF0: "⇨", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip
WINGDINGS_2 = {0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0xA3: "□", 0x97: "●", 0xA2: "■"}
SYMBOL = {0xB4: "×", 0xB0: "°", 0xB1: "±", 0xB7: "•", 0xB8: "÷", 0xAE: "→", 0x6D: "μ", 0xA3: "≤", 0xB3: "≥"}
FONTS = {"wingdings": WINGDINGS, "wingdings 2": WINGDINGS_2, "symbol": SYMBOL}


def symbol(font: str | None, code: str | None) -> str:
    """`symbol("Wingdings", "F0FE")` is ☑; "" where we do not know it."""
    try:
        number = int(code or "", 16)
    except ValueError:
        return ""
    return FONTS.get((font or "").strip().lower(), {}).get(number & 0xFF, "")
