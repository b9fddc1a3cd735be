"""Files that are no Word document, broken or built to do harm: each is refused with the right sentence."""

from __future__ import annotations

import pytest

from article.likeness import han
from newsdesk.importing.formats.docx import read
from newsdesk.importing.imported import NotImportedError
from tests.newsdesk.importing.word.bad_files import BAD, GOOD
from tests.newsdesk.importing.word.making import PNG, docx, relations

STORY = "[居中, 字号=22] 槐树里办起春季集市\n三号院的小广场上，一大早就支起了三十二个摊位。"


@pytest.mark.parametrize("name", BAD)
def test_refused(name: str) -> None:
    source, words = BAD[name]
    with pytest.raises(NotImportedError) as caught:
        read(source)
    why = caught.value
    assert words in f"{why.what}：{why.why}"
    assert han(why.what) and han(why.why) and han(why.fix)


def test_the_good_one_is_not_refused() -> None:
    assert read(GOOD).title == "槐树里办起春季集市"


def test_macros_objects_and_templates_are_left_alone_and_said() -> None:
    settings = "<w:settings/>"
    template = relations([("attachedTemplate", "http://a.example/x.dotm", "External")])
    article = read(
        docx(
            STORY,
            parts={
                "word/vbaProject.bin": b"\xd0\xcf\x11\xe0",
                "word/settings.xml": settings,
                "word/_rels/settings.xml.rels": template,
                "word/_rels/document.xml.rels": relations([("settings", "settings.xml", "")]),
            },
        )
    )
    assert any("宏" in it and "没有运行" in it for it in article.problems)
    assert any("外部模板" in it and "没有去取" in it for it in article.problems)


def test_a_broken_part_beside_the_story_is_passed_over_and_said() -> None:
    article = read(docx(STORY + "{注:一条脚注}", parts={"word/footnotes.xml": "<broken"}))
    assert article.title == "槐树里办起春季集市"
    assert any("脚注" in it and "坏了" in it for it in article.problems)


def test_pictures_are_only_what_lies_in_the_media_folder() -> None:
    article = read(
        docx(
            STORY + "\n{图 ../secret.png:秘密}\n{图 a.png:集市}",
            media={"a.png": PNG},
            parts={"secret.png": PNG, "word/secret.png": PNG},
        )
    )
    assert [it.name for it in article.images] == ["a.png"]
    assert any("秘密" in it for it in article.problems)


def test_large_parts_that_nobody_reads_do_no_harm() -> None:
    """Embedded fonts of Chinese documents have many megabytes."""
    article = read(docx(STORY, parts={"word/fonts/font1.odttf": bytes(60_000_000)}))
    assert article.title == "槐树里办起春季集市"
