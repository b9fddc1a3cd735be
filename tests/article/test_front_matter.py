"""The fields of a story: what is taken, what is refused, and that the message says how to mend it."""

import datetime as dt
from dataclasses import fields

import pytest

from article.front_matter import Fault, FrontMatter, Status, guide, read

TITLE = {"title": "槐树里办起春季集市", "date": "2026-05-03 09:26"}


def faults(**values: object) -> dict[str, Fault]:
    result = read({**TITLE, **values})
    assert isinstance(result, list), f"nothing was found wrong with {values}"
    return {fault.field: fault for fault in result}


def accepted(**values: object) -> FrontMatter:
    result = read({**TITLE, **values})
    assert isinstance(result, FrontMatter), result
    return result


@pytest.mark.parametrize(
    ("written", "moment"),
    [
        (dt.date(2026, 5, 3), dt.date(2026, 5, 3)),
        ("2026-5-3", dt.date(2026, 5, 3)),
        ("2026-05-03 09:26", dt.datetime(2026, 5, 3, 9, 26)),
        ("2026-05-03T09:26", dt.datetime(2026, 5, 3, 9, 26)),
        (dt.datetime(2026, 5, 3, 9, 26, 41), dt.datetime(2026, 5, 3, 9, 26)),
        ("2028-02-29", dt.date(2028, 2, 29)),
    ],
)
def test_a_date_is_a_day_or_a_minute(written: object, moment: dt.date) -> None:
    assert accepted(date=written).date == moment


@pytest.mark.parametrize(
    "written",
    ["五月三日", "2026-02-30", "2026-05-03 25:00", "26-05-03", 20260503, True, ["2026-05-03"], "0026-05-03",
     dt.datetime(2026, 5, 3, 9, 26, tzinfo=dt.UTC)],
)  # fmt: skip
def test_what_is_no_date_is_refused_with_an_example(written: object) -> None:
    assert "2026-05-03" in faults(date=written)["date"].fix


def test_title_and_date_are_required_and_a_draft_may_lack_the_date() -> None:
    assert set(faults(title=None, date=None)) == {"title", "date"}
    assert set(faults(title="　 ")) == {"title"}
    assert set(faults(title="\u200b")) == {"title"}
    assert accepted(date=None, status="draft").date is None
    assert set(faults(status="draft", title="")) == {"title"}


def test_a_name_that_is_no_field_is_refused_with_the_names_there_are() -> None:
    for name in ("slug", "url", "save_as", "template", "Title", "作者"):
        assert "subtitle" in faults(**{name: "x"})[name].fix


@pytest.mark.parametrize(
    ("name", "value", "hint"),
    [
        ("title", 2026, 'title: "2026"'),
        ("source", True, 'source: "True"'),
        ("tags", "集市 邻里", "tags: [集市, 邻里]"),
        ("authors", "江一帆，苏禾", "authors: [江一帆, 苏禾]"),
        ("authors", ["江一帆", ""], "空的一项"),
        ("tags", [2026], "tags:"),
        ("source", {"a": 1}, "source:"),
        ("source_url", "javascript:alert(1)", "https://"),
        ("source_url", "https://a b", "https://"),
        ("source_url", "http://[", "https://"),
        ("cover", "images/a.svg", "/images/"),
        ("cover", "/images/../../a.svg", "/images/"),
        ("status", "发布", "published"),
        ("title", "一行\n两行", "一行普通文字"),
        ("title", "看不见\u202e的", "一行普通文字"),
    ],
)
def test_a_wrong_value_is_refused_with_how_to_write_it(name: str, value: object, hint: str) -> None:
    fault = faults(**{name: value})[name]
    assert hint in fault.what + fault.fix


def test_a_story_is_not_changed_before_it_is_out() -> None:
    assert set(faults(modified="2026-05-02")) == {"modified"}
    assert accepted(modified="2026-05-03").modified == dt.date(2026, 5, 3)


def test_any_text_is_a_label() -> None:
    for label in ("A/B 座", "奋斗：一线", "<b>", "100%", "{x}", "　"):
        assert accepted(category=label, column=label, series=label).column == label


def test_all_faults_are_told_together() -> None:
    assert set(faults(title=1, date="x", tags="a", status="?", extra=1)) == {
        "title",
        "date",
        "tags",
        "status",
        "extra",
    }


def test_every_field_says_how_it_is_written_and_its_example_is_right() -> None:
    examples = {field.name: guide()[field.name].example for field in fields(FrontMatter)}
    lists = {name: text.strip("[]").split(", ") for name, text in examples.items() if text.startswith("[")}
    front_matter = accepted(**{**examples, **lists})
    assert front_matter.status is Status.PUBLISHED
    assert front_matter.tags == ("集市", "志愿服务")
