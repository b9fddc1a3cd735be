"""What typogrify may do, and where."""

import pytest
from typogrify.filters import smartypants, widont

from plugins.typography.edits import mended
from plugins.typography.latin_runs import last_words, latin_marks


def changed(text: str) -> str:
    return "".join(mended(text, [latin_marks]))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Don't litter -- it's OUR home...", "Don’t litter — it’s OUR home…"),
        ("他说Don't do that!好", "他说Don’t do that!好"),
        ("the 'quoted' word is here", "the ‘quoted’ word is here"),
    ],
)
def test_latin_text_gets_its_marks(text: str, expected: str) -> None:
    assert changed(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "O'Brien来了",
        "I'm you're",
        "社区--记",
        "call 0000--555 or 5'30 not 2021--2026 please",
        "see http://a.cn/x--y?b='2' and more text",
        "write to o'neil--x@a.cn for more",
        "one --- two three four",
        'the "double" quotes are paired elsewhere',
        "a ``b'' c \\\" d many words here",
    ],
)
def test_the_rest_is_left_alone(text: str) -> None:
    assert changed(text) == text


def test_the_last_two_words() -> None:
    assert last_words("Keep our yard clean.") == (len("Keep our "), len("Keep our yard clean."))
    assert last_words("two words") is None
    assert last_words("one") is None


def test_typogrify_is_the_one_that_we_know() -> None:
    """latin_runs takes these answers apart."""
    assert smartypants("it's -- a...") == "it&#8217;s &#8212; a&#8230;"
    assert widont("one two three") == "one two&nbsp;three"
