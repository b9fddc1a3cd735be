"""Words with a role among them (本报记者 张三 通讯员 李四) -> the people named, each at their place."""

from __future__ import annotations

import re
from dataclasses import dataclass

from newsdesk.importing.imported import Confidence
from newsdesk.importing.page.folding import fold
from newsdesk.importing.page.found import Found, cut
from newsdesk.importing.page.lines import WORD, Line
from newsdesk.importing.page.names import NameSpot, is_usual, names

HAN = "\u3400-\u9fff"
ROLE = re.compile(
    rf"""
    (?:(?:本报|本刊|本网|本台|本站|本社)\s?)?(?:全媒体|融媒体|新媒体|首席|高级|特约|特派|见习|实习|驻[{HAN}]{{2,4}}|摄影|文字|校园|小)*
       (?:记者|通讯员|撰稿人?|评论员|实习生|特派员|观察员|信息员|网格员|编译)
    | /\s?[{HAN}]{{0,6}}报[导道]
    | 作者 | 报[导道] | 主笔 | 撰文 | 供稿 | 采写 | 执笔 | 整理 | (?:摄影|综合|联合)报[导道]
    | [Bb][Yy](?=\s)
    | [文摄]/[图摄文片] | 图/文 | [文图]、[文图] | 文图 | 图文 | 摄影 | 供图 | 配图
    | (?<![{HAN}])[文图摄](?![{HAN}])
    """,
    re.X,
)
PAPER = re.compile(rf"[{HAN}]{{2,12}}(?:报|网|社|台|站|刊|客户端|融媒体中心|发布|新闻)")
OWN = re.compile(r"本.|我报")
NOUN = re.compile(r"[者员人生]$")
SUFFIXES = ("文", "图", "摄", "摄影")
PICTURES = ("摄影", "供图", "配图", "图", "摄")
MEDIUM = re.compile(
    rf"(?:《[^》]{{1,12}}》|[{HAN}A-Za-z0-9]{{0,14}}(?:报|网|社|台|站|刊|谈|志|端|媒体|中心|社区|街道|小区|新闻|在线|发布|频道|视点|会|局|院|校|队|部|委|办|处|所|馆|科|系|企|司|团|镇|乡|村|厂|店))(?:杂志|周刊|客户端)?"
)
DECORATION = r"\s《》⊙✎□◎◇◆■○·▲△▼★☆()\[\]—*|/"
PROSE = re.compile(r"[。,;!?]")
EDGES = re.compile(rf"^[{DECORATION}]*|[{DECORATION}.:]*$")
ABOUT = re.compile(r"\(([^()]{2,24})\)\s*$")
ROLE_WORDS = "署名前后的称呼"


@dataclass(frozen=True)
class Group:
    """Names with the role beside them."""

    role: str
    names: tuple[NameSpot, ...]
    apart: bool
    """Is there a space or a colon between role and names?"""


def people(line: Line, start: int, end: int) -> tuple[Found, ...]:
    """The authors in `line.text[start:end]` and the roles around them, or () where it says something else."""
    left, right = trimmed(line, start, end)
    about = ABOUT.search(line.folded, left, end)
    if about and not ROLE.search(about[1]):
        right = about.start()
    roles = [match.span() for match in ROLE.finditer(line.folded, left, right)]
    groups = _groups(line, left, right, roles) if roles else []
    if not groups or not all(_fits(group, line.folded[left : roles[0][0]]) for group in groups):
        return ()
    founds = [_found(spot, group) for group in groups for spot in group.names]
    founds = sorted([*employer(line, left, roles[0][0]), *founds], key=lambda found: found.start)
    return (*sorted([*founds, *_around(line, start, end, founds)], key=lambda found: found.start),)


def employer(line: Line, start: int, end: int) -> list[Found]:
    """`槐树里日报 记者`: the paper may be the source, if nothing else says what is."""
    text = line.text[start:end].strip().rstrip("/／╱").lstrip("([【〔（")
    start = line.text.index(text, start) if text else start
    if not PAPER.fullmatch(fold(text)) or OWN.match(text):
        return []
    found = Found("source", text, start, start + len(text), "署名里的媒体", Confidence.LIKELY, weight=-1)
    return [found]


def trimmed(line: Line, start: int, end: int) -> tuple[int, int]:
    """The place without brackets, bullets and spaces at both ends."""
    text = line.folded[start:end]
    left, right = (match.group() for match in list(EDGES.finditer(text))[:2]) if text else ("", "")
    if len(left) == len(text):
        return start, start
    return start + len(left), end - len(right)


def _groups(line: Line, start: int, end: int, roles: list[tuple[int, int]]) -> list[Group]:
    """Names after their role (记者 张三), or before it where the line begins with names (张三 文/图)."""
    folded = line.folded
    before = folded[start : roles[0][0]].strip()
    led_by_names = bool(before) and not _is_employer(line, start, roles[0])
    bounds = [start, *(edge for role in roles for edge in role), end]
    gaps = [(bounds[i], bounds[i + 1]) for i in range(0, len(bounds), 2)]
    by_suffix = [folded[slice(*role)] in SUFFIXES for role in roles]
    if not led_by_names and by_suffix[-2:] == [True, True] and not _says(folded, gaps[-1]):
        roles, gaps = roles[1:], gaps[1:]  # 本报记者 张三 文 李四 摄
        led_by_names = True
    pairs = list(zip(roles, gaps[:-1] if led_by_names else gaps[1:], strict=True))
    if led_by_names and trimmed(line, *gaps[-1])[0] < gaps[-1][1] and _says(folded, gaps[-1]):
        return []
    groups = []
    for role, gap in pairs:
        spots = names(line, *gap)
        if not spots and _says(folded, gap):
            return []
        if spots:
            apart = folded[gap[0]] in " :/|、" if not led_by_names else folded[gap[1] - 1] in " /"
            groups.append(Group(folded[slice(*role)], tuple(spots), apart))
    return groups


def _is_employer(line: Line, start: int, role: tuple[int, int]) -> bool:
    """`槐树里融媒体站 记者`, `社区通讯员`: not someone's name."""
    before = line.folded[start : role[0]]
    if role[1] >= len(line.folded.rstrip()) and is_usual(before.strip()):  # 江一帆作者
        return False
    if PROSE.search(before):
        return False
    glued = before == before.strip() and bool(NOUN.search(line.folded[slice(*role)]))
    return bool(MEDIUM.fullmatch(before.strip())) or (glued and " " not in before)


def _says(folded: str, gap: tuple[int, int]) -> bool:
    return bool(WORD.search(folded, *gap))


def _fits(group: Group, before: str) -> bool:
    """Unusual names need a paper before the role (本报记者 买买提) or a mark after it."""
    if all(spot.is_usual or (len(spot.name) == 1 and group.apart) for spot in group.names):
        return True
    return (
        group.apart
        and (bool(before.strip()) or len(group.names) > 1)
        and all(len(spot.name) <= 3 or "·" in spot.name for spot in group.names)
    )


def _found(spot: NameSpot, group: Group) -> Found:
    if group.role in PICTURES:
        return cut(spot.start, spot.end, spot.name, "摄影署名，没有对应的字段")
    usual = spot.is_usual or len(spot.name) == 1
    reason = f"和“{group.role}”写在一起的姓名"
    return Found(
        "authors", spot.name, spot.start, spot.end, reason, Confidence.HIGH if usual else Confidence.UNSURE
    )


def _around(line: Line, start: int, end: int, founds: list[Found]) -> list[Found]:
    """The roles and brackets between the names."""
    rest = []
    for stop, after in [*((found.start, found.end) for found in founds), (end, end)]:
        if WORD.search(line.text, start, stop):
            rest.append(cut(start, stop, line.text[start:stop].strip(), ROLE_WORDS))
        start = after
    return rest
