"""A story's text <-> Document: nothing is lost on the way, and what is wrong is told at its line."""

import datetime as dt
from pathlib import PurePath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from article.document import Document, format, normal_body, parse
from article.front_matter import INVISIBLE, UNPRINTABLE, FrontMatter, Status
from article.problem import ArticleError, Problem

PATH = PurePath("content/news/2026/fair.md")

ANY_TEXT = st.text(st.characters(exclude_categories=["Cs"])).filter(lambda it: not UNPRINTABLE.search(it))
TEXT = ANY_TEXT | st.sampled_from(
    ["：", "# x", "- x", "[a]", "{a}", "*x", "&x", "true", "2026", "null", "~", "'", '"', "---"]
)
FILLED = TEXT.filter(lambda it: not all(char.isspace() or char in INVISIBLE for char in it))
MOMENTS = st.dates(dt.date(1900, 1, 1)) | st.datetimes(dt.datetime(1900, 1, 1)).map(
    lambda it: it.replace(second=0, microsecond=0)
)
FRONT_MATTER = st.builds(
    FrontMatter,
    title=FILLED,
    date=MOMENTS,
    modified=st.none() | st.dates(dt.date(9999, 1, 1)),
    authors=st.lists(FILLED, max_size=3).map(tuple),
    tags=st.lists(FILLED, max_size=3).map(tuple),
    source_url=st.sampled_from(["", "https://example.com/a?b=1#c"]),
    cover=st.sampled_from(["", "/images/a.svg"]),
    status=st.sampled_from(Status),
    **dict.fromkeys(("subtitle", "kicker", "column", "source", "editor", "category", "series"), TEXT),
    **dict.fromkeys(("summary", "cover_alt", "correction"), TEXT),
)
BODY = st.lists(ANY_TEXT).map("\n".join).map(normal_body)


@given(FRONT_MATTER, BODY)
def test_what_is_written_is_read_back(front_matter: FrontMatter, body: str) -> None:
    document = Document(front_matter, body)
    assert parse(format(document), PATH) == document


@given(st.text())
def test_any_text_is_a_story_or_a_list_of_problems(text: str) -> None:
    try:
        parse(text, PATH)
    except ArticleError as error:
        assert error.problems


@given(st.text(st.sampled_from("title: date[]{}&*!|>'\"#-?,\n 2026五月")))
def test_any_block_is_a_story_or_a_list_of_problems(block: str) -> None:
    try:
        parse(f"---\n{block}\n---\n", PATH)
    except ArticleError as error:
        assert error.problems


def problems(*block: str, body: str = "") -> tuple[Problem, ...]:
    with pytest.raises(ArticleError) as caught:
        parse("\n".join(["---", *block, "---", body]), PATH)
    return caught.value.problems


def test_each_problem_stands_at_its_line() -> None:
    found = problems("title: 集市", "date: 五月三日", "tags: 集市", "place: 三号院", "title: 再写一次")
    assert [(it.line, it.what.split("”")[0]) for it in found] == [
        (3, "“date"),
        (4, "“tags"),
        (5, "没有“place"),
        (6, "“title"),
    ]
    assert str(found[0]).startswith("content/news/2026/fair.md:3: “date”写的是“五月三日”")


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("", 1),
        ("标题\n正文\n", 1),
        ("---\ntitle: 没有第二行横线\n", 1),
        ("---\n- 一\n- 二\n---\n", 2),
        ("---\ntitle: 集市\nsource: 甲: 乙\n---\n", 3),
        ("---\ntitle: 集市\ndate: 2026-05-03\nsource: '没有合上\n---\n", 4),
        ("---\ntitle: " + "[" * 5000 + "\n---\n", 2),
        ("---\ntitle: 集市\ndate: 2026-05-03\n---\n\n正文\x00\n", 6),
        ("---\ntitle: " + "长" * 30_000 + "\n---\n", 1),
        ("---\ntitle：集市\ndate: 2026-05-03\n---\n", 2),
        ('---\ntitle: "坏稿\ndate: 2026-05-03\neditor: [a, b]\n---\n', 2),
        ("---\ntitle: 集市\ndate: 2026-05-03\n? [a, b]\n---\n", 4),
        ("---\ntitle: 集市\ndate: 2026-05-03\n? {a: b}\n---\n", 4),
        ("---\ntitle: !!int ''\ndate: 2026-05-03\n---\n", 2),
        ("---\ntitle: 集市\ndate: !!bool xyz\n---\n", 3),
        ("---\ntitle: 集市\ndate: !!timestamp foo\n---\n", 3),
        ('---\ntitle: "\\U00110000"\n---\n', 2),
    ],
)
def test_a_text_that_is_no_story_is_refused_at_a_line(text: str, line: int) -> None:
    with pytest.raises(ArticleError) as caught:
        parse(text, PATH)
    assert caught.value.problems[0].line == line


def test_a_value_may_not_repeat_itself_without_end() -> None:
    bomb = [
        "a: &a [x, x]",
        *(f"{new}: &{new} [*{old}, *{old}, *{old}]" for old, new in zip("abcdefg", "bcdefgh", strict=True)),
    ]
    assert "引用" in problems(*bomb)[0].what
    assert "引用" in problems("title: &a [*a]")[0].what


def test_a_block_of_any_length_is_answered_at_once() -> None:
    """YAML's own reader would take minutes over this one."""
    assert "太长" in problems("a: " + "[" * 15_000 + "]" * 15_000)[0].what


def test_no_tag_makes_anything_run() -> None:
    assert problems("title: !!python/object/apply:os.getcwd []", "date: 2026-05-03")[0].line == 2


def test_line_ends_and_a_byte_order_mark_do_not_matter() -> None:
    text = "---\ntitle: 集市\ndate: 2026-05-03\n---\n\n正文\n"
    assert parse("\ufeff" + text.replace("\n", "\r\n"), PATH) == parse(text, PATH)


def test_a_story_reads_as_staff_write_it() -> None:
    front_matter = FrontMatter(
        title="集市：周六见", date=dt.datetime(2026, 5, 3, 9, 26), authors=("江一帆", "苏禾"), tags=("集市",)
    )
    assert format(Document(front_matter, "开市了。\n")) == (
        "---\ntitle: 集市：周六见\ndate: 2026-05-03 09:26\nauthors: [江一帆, 苏禾]\ntags: [集市]\n---\n"
        "\n开市了。\n"
    )
