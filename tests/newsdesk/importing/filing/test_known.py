"""What a new story repeats, among the stories of a folder."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from article.document import Document, format
from article.front_matter import FrontMatter
from newsdesk.importing.filing.known import How, KnownStories

FIRST, SECOND = dt.datetime(2026, 5, 3, 9, 26), dt.date(2026, 6, 3)
FAIR = (
    "三号院的小广场上，一大早就支起了三十二个摊位，居民们带来旧书、绿植和点心，热热闹闹地办起了集市。"
    "接下来，集市将在每个月的第一个周六举办，摊位由居民抽签决定，社区只负责协调场地和用电。\n"
)
EDITED = FAIR.replace("抽签", "摇号")
SHARED = (
    FAIR[:50] + "夜校下周六开课，教老人修水龙头和换灯泡，想来的居民到社区服务站登记，名额三十个，先到先得。\n"
)
OTHER = "夜校下周六开课，教老人修水龙头和换灯泡，想来的居民到社区服务站登记，名额三十个，先到先得。\n"
HERE, ELSEWHERE = "https://news.test/fair.html", "https://other.test/fair.html"
OLD = Path("content/news/2026/fair.md")


def story(
    body: str = FAIR, title: str = "集市开张", date: dt.date | None = FIRST, address: str = ""
) -> Document:
    return Document(FrontMatter(title=title, date=date, source_url=address), body)


def how(new: Document, *old: Document) -> list[How]:
    texts = {OLD.with_name(f"{number}.md"): format(it) for number, it in enumerate(old)}
    known = KnownStories(lambda path: texts[path])
    for path, text in texts.items():
        known.add(path, text)
    return [it.how for it in known.repeats(new)]


@pytest.mark.parametrize(
    ("new", "old", "expected"),
    [
        (story(), story(), How.SAME),
        (story(), story(title="改过的标题"), How.SAME),
        (story(), story(date=SECOND), How.SAME),
        (story(address=HERE), story(), How.SAME),
        (story(address=HERE), story(address=ELSEWHERE), How.COPY),
        # an edited text
        (story(EDITED), story(), How.SAME),
        (story(EDITED), story(date=SECOND), How.ALIKE),
        (story(EDITED), story(date=None), How.LIKELY),
        (story(EDITED, date=None), story(date=None), How.LIKELY),
        (story(EDITED), story(title="改过的标题"), How.ALIKE),
        (story(EDITED, address=HERE), story(address=ELSEWHERE), How.ALIKE),
        # one address
        (story(SHARED, address=HERE), story(address=HERE), How.SAME),
        (story(SHARED, address=HERE, title="新标题"), story(address=HERE), How.SAME),
        (story(SHARED, address=HERE, date=None), story(address=HERE), How.SAME),
        (story(SHARED, address=HERE), story(address=HERE, date=SECOND), How.ADDRESS),
        (story(OTHER, address=HERE), story(address=HERE), How.ADDRESS),
        (story(OTHER, address="https://news.test/"), story(address="https://news.test/"), None),
        # nothing in common but the title or some words
        (story(OTHER), story(), None),
        (story(SHARED), story(), None),
    ],
)
def test_how_one_repeats_another(new: Document, old: Document, expected: How | None) -> None:
    assert how(new, old) == ([] if expected is None else [expected])


def test_notices_that_differ_in_figures_only_are_two() -> None:
    notice = "一号院和二号院5月3日8时至12时停水，请居民提前储水，给您带来不便，敬请谅解。\n" * 2
    assert how(story(notice.replace("5月3日", "6月3日"), date=SECOND), story(notice)) == [How.ALIKE]


def test_the_surest_comes_first() -> None:
    assert how(story(), story(EDITED, title="另一稿"), story()) == [How.SAME, How.ALIKE]


def test_what_was_forgotten_or_rewritten_is_no_longer_found() -> None:
    texts = {OLD: format(story())}
    known = KnownStories(lambda path: texts[path])
    known.add(OLD, texts[OLD])
    texts[OLD] = format(story(OTHER))
    known.add(OLD, texts[OLD])
    assert known.repeats(story()) == []
    assert [it.path for it in known.repeats(story(OTHER))] == [OLD]
    known.forget(OLD)
    assert known.repeats(story(OTHER)) == []


@pytest.mark.parametrize("text", ["", "没有开头", "---\ntitle: [\n---\n", "---\ndate: 2026-99-99\n---\n正文"])
def test_a_broken_file_is_no_obstacle(text: str) -> None:
    known = KnownStories(lambda path: text)
    known.add(OLD, text)
    assert known.repeats(story()) == []


def test_a_thousand_like_stories_cost_a_few_comparisons() -> None:
    asked: list[Path] = []

    def read(path: Path) -> str:
        asked.append(path)
        return texts[path]

    texts = {OLD.with_name(f"{number}.md"): format(story(FAIR + f"{number}。\n")) for number in range(300)}
    known = KnownStories(read)
    for path, text in texts.items():
        known.add(path, text)
    assert known.repeats(story(EDITED))
    assert len(asked) <= 10
