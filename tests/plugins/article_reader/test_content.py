"""The site's own content through the reader and the stages after it, in a real Pelican run."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.plugins.pelican_site import Built, build

CONTENT = Path(__file__).parents[3] / "content"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    files = {
        file.relative_to(CONTENT).as_posix(): file.read_bytes()
        for file in sorted(CONTENT.rglob("*"))
        if file.is_file()
    }
    templates = {
        "article": "<main>{{ article.content|safe }}</main>",
        "page": "<main>{{ page.content|safe }}</main>",
    }
    return build(tmp_path_factory.mktemp("site"), files, ["typography", "toc", "images"], templates)


def bodies(built: Built) -> list[str]:
    found = [file.read_text(encoding="utf-8") for file in sorted(built.output.rglob("index.html"))]
    return [text for text in found if "<main>" in text]


def test_every_story_is_there_and_nobody_complained(built: Built) -> None:
    assert len(built.articles) + len(built.pages) == len(list(CONTENT.rglob("*.md")))
    assert built.warnings == ()


def test_every_link_within_the_site_leads_to_a_file(built: Built) -> None:
    for text in bodies(built):
        assert "{filename}" not in text
        assert "{static}" not in text
        for address in re.findall(r'(?:href|src)="/([^"#?]*)', text):
            file = built.output / address
            assert file.exists(), address


def test_every_picture_has_its_size(built: Built) -> None:
    for text in bodies(built):
        for image in re.findall(r"<img[^>]*>", text):
            assert re.search(r'width="\d+" height="\d+"', image)


def test_no_invisible_character_and_no_heading_of_level_one(built: Built) -> None:
    for text in bodies(built):
        assert not re.search("\u00a0|&nbsp;|\u2060|\u200b|<h1", text)
