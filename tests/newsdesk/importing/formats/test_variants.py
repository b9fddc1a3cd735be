"""The samples of txt/ as other programs write them: the story that comes out is the same."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from article.document import format
from newsdesk.importing.draft import drafted
from newsdesk.importing.formats import READERS

SAMPLES = sorted(path for path in Path(__file__).with_name("txt").iterdir() if path.is_dir())
VARIANTS: dict[str, Callable[[str], str]] = {
    "windows line ends": lambda text: text.replace("\n", "\r\n"),
    "old mac line ends": lambda text: text.replace("\n", "\r"),
    "a byte order mark": lambda text: "\ufeff" + text,
    "zero-width spaces": lambda text: text.replace("。", "\u200b。\u200b").replace("：", "：\u200b"),
    "joiners and marks of direction": lambda text: text.replace("，", "\u200d，\u200e").replace(
        "“", "\u202a“"
    ),
    "soft hyphens": lambda text: text.replace("的", "的\xad"),
    "no line end at the end": lambda text: text.rstrip("\n"),
    "empty lines around": lambda text: f"\n\n{text}\n\n\n",
}


def source_of(sample: Path) -> str:
    source = (sample / "source.txt").read_bytes()
    return source.decode("gb18030" if "gb18030" in sample.name else "utf-8-sig")


def story_of(text: str, sample: Path) -> str:
    year = sample / "year"
    article = READERS[".txt"](text.encode())
    assert "".join(piece.text for piece in article.pieces) == text.removeprefix("\ufeff")
    draft = drafted(article, int(year.read_text(encoding="utf-8")) if year.exists() else None)
    assert draft.balance.difference == 0
    return format(draft.document)


@pytest.mark.parametrize("variant", VARIANTS)
@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.name)
def test_variant(sample: Path, variant: str) -> None:
    text = source_of(sample)
    assert story_of(VARIANTS[variant](text), sample) == story_of(text, sample)


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.name)
@pytest.mark.parametrize("codec", ["utf-16", "gb18030"])
def test_encoding(sample: Path, codec: str) -> None:
    text = source_of(sample)
    article = READERS[".txt"](text.encode(codec))
    year = sample / "year"
    draft = drafted(article, int(year.read_text(encoding="utf-8")) if year.exists() else None)
    assert format(draft.document) == story_of(text, sample)


def test_a_title_that_stands_again_above_the_story() -> None:
    sample = Path(__file__).with_name("txt") / "interview"
    text = source_of(sample)
    title, _, rest = text.partition("\n")
    again = rest.replace("编者按：", f"{title}\n编者按：", 1)
    assert story_of(f"{title}\n{again}", sample) == story_of(text, sample)
