"""Videos and sounds of a story are told, wherever in it they stand; advertisements and counters are not."""

from __future__ import annotations

import pytest

from tests.newsdesk.importing.webpage.pages import OTHER, PARAGRAPH, page

PLAYER = '<iframe src="https://v.qq.com/txp/iframe/player.html?vid=x"></iframe>'
FRAME = '<iframe src="https://x.example/a.html"></iframe>'
TEXT = f"<p>{PARAGRAPH}</p><p>{OTHER}</p>"


def told(story: str, facts: str = "", below: str = "") -> list[str]:
    return [it for it in page(story, facts=facts, below=below).problems if "视频、音频" in it]


@pytest.mark.parametrize("media", [PLAYER, FRAME, "<audio src=b.mp3></audio>", "<video src=b.mp4></video>"])
@pytest.mark.parametrize(
    "place", ["{}<p>{text}</p>", "<p>{text}</p><p>{}</p>", "<p>{text}</p>{}<p>{text}</p>"]
)
def test_what_plays_in_a_story_is_told(media: str, place: str) -> None:
    assert told(place.format(media, text=f"{PARAGRAPH}</p><p>{OTHER}")) == [
        "原文里有 1 处视频、音频或小程序，没有导入，需要时请另外添加链接。"
    ]


def test_a_video_above_the_date_or_in_a_box_of_its_own_is_told() -> None:
    assert told(f"{PLAYER}<p>字号：大 中 小</p>{TEXT}")
    assert told(f"{TEXT}", facts=f"</div><div class=v>{PLAYER}")
    assert told(f"{TEXT}", below=f"<div class=v>{PLAYER}</div>")


@pytest.mark.parametrize(
    ("story", "below"),
    [
        (TEXT, f"<div class=ad>{PLAYER}</div>"),
        (TEXT, f"<div class=x>{FRAME}</div>"),
        (f"{TEXT}<div class=ad>{FRAME}</div>", ""),
        (f'{TEXT}<p><iframe src="https://x.example/c.html" width=0 height=0></iframe></p>', ""),
        (f'{TEXT}<iframe src="about:blank"></iframe>', ""),
        (f'{TEXT}<iframe src="https://x.example/c.html" style="display:none"></iframe>', ""),
        (TEXT, f"<ul class=x><li>一号院</li><li>三号院</li><li>五号院</li><li>七号院</li></ul>{PLAYER}"),
    ],
    ids=range(7),
)
def test_what_is_none_of_the_story_is_not(story: str, below: str) -> None:
    assert told(story, below=below) == []
