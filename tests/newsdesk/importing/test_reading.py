"""An article knows where its page was opened."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsdesk.importing.imported import NotImportedError
from newsdesk.importing.inputs import Input, inputs
from newsdesk.importing.reading import read
from tests.newsdesk.importing.fetching.web import moved, page, web
from tests.newsdesk.importing.webpage.test_page_address import source


def test_links_of_a_fetched_page_begin_where_it_was_found() -> None:
    pages = {"/old": moved("/2026/05/a.html"), "/2026/05/a.html": page(source())}
    with web(pages) as here:
        fetched = read(Input("", address=here.address("/old")), here.fetcher())
        named = here.address("/2026/05/a.html")
        assert fetched.article.source_url == fetched.origin.address == named
        assert f"[四月的通知]({here.address('/2026/04/b.html')})" in fetched.article.markdown


@pytest.mark.parametrize("address", ["file:///etc/passwd", "ftp://news.test/a.html"])
def test_only_web_addresses_are_addresses(address: str) -> None:
    with pytest.raises(NotImportedError) as caught:
        read(inputs([address])[0], None)
    assert "http:// 和 https://" in caught.value.why
    assert "直接写文件名" in caught.value.fix


@pytest.mark.parametrize("text", ["短", '{"a":1}', "槐树里办起集市\n发布时间：2026-05-03\n"])
def test_a_title_alone_is_no_story(text: str, tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(NotImportedError) as caught:
        read(Input("", file), None)
    assert caught.value.what == "没有正文"
