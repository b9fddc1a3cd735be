"""Values of a YAML mapping -> FrontMatter, the fields an article may have. A new field is one line here."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from enum import StrEnum
from functools import cache
from typing import Annotated, Any, NamedTuple, get_args, get_type_hints
from urllib.parse import urlsplit

import msgspec

from article.wishes import several, wish


class Status(StrEnum):
    """Who may see a story."""

    DRAFT = "draft"
    HIDDEN = "hidden"
    PUBLISHED = "published"


class Write(NamedTuple):
    """How staff write a field: the one source of the messages and of docs/front-matter.md."""

    meaning: str
    rule: str
    example: str


Moment = dt.datetime | dt.date
"""A day, or a minute of the clock in Asia/Shanghai (without tzinfo, whatever the machine's zone)."""

TEXT = "一行文字"
NAMES = "列表，写在方括号里，用英文逗号隔开"
WHEN = "日期 年-月-日，可以再加 时:分（北京时间）"
PICTURE = "以 /images/ 开头的图片路径"
WISHES = "列表，每项一个网址，要放在最前面的直接写，不要列出的前面写“不要”"
WEB = "以 http:// 或 https:// 开头的网址"

WHY_BLOCK = "文件开头两行 --- 之间写标题、日期等，网页靠它们排版"
FIX_BLOCK = "文件第一行写 ---，接着写 title: 和 date: 等，再写一行 ---，下面才是正文"
"""Of a story without the two lines."""


@dataclass(frozen=True, kw_only=True)
class FrontMatter:
    """The fields of one story, checked. Empty text and empty lists mean "not given"."""

    title: Annotated[str, Write("标题（必填）", TEXT, "槐树里办起春季集市")]
    subtitle: Annotated[str, Write("副题，标题下面的一行", TEXT, "——记三号院的第一次邻里集市")] = ""
    kicker: Annotated[str, Write("引题，标题上面的一行", TEXT, "小院里的大日子")] = ""
    column: Annotated[str, Write("栏目标签，标题前【】里的文字", TEXT, "街坊故事")] = ""
    date: Annotated[Moment | None, Write("发布日期（必填，草稿可以不写）", WHEN, "2026-05-03 09:26")] = None
    modified: Annotated[Moment | None, Write("改动日期", WHEN, "2026-05-04 08:00")] = None
    source: Annotated[str, Write("来源", TEXT, "槐树里融媒体站")] = ""
    source_url: Annotated[str, Write("原文网址（转载时写）", WEB, "https://example.com/news/1.html")] = ""
    editor: Annotated[str, Write("责任编辑，几位之间用顿号", TEXT, "林小满、苏禾")] = ""
    authors: Annotated[tuple[str, ...], Write("作者、记者、通讯员", NAMES, "[江一帆, 苏禾]")] = ()
    category: Annotated[str, Write("导航里的栏目", TEXT, "民生服务")] = ""
    tags: Annotated[tuple[str, ...], Write("标签", NAMES, "[集市, 志愿服务]")] = ()
    series: Annotated[str, Write("专题", TEXT, "老楼新生")] = ""
    summary: Annotated[str, Write("摘要，一两句话", TEXT, "五月三日上午九点开市，三十二个摊位。")] = ""
    cover: Annotated[str, Write("题图，放在 content/images 里", PICTURE, "/images/fair.svg")] = ""
    cover_alt: Annotated[str, Write("题图的文字说明，读给看不见图的人", TEXT, "广场上摆满了摊位")] = ""
    related: Annotated[
        tuple[str, ...],
        Write("相关新闻：指定或排除哪几篇", WISHES, "[/news/2026/fair/, 不要 /news/2025/lift/]"),
    ] = ()
    status: Annotated[
        Status, Write("状态", "draft（草稿）、hidden（不进列表）或 published（发布）", "published")
    ] = Status.PUBLISHED
    correction: Annotated[str, Write("更正说明，会显示在文章开头", TEXT, "上一版把开市时间写错了。")] = ""


@dataclass(frozen=True)
class Fault:
    """What is wrong with one field; document.py adds the file and the line."""

    field: str
    what: str
    why: str
    fix: str


WHY = "网页上的标题、日期、列表和网址都由这些字段决定"
WHY_DATE = "网页的日期和先后次序都由它决定"
DAY = re.compile(r"\d{4}-\d{1,2}-\d{1,2}")
MINUTE = re.compile(r"(\d{4}-\d{1,2}-\d{1,2})[ T]+(\d{1,2}):(\d{2})(?::(\d{2}))?")
UNPRINTABLE = re.compile(
    "[\x00-\x08\x0a-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff\ufeff\u202a-\u202e\u2066-\u2069]"
)
"""Control characters (but not the tab), line separators, lone surrogates, BOMs, bidi overrides."""

INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\u3164\ufe0f"
"""What may stand inside a text and is no text of its own: joiners, soft hyphens, fillers."""

OLDEST_YEAR = 1900


@cache
def guide() -> dict[str, Write]:
    """How each field is written, in the order of FrontMatter."""
    hints = get_type_hints(FrontMatter, include_extras=True)
    return {field.name: get_args(hints[field.name])[1] for field in fields(FrontMatter)}


@cache
def _types() -> dict[str, Any]:
    return get_type_hints(FrontMatter)


def read(values: Mapping[str, Any]) -> FrontMatter | list[Fault]:
    """Check `values` (a YAML mapping) and return the fields, or every fault that stands in the way."""
    faults = [_unknown(name) for name in values if name not in guide()]
    checked: dict[str, Any] = {}
    for name in guide():
        if values.get(name) is not None:
            result = _check(name, values[name])
            if isinstance(result, Fault):
                faults.append(result)
            else:
                checked[name] = result
    faults += _missing(values, checked.get("status"))
    faults += _changed_before_it_was_out(checked.get("date"), checked.get("modified"))
    return faults or FrontMatter(**checked)


def _missing(values: Mapping[str, Any], status: Status | None) -> list[Fault]:
    needed = ["title"] if status is Status.DRAFT else ["title", "date"]
    return [_absent(name) for name in needed if _is_blank(values.get(name))]


def _changed_before_it_was_out(date: Moment | None, modified: Moment | None) -> list[Fault]:
    if date is None or modified is None or _day(modified) >= _day(date):
        return []
    what = f"“modified”（{_day(modified)}）早于“date”（{_day(date)}）"
    return [Fault("modified", what, WHY_DATE, "核对这两个日期；没有改动过就删掉 modified 这一行")]


def _day(moment: Moment) -> dt.date:
    return moment.date() if isinstance(moment, dt.datetime) else moment


def _is_blank(value: object) -> bool:
    if isinstance(value, str):
        return all(char.isspace() or char in INVISIBLE for char in value)
    return value is None


def _absent(name: str) -> Fault:
    write = guide()[name]
    return Fault(name, f"缺少“{name}”（{write.meaning}）", WHY, f"加一行 {name}: {write.example}")


def _unknown(name: str) -> Fault:
    return Fault(
        str(name),
        f"没有“{name}”这个字段",
        "写错了名字的字段不会出现在网页上",
        f"删掉这一行，或改成这些名字之一：{'、'.join(guide())}",
    )


def _wrong(name: str, value: object) -> Fault:
    write = guide()[name]
    why = WHY_DATE if name in ("date", "modified") else WHY
    return Fault(name, f"“{name}”写的是“{_shown(value)}”，这里要写{write.rule}", why, _example(name, value))


def _shown(value: object) -> str:
    text = "、".join(map(str, value)) if isinstance(value, list) else str(value)
    return text if len(text) <= 40 else text[:40] + "……"


def _example(name: str, value: object) -> str:
    if isinstance(value, bool | int | float | dt.date) and _types()[name] is str:
        return f'给它加上引号，例如 {name}: "{value}"'
    if isinstance(value, str) and name == "related" and several(value):
        return f"写成 {name}: [{', '.join(several(value))}]"
    if isinstance(value, str) and _types()[name] == tuple[str, ...] and name != "related":
        return f"写成 {name}: [{'、'.join(value.split()).replace('、', ', ').replace('，', ', ')}]"
    return f"写成 {name}: {guide()[name].example}"


def _check(name: str, value: object) -> Any | Fault:
    """One field's value in its own type, or the Fault."""
    kind = _types()[name]
    if kind == Moment | None:
        moment = _moment(value)
        return moment if moment is not None else _wrong(name, value)
    try:
        checked = msgspec.convert(value, kind)
    except msgspec.ValidationError:
        return _wrong(name, value)
    for text in checked if isinstance(checked, tuple) else (checked,):
        fault = _check_text(name, text)
        if fault:
            return fault
    return checked


def _check_text(name: str, text: str) -> Fault | None:
    if UNPRINTABLE.search(text):
        return Fault(
            name,
            f"“{name}”里有换行或看不见的控制字符",
            "它们会弄乱标题、列表和网址",
            f"把“{name}”重新打成一行普通文字",
        )
    if name in ("authors", "tags", "related") and not text.strip():
        return Fault(
            name, f"“{name}”的列表里有一项是空的", WHY, f"删掉空的一项，例如 {name}: {guide()[name].example}"
        )
    if name == "related" and wish(text) is None:
        return _no_wish(text)
    if name == "source_url" and text and not _is_web_address(text):
        return _wrong(name, text)
    if name == "cover" and text and (not text.startswith("/") or ".." in text.split("/")):
        return _wrong(name, text)
    return None


def _no_wish(text: str) -> Fault:
    """An entry of `related` that is no address of a story."""
    entries = several(text)
    if len(entries) > 1 or (entries and "，" in text):
        what = f"“related”的一项“{_shown(text)}”里有{'全角的“，”' if '，' in text else '几个网址'}"
        fix = f"用英文逗号隔开，写成 related: [{', '.join(entries)}]"
        return Fault("related", what, "不用英文逗号隔开，就成了一个打不开的网址", fix)
    what = f"“related”里的“{_shown(text)}”不是一篇稿件的网址"
    fix = "在浏览器里打开那一篇，只写网址里 /news/ 开头的部分，例如 /news/2026/fair/"
    return Fault("related", what, WHY, fix)


def _is_web_address(text: str) -> bool:
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname) and not re.search(r"\s", text)


def _moment(value: object) -> Moment | None:
    """A day or a minute, or None where `value` is neither. Seconds are accepted and dropped."""
    moment: Moment | None
    if isinstance(value, dt.datetime):
        moment = value.replace(second=0, microsecond=0) if value.tzinfo is None else None
    elif isinstance(value, dt.date):
        moment = value
    else:
        moment = _moment_of_text(value) if isinstance(value, str) else None
    return moment if moment is not None and moment.year >= OLDEST_YEAR else None


def _moment_of_text(text: str) -> Moment | None:
    try:
        if DAY.fullmatch(text.strip()):
            return dt.date(*map(int, text.strip().split("-")))
        minute = MINUTE.fullmatch(text.strip())
        if minute:
            year, month, day = map(int, minute[1].split("-"))
            return dt.datetime(year, month, day, int(minute[2]), int(minute[3]))
    except ValueError:  # 2026-02-30, 25:00
        return None
    return None
