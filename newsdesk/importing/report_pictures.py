"""The pictures of a story -> their lines of the report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsdesk.importing.pictures.gathered import GatheredPicture
from newsdesk.importing.report_line import NAME_WIDTH, ReportLine, Tone, padded, short


def told_pictures(pictures: Sequence[GatheredPicture], *, whole: bool) -> Iterator[ReportLine]:
    """Each picture: where it is stored and what was removed from it, or why there is none.

    Its words are shortened to one line, unless `whole`.
    """
    if not pictures:
        return
    yield ReportLine("图片", Tone.HEAD)
    for it in pictures:
        yield _picture(it)
        if words := it.caption or it.alt:
            yield ReportLine(f"  {' ' * NAME_WIDTH}{words if whole else short(words)}", Tone.FAINT)
    yield ReportLine("")


def _picture(it: GatheredPicture) -> ReportLine:
    name = f"  {padded(f'第 {it.number} 张')}"
    if it.picture:
        size = f"{it.picture.width}×{it.picture.height}"
        return ReportLine(f"{name}{it.path}（{'，'.join((size, *it.picture.notes))}）")
    if it.address:
        return ReportLine(f"{name}{short(it.address)}（试一试时不连接网络，没有取）", Tone.FAINT)
    return ReportLine(f"{name}{it.problem}", Tone.FAINT if it.shows_nothing else Tone.CHECK)
