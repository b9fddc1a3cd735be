"""A list of names as papers print it -> the names, each at its place."""

from __future__ import annotations

import re
from dataclasses import dataclass

from newsdesk.importing.page.folding import fold
from newsdesk.importing.page.lines import Line
from newsdesk.importing.page.name_like import NAME_LIKE

SURNAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚"
    "卢姜崔钟谭陆汪范金石廖贾夏韦付傅方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤常温康"
    "施牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛"
    "曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳穆农司卓古吉缪车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米"
    "柏宗瞿桂佟应臧闵苟邬边卞姬师仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩佘池查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥班储原"
    "栗燕楚鄢劳谌奚皮粟冼蔺楼盘满闻位厉伊郜阚花权屠豆朴盖练廉井祖漆巴丰支卿狄计索宣晋相容敬扈晁芮普浦戈伏"
    "鹿薄雍裘宿银茅揭元束檀阴昝智文萧阎钮龎洪余邸嵇赖简辜禹逯逄仝亓"
)
COMPOUND = (
    "欧阳",
    "司马",
    "上官",
    "诸葛",
    "东方",
    "皇甫",
    "尉迟",
    "公孙",
    "慕容",
    "司徒",
    "令狐",
    "长孙",
    "夏侯",
    "南宫",
    "端木",
    "范姜",
    "张简",
)
SEPARATOR = re.compile(r"[、,;/&|]")
HAN_NAME = re.compile(r"[\u3400-\u9fff]{2,4}|[\u3400-\u9fff]{1,8}(?:·[\u3400-\u9fff]{1,8})+")
ASIDE = re.compile(r"\((?:实习生?|实习编辑|见习|特约|特邀)\)?")
TOKEN = re.compile(r"[^\s、,;/&|()\[\]:]+")
NO_NAME = re.compile(
    r"编辑|责编|来源|校对|审核|监制|摄影|记者|通讯员|作者|时间|日期|报道|社区|日报|新闻|文字|图片|实习|关注|易信|原创|未知|收藏|举报|下载|广告|佚名|匿名|网络|管理员|整合|综合|编译|消息|发自|[网报]$|客户端|电视台|^简[介单讯报历体短]|^(?:分享|打印|关闭|纠错|返回|推荐|点赞|转发|复制|评论|投稿)$|摄$|[部局办处所馆站室厅队组]$"
)
SHORTEST_RUN, LONGEST_RUN = 5, 24
"""Characters of names that stand side by side with nothing between them."""

CODE = re.compile(r"[_\-]?[A-Za-z]*\d+$")
CODE_ALONE = re.compile(r"[A-Za-z]{0,12}_?\d+|[a-z]{3,14}\d*")
"""An editor's number or login instead of a name, or behind it."""


@dataclass(frozen=True)
class NameSpot:
    """A name at `start`..`end` of the line; `name` is without padding (`张 三` is 张三)."""

    start: int
    end: int
    name: str

    @property
    def is_usual(self) -> bool:
        """Looks like a Chinese name: a known surname and one or two more characters."""
        return is_usual(self.name)


def is_usual(name: str) -> bool:
    """Looks like a Chinese name of two or three characters (four after a compound surname, or with a dot)."""
    name = fold(name)
    if NO_NAME.search(name):
        return False
    if "·" in name:
        return bool(HAN_NAME.fullmatch(name))
    if name.startswith(COMPOUND):
        return 3 <= len(name) <= 4 and bool(HAN_NAME.fullmatch(name))
    if name in NAME_LIKE:
        return False
    return 2 <= len(name) <= 3 and name[0] in SURNAMES and bool(HAN_NAME.fullmatch(name))


def names(line: Line, start: int = 0, end: int | None = None, *, run_on: bool = False) -> list[NameSpot]:
    """The names in `line.text[start:end]`, or [] where something in there is none.

    Names are parted by 、 , / or a space; a name of two characters may be padded with a space.
    `run_on`: several may stand there with nothing between them, where only one way to part them gives names.
    """
    spots: list[NameSpot] = []
    folded = ASIDE.sub(lambda match: "," * len(match[0]), line.folded)
    for part in _parts(folded, start, len(line.text) if end is None else end):
        tokens = [match.span() for match in TOKEN.finditer(folded, *part)]
        tokens = tokens[:1] + [it for it in tokens[1:] if not CODE_ALONE.fullmatch(folded, *it)]
        spans = _unpadded(folded, tokens)
        spots += [
            _spot(line, *one) for span in spans for one in (_parted(folded, span) if run_on else [span])
        ]
    return spots if all(_may_be_a_name(spot.name) for spot in spots) else []


def _spot(line: Line, start: int, end: int) -> NameSpot:
    written = "".join(line.text[start:end].split())
    name = CODE.sub("", written) or written
    return NameSpot(start, end, name)


def _parts(folded: str, start: int, end: int) -> list[tuple[int, int]]:
    parts = []
    for match in SEPARATOR.finditer(folded, start, end):
        parts.append((start, match.start()))
        start = match.end()
    return [*parts, (start, end)]


def _parted(folded: str, span: tuple[int, int]) -> list[tuple[int, int]]:
    """`江一帆苏禾林小满` as three places, if there is just one way to part it; else the one place."""
    start, end = span
    if not SHORTEST_RUN <= end - start <= LONGEST_RUN or HAN_NAME.fullmatch(folded, start, end):
        return [span]
    ways: dict[int, list[list[tuple[int, int]]]] = {start: [[]]}
    for place in range(start, end):
        for size in (2, 3):
            if place in ways and is_usual(folded[place : place + size]):
                ways.setdefault(place + size, []).extend([*way, (place, place + size)] for way in ways[place])
    found = ways.get(end, [])
    return found[0] if len(found) == 1 else [span]


def _unpadded(folded: str, tokens: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Tokens between two separators as names: single characters belong together, 欧阳 to the one after it."""
    spans: list[tuple[int, int]] = []
    singles: list[tuple[int, int]] = []
    for start, end in tokens:
        if end - start == 1:
            singles.append((start, end))
            continue
        spans += _of_singles(spans, singles, folded)
        singles = []
        spans.append((start, end))
    return spans + _of_singles(spans, singles, folded)


def _of_singles(
    before: list[tuple[int, int]], singles: list[tuple[int, int]], folded: str
) -> list[tuple[int, int]]:
    """`张 三 李 四` is two names, `江 一 帆` is one; a compound surname takes the first."""
    if singles and before and folded[slice(*before[-1])] in COMPOUND:
        before[-1] = (before[-1][0], singles[0][1])
        singles = singles[1:]
    spans = []
    while singles:
        size = 3 if len(singles) % 2 and len(singles) <= 3 else 2
        spans.append((singles[0][0], singles[min(size, len(singles)) - 1][1]))
        singles = singles[size:]
    return spans


def _may_be_a_name(name: str) -> bool:
    if NO_NAME.search(fold(name)):
        return False
    return len(name) == 1 or bool(HAN_NAME.fullmatch(name))
