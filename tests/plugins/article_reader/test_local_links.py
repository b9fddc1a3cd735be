"""Addresses as staff write them -> what Pelican understands."""

from __future__ import annotations

from pathlib import PurePosixPath

import pytest

from plugins.article_reader.local_links import local_links

FILES = {
    "news/2026/fair.md",
    "news/2025/fair.v2.md",
    "news/2026/a.jpg",
    "pages/about.md",
    "images/a.jpg",
    "images/100% #1?.jpg",
    "images/集市.jpg",
}
PLACE = PurePosixPath("news/2026/spring.md")


def linked(address: str, site: str = "", attribute: str = "href") -> str:
    tag = "a" if attribute == "href" else "img"
    body = f'<{tag} class="x" {attribute}="{address}" title="href=&quot;/about/&quot;">'
    changed = local_links(body, PLACE, site, lambda file: str(file) in FILES)
    head, tail = body.split(address, 1)
    assert changed.startswith(head)
    assert changed.endswith(tail)
    return changed[len(head) : len(changed) - len(tail)]


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("/news/2026/fair/", "{filename}/news/2026/fair.md"),
        ("/news/2026/fair", "{filename}/news/2026/fair.md"),
        ("/news/2025/fair.v2/#时间", "{filename}/news/2025/fair.v2.md#时间"),
        ("/news/2026/fair/?a=1&amp;b=2#c", "{filename}/news/2026/fair.md?a=1&amp;b=2#c"),
        ("/about/", "{filename}/pages/about.md"),
        ("fair.md", "{filename}/news/2026/fair.md"),
        ("../2025/fair.v2.md", "{filename}/news/2025/fair.v2.md"),
        ("/images/a.jpg", "{static}/images/a.jpg"),
        ("../../images/a.jpg", "{static}/images/a.jpg"),
        ("a.jpg", "{static}/news/2026/a.jpg"),
        ("/images/%E9%9B%86%E5%B8%82.jpg", "{static}/images/集市.jpg"),
        ("/images/100%25%20%231%3F.jpg", "{static}/images/100%25 %231%3F.jpg"),
    ],
)
def test_a_file_of_the_content_folder(address: str, expected: str) -> None:
    assert linked(address) == expected
    assert linked(address, "https://h.example/sub") == expected


@pytest.mark.parametrize("address", ["/", "/category/x/", "/news/2026/none/", "/../etc/passwd", "/none.md"])
def test_an_address_of_the_site_that_is_no_file(address: str) -> None:
    assert linked(address) == address
    assert linked(address, "https://h.example/sub") == f"https://h.example/sub{address}"


@pytest.mark.parametrize(
    "address",
    [
        "https://a.example/about/",
        "HTTPS://a.example/about/",
        "//a.example/about/",
        "mailto:about@a.example",
        "tel:0000-555-0101",
        "#about",
        "?about",
        "none/",
        "{filename}/news/2026/fair.md",
        "{static}/images/a.jpg",
        "https://[",
    ],
)
def test_what_is_left_alone(address: str) -> None:
    assert linked(address, "https://h.example/sub") == address


def test_a_picture_that_is_not_there_keeps_its_path_for_the_message() -> None:
    assert linked("/images/none.jpg", "https://h.example/sub", "src") == "/images/none.jpg"


def test_text_is_no_link() -> None:
    body = '<p>href="/about/" &lt;a href="/about/"&gt;</p><code>src="/images/a.jpg"</code>'
    assert local_links(body, PLACE, "https://h.example", lambda file: True) == body
