"""A few stories about the invented neighbourhood, of our own writing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from plugins.related_articles.kept import Kept
from plugins.related_articles.relations import relate
from plugins.related_articles.story import Story
from plugins.related_articles.work import HERE, Workers

DAY = dt.date(2026, 5, 3)


@dataclass(frozen=True)
class Sample:
    """A story whose text is at hand."""

    id: str
    title: str
    text: str
    date: dt.date = DAY
    tags: tuple[str, ...] = ()
    series: str = ""
    pins: tuple[str, ...] = ()
    bans: frozenset[str] = frozenset()

    @property
    def story(self) -> Story:
        version = repr((self.title, self.text, self.tags))
        more = (self.date, self.tags, self.series, self.pins, self.bans)
        return Story(self.id, self.title, lambda: self.text, version, *more)


def stories(samples: Sequence[Sample]) -> list[Story]:
    return [it.story for it in samples]


def related(
    published: Sequence[Sample],
    unlisted: Sequence[Sample],
    how_many: int,
    before: Kept | None = None,
    workers: Workers = HERE,
) -> dict[str, tuple[str, ...]]:
    """The list of each story."""
    found = relate(stories(published), stories(unlisted), how_many, before, workers)
    return {it.id: tuple(link.id for link in found.links(it.id)) for it in (*published, *unlisted)}


LIFT = Sample(
    "news/2026/lift-three",
    "三号院加装电梯开工",
    "槐树里三号院的加装电梯工程今天开工。低层住户和高层住户商量了四个月，定下了费用分摊的办法，井道选在楼北侧。",
    DAY,
)
LIFT_TALK = Sample(
    "news/2026/lift-talk",
    "五号院商量加装电梯",
    "五号院的居民议事会讨论加装电梯，低层住户担心采光，高层住户愿意多出一些费用，井道放在哪一侧还没有定。",
    DAY - dt.timedelta(days=40),
)
LIFT_DONE = Sample(
    "news/2025/lift-done",
    "一号院的电梯通了",
    "一号院加装电梯后第一次试运行，八十岁的住户不用再爬六层楼。费用分摊的公示贴在楼道里，井道的玻璃擦得很亮。",
    DAY - dt.timedelta(days=200),
)
FAIR = Sample(
    "news/2026/spring-fair",
    "春季集市周六开市",
    "小广场摆出三十二个摊位，有旧书、花苗和手工点心。孩子们用积攒的玩具换图书，卖花的摊主中午就收了摊。",
    DAY,
)
FAIR_BOOKS = Sample(
    "news/2025/book-fair",
    "旧书集市换来两千册图书",
    "小广场的旧书摊位从早上摆到傍晚，孩子们拿玩具换图书，摊主们说明年集市还来。",
    DAY - dt.timedelta(days=300),
)
CANTEEN = Sample(
    "news/2026/canteen",
    "长者食堂添了软饭窗口",
    "长者食堂新开软饭窗口，菜单一周一换。送餐员记下谁家要少盐，餐补直接从卡里抵扣。",
    DAY - dt.timedelta(days=5),
)
ALL = (LIFT, LIFT_TALK, LIFT_DONE, FAIR, FAIR_BOOKS, CANTEEN)
