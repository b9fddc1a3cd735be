"""`newsdesk new`: a draft that passes the check as it is, with each field at hand."""

import datetime as dt
import re
from dataclasses import fields
from pathlib import Path, PurePath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from article.document import parse
from article.front_matter import INVISIBLE, UNPRINTABLE, FrontMatter, Status
from newsdesk.checking.command import check_folder
from newsdesk.cli import main
from newsdesk.writing.story import new_story

DAY = dt.date(2026, 5, 3)
TITLE = st.text(min_size=1).filter(
    lambda it: (
        not UNPRINTABLE.search(it)
        and any(not char.isspace() and char not in INVISIBLE for char in it.strip())
    )
)


@given(TITLE)
def test_any_title_gives_a_draft(title: str) -> None:
    front_matter = parse(new_story(title, DAY, "民生服务"), PurePath("new.md")).front_matter
    assert (front_matter.title, front_matter.date, front_matter.status) == (title, DAY, Status.DRAFT)


def test_every_field_is_shown_and_right_once_its_sign_is_taken_away() -> None:
    text = re.sub(r"(?m)^# (?=\w+: )", "", new_story("集市", DAY))
    front_matter = parse(text, PurePath("new.md")).front_matter
    assert all(getattr(front_matter, field.name) for field in fields(FrontMatter))


def test_a_second_story_of_one_title_gets_a_file_of_its_own(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for _ in range(2):
        assert main(["new", "春季集市", "--content", str(tmp_path)]) == 0
    files = sorted(it.relative_to(tmp_path).as_posix() for it in tmp_path.rglob("*.md"))
    assert [re.sub(r"\d{4}", "YEAR", it, count=1) for it in files] == [
        "news/YEAR/chun-ji-ji-shi-2.md",
        "news/YEAR/chun-ji-ji-shi.md",
    ]
    assert str(tmp_path / files[0]) in capsys.readouterr().out
    assert not check_folder(tmp_path).problems


@pytest.mark.parametrize("title", ["", "  ", "\u200b", "两行\n标题"])
def test_what_is_no_title_makes_no_file(tmp_path: Path, title: str) -> None:
    assert main(["new", title, "--content", str(tmp_path)]) == 1
    assert not list(tmp_path.iterdir())
