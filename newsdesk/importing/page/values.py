"""A label and what stands behind it (来源：, 作者：, 责任编辑：) -> the value, and what else is there."""

from __future__ import annotations

import re
from dataclasses import replace

from newsdesk.importing.imported import Confidence
from newsdesk.importing.page.beside import LONGEST_SOURCE, MEDIUM, TOKEN, buttons
from newsdesk.importing.page.buttons import are_buttons, is_button
from newsdesk.importing.page.bylines import ROLE, people, trimmed
from newsdesk.importing.page.found import LABEL, Found, cut
from newsdesk.importing.page.labels import BY_WORD, LabelSpot
from newsdesk.importing.page.lines import WORD, Line
from newsdesk.importing.page.names import CODE_ALONE, HAN_NAME, NameSpot, is_usual, names
from newsdesk.importing.page.word_beside import NOBODY, TOWN

ASIDE = re.compile(
    r"\s*(?:\([^()]*\)?|\[[^\[\]]*(?:\].*)?|(?<=\S\s)\S{1,6}(?:收集|整理|转载)|(?<=》)\s*\d{4}年第.*)$"
)
"""Behind a source: its town (`日报(上海)`), a button (`日报[微博]`), its account (`（ID：x）`), its number
(`《月刊》2026年第5期`)."""

GO_BACK = re.compile(
    r"返回.{1,12}?(?:,?\s*查看更多|首页|频道)$|\s{2,}\S.*$|,.*$|\s*\(.*$|(?:辑|摘|选|编|译|整理)自.*$"
)
"""Behind a name: a button, what stands far from it, an office in brackets."""

NAMES_ONLY = frozenset(
    {"记者", "通讯员", "本报记者", "特约记者", "见习记者", "实习记者", "采访", "文字", "整理", "文"}
)
"""Behind these a name must stand: `记者：您怎么想到种菜？` is a question of an interview."""

DOES = (
    "教授|研究员|主任|院长|会长|博士|硕士|研究生|记者|书记|处长|局长|律师|医生|医师|老师|教师|委员|主席|经理|总裁|董事长|工程师|作家"
    "|评论员|学者|专家|讲师|馆员|干部|社工|工作者|志愿者"
)
UNIT = (
    "大学|学院|学校|中学|小学|社区|街道|居委会|村委会|委员会|研究院|研究所|中心|医院|公司|报社|日报|晚报|电视台|派出所|支队|大队"
    "|协会"
)
OFFICE = re.compile(rf".*(?:{UNIT}|物业|[会局处部科办队站所馆厅室])")
BEHIND_OFFICE = re.compile(rf"[\u3400-\u9fff]{{2,24}}(?:{UNIT})(?P<name>[\u3400-\u9fff]{{2,3}})")
"""An office and a name, not parted."""

WITH_OFFICE = re.compile(
    rf"(?P<name>[\u3400-\u9fff]{{2,4}}?)(?:[\s,(]\s?\S{{0,30}}|(?:{TOWN}|中国|国家|中央|中共|清华|复旦|南京|武汉|厦门)\S{{0,30}})(?:{DOES})\)?"
)
"""A name and an office, parted or not, where the office says with its first word that it is one."""

OWN_LABEL = re.compile(r"[\s,;、|]+[\u3400-\u9fffA-Za-z]{2,8}\s?:")
"""Behind a name or a paper: what the page says with a label of its own (`林小满 电话：…`)."""

LOGIN = re.compile(r"[A-Za-z][\w.-]{1,19}(?:\s[A-Za-z][\w.-]{0,19}){0,2}")
"""记者：dave, as blogs sign."""

LONG_NAME = 4
"""Characters of a word beside a usual name that is none itself."""

GIVEN_BY = frozenset({"供稿", "来稿", "供稿人"})
BY_OFFICE = BY_WORD["供稿单位"].weight
"""A person behind these is the author; an office is where the story comes from, as behind 供稿单位."""

LOGIN = re.compile(r"[a-z]{3,14}")
"""A writer's name on a blog."""

CODES = "只有编号，没有姓名"
MORE = "姓名或来源后面的说明"


def label_of(line: Line, mark: LabelSpot) -> Found:
    """The label itself, which goes."""
    return cut(mark.start, mark.end, line.text[mark.start : mark.end].strip(), LABEL)


def stated(line: Line, mark: LabelSpot, start: int, end: int, confidence: Confidence) -> Found:
    """`line.text[start:end]` as the value that the label names."""
    return Found(
        mark.label.field,
        line.text[start:end].strip(),
        start,
        end,
        f"“{mark.word}”后面的文字",
        confidence,
        weight=mark.label.weight,
    )


def value_of(line: Line, mark: LabelSpot, end: int) -> list[Found] | None:
    """The label and the value of 来源, 编辑, 作者 or 标签; the label alone where nothing follows it."""
    start, stop = trimmed(line, mark.end, end)
    if start >= stop:
        return [label_of(line, mark)]
    start -= line.folded[start - 1] == "《" and "》" in line.folded[start:end]
    stop += line.folded[stop : stop + 1] == "》" and "《" in line.folded[start:stop]
    if mark.label.field in ("authors", "editor"):
        persons = _persons(line, mark, start, stop, end)
        return None if persons is None else [label_of(line, mark), *persons]
    if mark.label.field == "source" and (other := OWN_LABEL.search(line.folded, start + 1, stop)):
        stop = other.start()
    aside = ASIDE.search(line.folded, start + 1, stop) if mark.label.field == "source" else None
    more = [cut(aside.start(), stop, line.text[aside.start() : stop].strip(), MORE)] if aside else []
    if aside and ROLE.search(aside[0]):  # 来源：槐树里日报（记者江一帆）
        more = list(people(line, *aside.span())) or more
    stop = aside.start() if aside else stop
    rest = [*_after_value(line, start, stop), *more]
    stop = rest[0].start if rest else stop
    if mark.label.field != "source":
        return [label_of(line, mark), stated(line, mark, start, stop, Confidence.HIGH), *rest]
    if stop - start > LONGEST_SOURCE:
        return None
    if NOBODY.fullmatch(line.folded, start, stop):
        return [label_of(line, mark), cut(start, stop, line.text[start:stop], "没有写明来源"), *rest]
    return [label_of(line, mark), stated(line, mark, start, stop, Confidence.HIGH), *rest]


def _persons(line: Line, mark: LabelSpot, start: int, end: int, bracket_end: int) -> list[Found] | None:
    """Names; those of authors may have a role or an office in brackets behind them."""
    field = mark.label.field
    start, before = _without_medium(line, start, end)
    if (instead := _no_usual_person(line, mark, start, end)) is not None:
        return [*before, *instead]
    end = _own_end(line, start, end)
    spots = _names_only(line, start, end)
    unusual = not all(spot.is_usual for spot in spots) or not spots
    if (
        field == "authors"
        and unusual
        and (founds := people(line, start, bracket_end) or people(line, mark.start, bracket_end))
    ):
        return [*before, *(found for found in founds if found.start >= start)]
    end, rest = (end, []) if _are_names(spots) else _shortened(line, start, end)
    spots = names(line, start, end)
    if not spots and field == "authors" and (known := _with_office(line, mark, start, end)):
        return [*before, *known, *rest]
    by_office = mark.word in GIVEN_BY and not any(_is_person(spot) for spot in spots)
    if spots and not by_office:
        reason = f"“{mark.word}”后面的姓名"
        persons = [_person(spot, field, reason, mark.label.weight) for spot in spots]
        return [*before, *persons, *rest]
    latin = LOGIN.fullmatch(line.folded, start, end)
    if end - start > LONGEST_SOURCE or (mark.word in NAMES_ONLY and not latin) or mark.word not in BY_WORD:
        return None
    if NOBODY.fullmatch(line.folded, start, end):
        return [*before, cut(start, end, line.text[start:end], "没有写明是谁"), *rest]
    if by_office:
        given = stated(line, mark, start, end, Confidence.LIKELY)
        return [*before, replace(given, field="source", weight=BY_OFFICE), *rest]
    confidence = Confidence.UNSURE if field == "editor" else Confidence.LIKELY
    return [*before, stated(line, mark, start, end, confidence), *rest]


def _no_usual_person(line: Line, mark: LabelSpot, start: int, end: int) -> list[Found] | None:
    """A button behind a label without its value, a login or a number; None where it is none of these."""
    first = TOKEN.match(line.folded, start, end)
    if first and len(first[0]) > 1 and is_button(first[0]):  # 作者： 手机版 点击：
        return buttons(line, [(start, end)], end)
    if is_button(line.folded[start:end].strip()):
        return [cut(start, end, line.text[start:end], "没有写明是谁")]
    nobody = NOBODY.fullmatch(line.folded, start, end)
    if mark.label.field == "authors" and not nobody and LOGIN.fullmatch(line.folded, start, end):
        return [stated(line, mark, start, end, Confidence.UNSURE)]
    if CODE_ALONE.fullmatch(line.folded, start, end):
        return [cut(start, end, line.text[start:end], CODES)]
    return None


def _names_only(line: Line, start: int, end: int) -> list[NameSpot]:
    """The names, if none but the first could be a button: 我要分享 is as long as a name."""
    spots = names(line, start, end)
    return [] if any(is_button(spot.name) for spot in spots[1:]) else spots


def _own_end(line: Line, start: int, end: int) -> int:
    """Where names end and another label begins: what it says is left for a person to see."""
    other = OWN_LABEL.search(line.folded, start, end)
    spots = names(line, start, other.start()) if other else []
    return other.start() if other and spots and all(spot.is_usual for spot in spots) else end


def _shortened(line: Line, start: int, end: int) -> tuple[int, list[Found]]:
    """Where names may end: before buttons (`林小满 分享 打印`), before what stands far off or in brackets."""
    tokens = [match.span() for match in TOKEN.finditer(line.folded, start, end)]
    first = len(tokens)
    while first > 1 and _is_beside(line.folded[slice(*tokens[first - 1])]):
        first -= 1
    if first < len(tokens):
        return tokens[first - 1][1], buttons(line, tokens[first:], end)
    far = GO_BACK.search(line.folded, start + 1, end)
    if far and names(line, start, far.start()):
        return far.start(), [cut(far.start(), end, line.text[far.start() : end].strip(), MORE)]
    usual = _usual_end(line, start, end)
    more = line.text[usual:end].strip()
    return (usual, [cut(usual, end, more, MORE)]) if usual > start and more else (end, [])


def _are_names(spots: list[NameSpot]) -> bool:
    """A long word that is no usual name, beside others, is none."""
    alone = len(spots) == 1
    return bool(spots) and all(
        alone or it.is_usual or len(it.name) < LONG_NAME or "·" in it.name for it in spots
    )


def _usual_end(line: Line, start: int, end: int) -> int:
    """Where the usual names at the beginning end, before a paper or a button; `start` where none stand."""
    stop = start
    for match in TOKEN.finditer(line.folded, start, end):
        more = names(line, *match.span())
        if not more or not all(it.is_usual for it in more):
            break
        stop = match.end()
    return stop


def _is_beside(word: str) -> bool:
    """A button, brackets around nothing, several buttons in brackets (`【打印】【关闭】`)."""
    return is_button(word) or not WORD.search(word) or (word.startswith("[") and are_buttons(word))


def _without_medium(line: Line, start: int, end: int) -> tuple[int, list[Found]]:
    """`文/槐树里网 江一帆`: the paper before a name is no name."""
    tokens = [match.span() for match in TOKEN.finditer(line.folded, start, end)]
    if len(tokens) < 2 or not any(it.fullmatch(line.folded, *tokens[0]) for it in (MEDIUM, OFFICE)):
        return start, []
    if not all(spot.is_usual for spot in names(line, tokens[1][0], end)):
        return start, []
    return tokens[1][0], [cut(*tokens[0], line.text[slice(*tokens[0])], "姓名前面的单位")]


def _with_office(line: Line, mark: LabelSpot, start: int, end: int) -> list[Found]:
    """`江一帆 北京大学经济学院教授`, `槐树里小学江一帆`: one name, and what they do or where."""
    match = WITH_OFFICE.fullmatch(line.folded, start, end) or BEHIND_OFFICE.fullmatch(line.folded, start, end)
    if not match or not is_usual(match["name"]):
        return []
    left, right = match.span("name")
    person = _person(
        NameSpot(left, right, line.text[left:right]), "authors", f"“{mark.word}”后面的姓名", mark.label.weight
    )
    rest = ((start, left), (right, end))
    offices = [
        cut(*span, text, "姓名旁边的单位") for span in rest if (text := line.text[slice(*span)].strip())
    ]
    return sorted([person, *offices], key=lambda found: found.start)


def _is_person(spot: NameSpot) -> bool:
    return spot.is_usual or not OFFICE.fullmatch(spot.name)


def _person(spot: NameSpot, field: str, reason: str, weight: int) -> Found:
    """A usual name is sure; another one that is written like a name is likely."""
    if spot.is_usual or len(spot.name) == 1:
        confidence = Confidence.HIGH
    else:
        likely = len(spot.name) <= 4 and HAN_NAME.fullmatch(spot.name)
        confidence = Confidence.LIKELY if likely else Confidence.UNSURE
    return Found(field, spot.name, spot.start, spot.end, reason, confidence, weight=weight)


def _after_value(line: Line, start: int, end: int) -> list[Found]:
    """Reporters, buttons and counters behind a value: `来源：槐树里融媒体站 记者 江一帆`, `... 打印 关闭`."""
    tokens = [match.span() for match in TOKEN.finditer(line.folded, start, end)]
    first = len(tokens)
    while first > 1 and _is_beside(line.folded[slice(*tokens[first - 1])]):
        first -= 1
    for number in range(1, first):
        founds = people(line, tokens[number][0], tokens[first - 1][1])
        if founds and ROLE.match(line.folded, tokens[number][0]):
            return [*founds, *buttons(line, tokens[first:], end)]
    if first > 1 and MEDIUM.fullmatch(line.folded, *tokens[0]):  # 来源：槐树里日报 江一帆
        spots = names(line, tokens[1][0], tokens[first - 1][1])
        apart = " " in line.folded[tokens[0][1] : tokens[1][0]]
        if apart and spots and all(spot.is_usual for spot in spots):
            persons = [_person(spot, "authors", "写在来源后面的姓名", 0) for spot in spots]
            return [replace(it, confidence=Confidence.UNSURE) for it in persons] + buttons(
                line, tokens[first:], end
            )
    return buttons(line, tokens[first:], end)
