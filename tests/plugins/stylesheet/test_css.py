from __future__ import annotations

import re

from plugins.stylesheet.css import fingerprint, small_css

CSS = "/* why */\n.seal {\n  color: red;\n  width: calc(1em + 2px);\n}\n"


def test_the_rules_stay_and_the_rest_goes() -> None:
    assert small_css(CSS).text == ".seal{color:red;width:calc(1em + 2px)}\n"


def test_the_name_holds_a_hash() -> None:
    assert re.fullmatch(r"site-[0-9a-f]{8}\.css", small_css(CSS).name)


def test_other_rules_have_another_name() -> None:
    assert small_css(CSS.replace("red", "black")).name != small_css(CSS).name


def test_a_comment_changes_nothing() -> None:
    assert small_css(CSS.replace("why", "why not")) == small_css(CSS)


def test_small_css_stays_as_it_is() -> None:
    once = small_css(CSS)
    assert small_css(once.text) == once


def test_fingerprint_of_no_text() -> None:
    """The first digits of SHA-256 of nothing, as FIPS 180-4 gives it."""
    assert fingerprint("") == "e3b0c442"
