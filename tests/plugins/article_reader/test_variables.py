"""Checked fields -> template variables."""

import datetime as dt
from zoneinfo import ZoneInfo

from article.front_matter import FrontMatter, Status
from plugins.article_reader.variables import variables

ZONE = ZoneInfo("Asia/Shanghai")


def test_all_are_there_when_only_a_title_is_given() -> None:
    found = variables(FrontMatter(title="标题", status=Status.DRAFT), "news/a", "首段", ZONE)
    assert found["status"] == "draft"
    assert type(found["status"]) is str
    assert found["summary"] == "首段"
    assert found["author_names"] == ()
    assert (found["date_has_time"], found["modified_has_time"]) == (False, False)
    assert "date" not in found
    assert "modified" not in found
    assert "authors" not in found
    texts = ("subtitle", "kicker", "column", "source", "source_url", "editor", "series", "cover", "cover_alt")
    assert all(found[name] == "" for name in texts)


def test_a_minute_and_a_day() -> None:
    given = FrontMatter(
        title="标题", date=dt.datetime(2026, 5, 3, 9, 26), modified=dt.date(2026, 5, 4), summary="摘要"
    )
    found = variables(given, "news/a", "首段", ZONE)
    assert found["date"] == dt.datetime(2026, 5, 3, 9, 26, tzinfo=ZONE)
    assert found["date_has_time"] is True
    assert found["modified"] == dt.datetime(2026, 5, 4, tzinfo=ZONE)
    assert found["modified_has_time"] is False
    assert found["summary"] == "摘要"
