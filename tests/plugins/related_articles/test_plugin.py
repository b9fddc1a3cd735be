from __future__ import annotations

import datetime as dt
from pathlib import Path

from plugins.related_articles.link import RelatedLink
from plugins.related_articles.settings import RelatedSettings
from tests.plugins.pelican_site import build
from tests.plugins.related_articles.stories import ALL, CANTEEN, LIFT, LIFT_DONE, LIFT_TALK


def files() -> dict[str, str]:
    return {f"{it.id}.md": f"---\ntitle: {it.title}\ndate: {it.date}\n---\n\n{it.text}\n" for it in ALL}


def test_links_say_what_a_reader_needs_to_choose(tmp_path: Path) -> None:
    talk = (
        f"---\ntitle: {LIFT_TALK.title}\ndate: 2026-03-24 09:26\nsource: 槐树里融媒体站\n"
        f"category: 民生服务\n---\n\n{LIFT_TALK.text}\n"
    )
    site = build(tmp_path, {**files(), f"{LIFT_TALK.id}.md": talk}, ["related_articles"])
    assert site.warnings == ()
    shown = {it.url: it for it in site.articles[LIFT.id].related}
    zone = site.articles[LIFT.id].date.tzinfo
    assert shown[f"{LIFT_TALK.id}/"] == RelatedLink(
        title=LIFT_TALK.title,
        url=f"{LIFT_TALK.id}/",
        date=dt.datetime(2026, 3, 24, 9, 26, tzinfo=zone),
        date_has_time=True,
        source="槐树里融媒体站",
        category="民生服务",
        picture=None,
        why="都说到“加装电梯”",
    )
    assert shown[f"{LIFT_DONE.id}/"].date_has_time is False


def test_hidden_stories_have_links_and_are_none_and_drafts_without_a_page_have_none(tmp_path: Path) -> None:
    unlisted = {
        "news/2026/hidden.md": "---\ntitle: 电梯答疑\ndate: 2026-05-01\nstatus: hidden\n---\n\n加装电梯。\n",
        "news/drafts/lift.md": "---\ntitle: 加装电梯草稿\nstatus: draft\n---\n\n加装电梯的井道。\n",
        "news/2026/later.md": "---\ntitle: 加装电梯以后\ndate: 2999-01-01\n---\n\n加装电梯以后。\n",
    }
    site = build(tmp_path, {**files(), **unlisted}, ["related_articles"])
    published = {f"{it.id}/" for it in ALL}
    assert all(link.url in published for story in site.articles.values() for link in story.related)
    assert site.articles["news/2026/hidden"].related
    for address in ("news/drafts/lift", "news/2026/later"):
        assert not site.articles[address].related


def test_editors_pin_and_ban_in_front_matter(tmp_path: Path) -> None:
    wishes = f"related: [/{CANTEEN.id}/, 不要 /{LIFT_TALK.id}/]"
    lift = f"---\ntitle: {LIFT.title}\ndate: {LIFT.date}\n{wishes}\n---\n\n{LIFT.text}\n"
    site = build(tmp_path, {**files(), f"{LIFT.id}.md": lift}, ["related_articles"])
    urls = [it.url for it in site.articles[LIFT.id].related]
    assert urls[0] == f"{CANTEEN.id}/"
    assert f"{LIFT_TALK.id}/" not in urls
    assert site.articles[LIFT.id].related[0].why == "编辑推荐"


def test_how_many_is_a_setting(tmp_path: Path) -> None:
    for many in (0, 2):
        settings = {"RELATED": RelatedSettings(how_many=many)}
        site = build(tmp_path / str(many), files(), ["related_articles"], settings=settings)
        assert {len(it.related) for it in site.articles.values()} == {many}


def test_a_list_tells_what_it_is_made_from_and_makes_links_when_asked(tmp_path: Path) -> None:
    site = build(tmp_path, files(), ["related_articles"])
    shown = site.articles[LIFT.id].related
    assert [getattr(it, "slug", None) for it in shown.made_from[:-1]] == [it.url.strip("/") for it in shown]
    assert shown.made_from[-1] == "\n".join(it.why for it in shown)
    assert list(shown[1:3]) == list(shown)[1:3]
