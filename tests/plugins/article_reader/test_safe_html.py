"""Each case: a story's Markdown and its HTML; then the payloads one by one."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from plugins.article_reader.safe_html import safe_html
from tests.cases import Case
from tests.plugins.article_reader.test_laws import check as text_of_safe
from tests.plugins.article_reader.xss import PAYLOADS


def test_case(case: Case, check: Callable[[str], None]) -> None:
    body = safe_html(case.given)
    check(body if body.endswith("\n") or not body else f"{body}\n")


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_payload_is_not_live_and_hides_nothing_after_it(payload: str) -> None:
    shown = text_of_safe(safe_html(f"前\n\n{payload}\n\n后"))
    assert shown.startswith("前")
    assert "后" in shown


@pytest.mark.parametrize("payload", [it for it in PAYLOADS if it.startswith("<") and "\n" not in it])
def test_a_raw_tag_loses_no_character(payload: str) -> None:
    shown = text_of_safe(safe_html(f"前{payload}后"))
    assert shown == f"前{payload}后" or payload.startswith(("<javascript:", "<span", "<ruby"))
