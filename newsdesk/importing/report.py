"""What became of one input -> the lines of a report that a person without a programmer understands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from newsdesk.importing.draft import Draft, cut_lines
from newsdesk.importing.field_names import called
from newsdesk.importing.filing.shelf import Change, Filed
from newsdesk.importing.imported import Confidence, Evidence, NotImportedError
from newsdesk.importing.report_cuts import told_cuts
from newsdesk.importing.report_line import NAME_WIDTH, ReportLine, Tone, padded
from newsdesk.importing.report_pictures import told_pictures

MOST_NAMES = 20

TONES = {Confidence.HIGH: Tone.PLAIN, Confidence.LIKELY: Tone.PLAIN, Confidence.UNSURE: Tone.CHECK}


def imported(
    source: str, draft: Draft, filed: Filed, *, written: bool, whole: bool = False
) -> list[ReportLine]:
    """The report on a story that was imported; `whole` with all that was cut, however much it is."""
    return [
        *_beginning(source, draft, filed, written),
        *_fields(draft),
        *told_pictures(draft.pictures, whole=whole),
        *told_cuts(draft.article, whole=whole),
        *_checks(draft),
        *_end(draft, filed.path, written),
    ]


def shortly(source: str, draft: Draft, filed: Filed, *, written: bool) -> list[ReportLine]:
    """The same where there are many: where it is, and what must be checked."""
    cuts = len(cut_lines(draft.article))
    place = "核对单里列着" if written else "单独试这一个文件，报告里就列着"
    told = [ReportLine(f"删去了 {cuts} 处，{place}。")] if cuts else []
    return [*_beginning(source, draft, filed, written)[:-1], *_problems(draft), *told, ReportLine("")]


def kept_at(path: Path) -> list[ReportLine]:
    """Where the report is to be found later."""
    return [ReportLine(f"核对单（删去的文字都在里面）：{path}", Tone.FAINT), ReportLine("")]


def as_text(lines: Iterable[ReportLine]) -> str:
    """A report for a file."""
    return "".join(f"{line.text}\n" for line in lines)


def refused(source: str, why: NotImportedError) -> list[ReportLine]:
    """The report on an input that was not imported."""
    return [
        ReportLine(f"没有导入：{source}", Tone.BAD),
        ReportLine(f"    {why.what}"),
        ReportLine(f"    为什么：{why.why}"),
        ReportLine(f"    怎么改：{why.fix}"),
        ReportLine(""),
    ]


def summed(done: int, failed: int) -> list[ReportLine]:
    """The last lines where there were several inputs."""
    if done + failed < 2:
        return []
    tone = Tone.BAD if failed else Tone.GOOD
    return [ReportLine(f"一共 {done + failed} 个文件：导入 {done} 个，没有导入 {failed} 个。", tone)]


def not_looked_at(names: Sequence[str]) -> list[ReportLine]:
    """Files of a folder that are no stories: pictures, archives, tables."""
    if not names:
        return []
    shown = "、".join(names[:MOST_NAMES]) + ("……" if len(names) > MOST_NAMES else "")
    line = f"没有看这 {len(names)} 个文件，它们不是能导入的文章：{shown}"
    return [ReportLine(line, Tone.CHECK)]


def _beginning(source: str, draft: Draft, filed: Filed, written: bool) -> list[ReportLine]:
    is_draft = draft.document.front_matter.date is None
    what = "草稿" if is_draft else "稿件"
    if written:
        place = ReportLine(f"{what}写在：{filed.path}", Tone.CHECK if is_draft else Tone.GOOD)
    else:
        words = f"只是试一试，什么都没有写。真的导入时，{what}会写在：{filed.path}"
        place = ReportLine(words, Tone.CHECK)
    head = ReportLine(f"导入：{source}（{draft.article.encoding}）", Tone.HEAD)
    return [head, place, *_instead_of(filed), ReportLine("")]


def _instead_of(filed: Filed) -> Iterator[ReportLine]:
    if filed.change is Change.UPDATED:
        yield ReportLine("这一篇导入过，之后没有人改动，所以换成了这一次的内容。", Tone.CHECK)
    elif filed.change is Change.MOVED:
        yield ReportLine(f"它取代了 {filed.instead_of}：那一份导入之后没有人改动。", Tone.CHECK)


def _fields(draft: Draft) -> Iterator[ReportLine]:
    yield ReportLine("看懂了这些", Tone.HEAD)
    unit = draft.article.lines_called
    headings = [it for it in draft.evidence if it.field == "heading"]
    for it in draft.evidence:
        if it.value and it.field != "heading":
            yield from _field(it, called(it.field), unit)
    if not headings:
        yield ReportLine(f"  {padded('小标题')}没有找到", Tone.FAINT)
    for number, it in enumerate(headings, 1):
        yield from _field(it, f"小标题 {number}", unit)
    yield ReportLine("")


def _field(it: Evidence, name: str, unit: str) -> Iterator[ReportLine]:
    place = f"第 {it.line} {unit}，" if it.line else ""
    yield ReportLine(f"  {padded(name)}{it.value}", TONES[it.confidence])
    yield ReportLine(f"  {' ' * NAME_WIDTH}{place}{it.confidence.words}：{it.reason}", _faint(it))


def _faint(it: Evidence) -> Tone:
    return Tone.CHECK if it.confidence is Confidence.UNSURE else Tone.FAINT


def _checks(draft: Draft) -> Iterator[ReportLine]:
    yield from _problems(draft)
    if not draft.article.images and not any("图片" in it for it in draft.problems):
        yield ReportLine("  没有找到图片，需要时请另外添加。", Tone.FAINT)
    yield ReportLine("")


def _problems(draft: Draft) -> Iterator[ReportLine]:
    if not draft.problems:
        yield ReportLine("没有特别要核对的地方", Tone.GOOD)
    else:
        yield ReportLine(f"请核对这 {len(draft.problems)} 件事", Tone.HEAD)
    for number, problem in enumerate(draft.problems, 1):
        yield ReportLine(f"  {number}. {problem}", Tone.CHECK)


def _end(draft: Draft, path: Path, written: bool) -> Iterator[ReportLine]:
    it = draft.balance
    equal = "一个字也没有丢" if it.difference == 0 else "对不上，请不要使用"
    yield ReportLine(f"标点：改正了 {draft.article.restored} 处半角标点")
    yield ReportLine(
        f"汉字：原文 {it.page} 字 = 字段 {it.field} + 正文 {it.body} + 删去 {it.cut}，"
        f"差 {it.difference}（{equal}）",
        Tone.GOOD if it.difference == 0 else Tone.BAD,
    )
    if written:
        yield ReportLine(f"接下来：打开 {path} 看一遍，改好后运行 make html，再看看网页的样子。")
    yield ReportLine("")
