"""An article knows where its page was opened."""

from __future__ import annotations

from newsdesk.importing.inputs import Input
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
