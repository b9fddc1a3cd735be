"""The pictures of a page -> what the story shows, and what staff are told."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from newsdesk.importing.imported import ImportedImage
from newsdesk.importing.pictures.gathered import GatheredPicture, gathered
from newsdesk.importing.pictures.located import Origin
from newsdesk.importing.pictures.marks import marks, picture_mark
from newsdesk.importing.pictures.refused import PictureRefusedError
from newsdesk.importing.pictures.told import picture_evidence, picture_problems, with_pictures
from tests.newsdesk.importing.pictures.drawn import from_a_phone, photo, saved

PHOTO = from_a_phone()
DOT = saved(Image.new("RGB", (1, 1)), "GIF")
ADDRESS = "https://img.test/1.jpg"


def gather(
    text: str, *images: ImportedImage, web: dict[str, bytes] | None = None
) -> tuple[GatheredPicture, ...]:
    def fetch(address: str) -> bytes:
        if address in (web or {}):
            return (web or {})[address]
        raise PictureRefusedError("没有取到")

    return tuple(gathered(images, marks(text), Origin(), None if web is None else fetch))


def test_each_picture_stands_where_its_mark_stood() -> None:
    text = f"上文。\n\n{picture_mark(1, '', '图为集市。')}\n\n中间。\n\n{picture_mark(0, '摊位')}\n"
    found = gather(
        text,
        ImportedImage("a.jpg", PHOTO, alt="摊位"),
        ImportedImage("b.png", saved(photo(), "PNG"), caption="图为集市。"),
    )
    first, second = found
    assert (first.number, second.number) == (2, 1)
    assert with_pictures(text, found) == (
        f'上文。\n\n![]({first.path} "图为集市。")\n\n中间。\n\n![摊位]({second.path})\n'
    )
    assert (first.path[-4:], second.path[-4:]) == (".png", ".jpg")
    assert first.path.startswith("/images/")


def test_a_missing_picture_leaves_its_caption_and_a_word_for_staff() -> None:
    text = f"上文。\n\n{picture_mark(0, '摊位', '图为集市。')}\n\n下文。\n"
    found = gather(text, ImportedImage("a.svg", b"<svg/>"))
    assert with_pictures(text, found) == "上文。\n\n图为集市。\n\n下文。\n"
    (problem,) = picture_problems(found)
    assert problem.startswith("第 1 张图片（图注：图为集市。）是 SVG 矢量图")
    assert found[0].is_missing
    assert list(picture_evidence(found)) == []


def test_a_blank_picture_and_its_caption_stay_together() -> None:
    blank = saved(Image.new("RGB", (600, 400), "grey"), "PNG")
    text = f"上文。\n\n{picture_mark(0, '', '图为集市。')}\n\n下文。\n"
    found = gather(text, ImportedImage("a.png", blank))
    assert f'![]({found[0].path} "图为集市。")' in with_pictures(text, found)
    problem, _ = picture_problems(found)
    assert problem == (
        "第 1 张图片（图注：图为集市。）整张只有一种颜色，可能是占位用的，连同图注留在稿件里；"
        "请换上原来的图片，或者把图和图注一起删去。"
    )
    assert not gather(picture_mark(0), ImportedImage("a.png", blank))[0].picture


def test_a_copy_beside_the_page_comes_before_the_network(tmp_path: Path) -> None:
    (tmp_path / "saved_files").mkdir()
    (tmp_path / "saved_files" / "640").write_bytes(PHOTO)
    (tmp_path / "saved_files" / "dot").write_bytes(DOT)
    origin = Origin(tmp_path / "saved.html", "https://img.test/")
    found = {
        saved: next(gathered([ImportedImage("640", source=ADDRESS, saved=saved)], [mark], origin, None))
        for mark in marks(picture_mark(0))
        for saved in ("./saved_files/640", "old_files/640", "saved_files/dot", "saved_files/none", "../x", "")
    }
    assert [bool(it.picture) for it in found.values()] == [True, True, False, False, False, False]
    assert [it.address for it in found.values()] == ["", "", ADDRESS, ADDRESS, ADDRESS, ADDRESS]


def test_a_dot_goes_without_a_problem_and_leaves_no_hole() -> None:
    text = f"上文。\n\n{picture_mark(0)}\n\n下文。\n"
    found = gather(text, ImportedImage("dot.gif", DOT))
    assert with_pictures(text, found) == "上文。\n\n下文。\n"
    assert list(picture_problems(found)) == []
    assert "1×1" in found[0].problem
    assert not found[0].is_missing


def test_pictures_without_words_are_asked_for_together() -> None:
    text = "\n\n".join(picture_mark(number) for number in (0, 1, 2, 4)) + "\n"
    images = [ImportedImage("a.jpg", PHOTO, alt="摊位" if number == 4 else "") for number in range(5)]
    (problem,) = picture_problems(gather(text, *images))
    assert problem.startswith("第 1—3 张图片没有文字说明，请补上")


@pytest.mark.parametrize("alt", ["图片", "image", "IMG_2031.JPG", "a.jpg", " ", "undefined"])
def test_an_alt_text_that_says_nothing_is_none(alt: str) -> None:
    (found,) = gather(picture_mark(0, alt), ImportedImage("a.jpg", PHOTO, alt=alt))
    assert found.alt == ""


def test_what_no_one_sees_reaches_neither_story_nor_terminal() -> None:
    text = picture_mark(0, "摊\x1b[31m位\u202e", "图\x07注。")
    found = gather(
        text, ImportedImage("a\x1b.jpg", b"", "图\x07注。", "https://img.test/\x1b(1).jpg", "摊\x1b位")
    )
    assert (found[0].alt, found[0].caption) == ("摊位", "图注。")
    assert found[0].source == "https://img.test/(1).jpg"
    assert "\x1b" not in with_pictures(text, found)
    assert "(1)" not in found[0].path


def test_one_picture_in_two_places_is_gathered_once() -> None:
    text = f"{picture_mark(0)}\n\n{picture_mark(0)}\n"
    found = gather(text, ImportedImage("a.jpg", PHOTO))
    assert len(found) == 1
    assert with_pictures(text, found).count(found[0].path) == 2


def test_a_picture_that_no_mark_names_is_left_alone() -> None:
    assert gather("正文。\n", ImportedImage("a.jpg", PHOTO)) == ()


def test_a_mark_without_a_picture() -> None:
    text = picture_mark(7, "", "图注。")
    found = gather(text)
    assert with_pictures(text, found) == "图注。"
    assert list(picture_problems(found)) == ["第 8 张图片（图注：图注。）在原文件里没有找到；请另外添加。"]


def test_pictures_of_the_web() -> None:
    text = picture_mark(0, "摊位")
    (found,) = gather(text, ImportedImage("1.jpg", source=ADDRESS), web={ADDRESS: PHOTO})
    assert found.picture is not None
    (found,) = gather(text, ImportedImage("1.jpg", source=ADDRESS), web={})
    assert found.is_missing


def test_without_a_connection_the_address_stays() -> None:
    text = picture_mark(0, "摊位", "图注。")
    found = gather(text, ImportedImage("1.jpg", source=ADDRESS))
    assert with_pictures(text, found) == f'![摊位]({ADDRESS} "图注。")'
    assert list(picture_problems(found)) == []
