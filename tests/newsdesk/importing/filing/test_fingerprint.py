"""When two texts say the same."""

from __future__ import annotations

import pytest

from article.document import Document, format
from article.front_matter import FrontMatter, Status
from newsdesk.importing.filing.fingerprint import fingerprint, fingerprint_of_file
from newsdesk.importing.pictures.marks import picture_mark, stored

BODY = "三号院的小广场上，一大早就支起了32个摊位，居民们带来旧书、绿植和点心。\n"


@pytest.mark.parametrize(
    "other",
    [
        BODY.replace("，", ","),
        BODY.replace("一大早", "\n\n一大早"),
        BODY.replace("旧书", "**旧书**"),
        BODY.replace("32", "３２"),
        BODY + "\n![后来补上的说明](/images/a.jpg)\n",
    ],
)
def test_the_same(other: str) -> None:
    assert fingerprint("集市", other) == fingerprint("集市", BODY) == fingerprint("别的标题", BODY)


@pytest.mark.parametrize("other", [BODY.replace("32", "33"), BODY.replace("点心", "花"), BODY + "好。"])
def test_another(other: str) -> None:
    assert fingerprint("集市", other) != fingerprint("集市", BODY)


def test_of_short_texts_the_title_counts() -> None:
    assert fingerprint("集市", "图。") != fingerprint("夜校", "图。")


def test_pictures_change_nothing_but_their_captions_count() -> None:
    before = BODY + "\n" + picture_mark(0, "摊位", '图为"集市"现场。') + "\n"
    after = BODY + "\n" + stored("/images/0123456789abcdef.jpg", "摊位", '图为"集市"现场。') + "\n"
    alone = BODY + '\n图为"集市"现场。\n'
    assert fingerprint("集市", before) == fingerprint("集市", after) == fingerprint("集市", alone)
    assert fingerprint("集市", before) != fingerprint("集市", BODY)


@pytest.mark.parametrize("title", ["集市", '"春"季: 集市#1', "- 集市"])
def test_a_file_has_the_fingerprint_of_its_story(title: str) -> None:
    for body in (BODY, "图。\n"):
        text = format(Document(FrontMatter(title=title, status=Status.DRAFT), body))
        assert fingerprint_of_file(text) == fingerprint(title, body)
        assert fingerprint_of_file(text.replace("\n", "\r\n")) == fingerprint(title, body)


@pytest.mark.parametrize("text", ["", "---", "没有开头", "---\ntitle: a", "---\nx\n---\n"])
def test_broken_files(text: str) -> None:
    assert len(fingerprint_of_file(text)) == 16
