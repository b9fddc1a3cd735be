"""Text -> the same; undone or refused with words where it was garbled before it came to us."""

from __future__ import annotations

import re

from newsdesk.importing.imported import NotImportedError
from newsdesk.importing.ungarbled import ungarbled
from newsdesk.importing.usual_characters import usual

GARBLED = re.compile(
    "锟斤拷|烫烫|屯屯|锘[挎匡]|[ÃÂ][\x80-\xbf€-™]|[åæçè][\x80-\xbf¡-¿€-™ˆ‰Š‹Œ]{2}|(?:[鈥銆锛鐨鍦绀]\\S?){3}"
)
GARBLED_SHARE = 0.02
"""Share of the text in such runs from which the whole text is garbled."""

ACCENTS = re.compile("[\xa1-\xff]{4,}")
ACCENTS_SHARE = 0.3
"""Accented letters in a row (`»±Ê÷Àï`), as no language has them, from which it is GBK read as Latin-1."""

BAD_SHARE = 0.05
"""Share of characters that could not be read from which the file is refused."""


def mended(text: str) -> tuple[str, tuple[str, ...]]:
    """`text`, undone where it was garbled, and what a person must check. Raises NotImportedError."""
    if not _is_garbled(text):
        return text, ()
    if (undone := ungarbled(text)) is None:
        refuse_garbled(text)
        return text, ()
    return undone, (f"原来的文字是乱码（例如“{_shown(text)}”），已经还原成汉字，请对照原文看一遍。",)


def refuse_garbled(text: str) -> None:
    """Raises NotImportedError where `text` holds the marks of a wrong reading."""
    if _is_garbled(text):
        raise NotImportedError(
            f"文字已经是乱码（例如“{_shown(text)}”）",
            "它在复制或保存时被当成了另一种编码，原来的字已经看不出来",
            "请回到原来的网页或文件重新复制，存成 UTF-8 编码的 .txt",
        )


def _is_garbled(text: str) -> bool:
    garbled = sum(len(run) for run in GARBLED.findall(text))
    bad = text.count("\ufffd")
    accents = sum(len(run) for run in ACCENTS.findall(text))
    return (
        garbled > len(text) * GARBLED_SHARE
        or bad > len(text) * BAD_SHARE
        or accents > len(text) * ACCENTS_SHARE
        or _was_utf8(text)
    )


def _shown(text: str) -> str:
    run = GARBLED.search(text) or ACCENTS.search(text)
    return run.group()[:12] if run else text.strip()[:6] if "\ufffd" not in text else "�"


def _was_utf8(text: str) -> bool:
    """Was UTF-8 once read as GB18030 (`妲愭爲`)? Then reading it back gives far more usual characters."""
    undone = text.encode("gb18030", "ignore").decode("utf-8", "replace")
    lost = undone.count("\ufffd")
    return lost * 4 < len(undone) and usual(undone) > usual(text)
