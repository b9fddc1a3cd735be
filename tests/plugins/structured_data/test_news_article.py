from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from plugins.structured_data.news_article import Moment, Photo, Site, StoryFacts, structured_data

SITE = Site("槐树里新闻", "槐树里社区融媒体站", "https://huaishuli.example")
SHANGHAI = ZoneInfo("Asia/Shanghai")
STORY = StoryFacts(
    url="news/2026/spring-fair/",
    title="槐树里办起春季集市",
    subtitle="——记三号院的第一次邻里集市",
    summary="五月三日上午九点开市。",
    published=Moment(dt.datetime(2026, 5, 3, 9, 26, tzinfo=SHANGHAI), has_time=True),
    modified=Moment(dt.datetime(2026, 5, 4, tzinfo=SHANGHAI), has_time=False),
    authors=("江一帆", "苏禾"),
    editor="林小满、 周言",
    source="槐树里融媒体站",
    source_url="https://example.com/news/1.html",
    section="民生服务",
    tags=("集市", "志愿服务"),
    characters=980,
    photo=Photo("images/春 fair.svg", 1200, 800),
    correction="上一版把开市时间写错了。",
)


def test_all_that_a_story_can_say() -> None:
    assert json.loads(structured_data(STORY, SITE)) == {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "mainEntityOfPage": "https://huaishuli.example/news/2026/spring-fair/",
        "url": "https://huaishuli.example/news/2026/spring-fair/",
        "headline": "槐树里办起春季集市",
        "alternativeHeadline": "——记三号院的第一次邻里集市",
        "description": "五月三日上午九点开市。",
        "datePublished": "2026-05-03T09:26:00+08:00",
        "dateModified": "2026-05-04",
        "author": [{"@type": "Person", "name": "江一帆"}, {"@type": "Person", "name": "苏禾"}],
        "editor": [{"@type": "Person", "name": "林小满"}, {"@type": "Person", "name": "周言"}],
        "publisher": {
            "@type": "NewsMediaOrganization",
            "name": "槐树里社区融媒体站",
            "url": "https://huaishuli.example/",
        },
        "sourceOrganization": {"@type": "Organization", "name": "槐树里融媒体站"},
        "isBasedOn": "https://example.com/news/1.html",
        "articleSection": "民生服务",
        "keywords": ["集市", "志愿服务"],
        "wordCount": 980,
        "image": {
            "@type": "ImageObject",
            "url": "https://huaishuli.example/images/%E6%98%A5%20fair.svg",
            "width": 1200,
            "height": 800,
        },
        "correction": "上一版把开市时间写错了。",
        "inLanguage": "zh-CN",
        "isAccessibleForFree": True,
    }


def test_what_is_not_given_is_not_said() -> None:
    bare = replace(
        STORY,
        subtitle="",
        summary="",
        published=Moment(dt.datetime(2026, 5, 3, tzinfo=SHANGHAI), has_time=False),
        modified=None,
        authors=(),
        editor="",
        source="",
        source_url="",
        tags=(),
        characters=0,
        photo=None,
        correction="",
    )
    said = json.loads(structured_data(bare, SITE))
    assert said["datePublished"] == said["dateModified"] == "2026-05-03"
    assert said["author"] == [{"@type": "Organization", "name": "槐树里社区融媒体站"}]
    unsaid = {"alternativeHeadline", "description", "editor", "sourceOrganization", "isBasedOn", "image"}
    assert not (unsaid | {"keywords", "wordCount", "correction"}) & set(said)


def test_a_source_stands_for_an_author_without_a_name() -> None:
    said = json.loads(structured_data(replace(STORY, authors=()), SITE))
    assert said["author"] == [{"@type": "Organization", "name": "槐树里融媒体站"}]


def test_no_title_ends_the_script_element() -> None:
    title = '</script><script>alert("&")</script><!-- \u2028 \u2029'
    written = structured_data(replace(STORY, title=title), SITE)
    assert isinstance(written, Markup)
    assert not set(written) & set("<>&\u2028\u2029\n")
    assert json.loads(written)["headline"] == title


@given(st.text(), st.text())
def test_any_text_arrives_as_it_is(title: str, correction: str) -> None:
    written = structured_data(replace(STORY, title=title, correction=correction), SITE)
    assert not set(written) & set("<>&\u2028\u2029\n")
    said = json.loads(written)
    assert (said.get("headline", ""), said.get("correction", "")) == (title, correction)
