"""The body's looks -> story text apart from bylines, buttons and the facts below the last paragraph."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from newsdesk.importing.imported import Confidence
from newsdesk.importing.page.beside import EDITION_WORDS, NOT_FIELDS
from newsdesk.importing.page.bylines import bare_names
from newsdesk.importing.page.endings import office_alone
from newsdesk.importing.page.finding import Finding, Zone
from newsdesk.importing.page.found import Found, cut
from newsdesk.importing.page.headings import SIGNED
from newsdesk.importing.page.junk import Sort
from newsdesk.importing.page.lines import Line
from newsdesk.importing.page.look import Look
from newsdesk.importing.page.names import is_usual
from newsdesk.importing.page.said import stays
from newsdesk.importing.page.tail import closing_words, loose_lines
from newsdesk.importing.page.zones import closes, is_event

LEADS = 2
"""Paragraphs at the beginning in which a dateline may stand: an editor's note may come first."""

BELOW = "正文和责任编辑下面的记号和按钮"
TO_CALL = re.compile(r"(?:\d[- ]?){5,}")
WORDS = re.compile(r"[^\W\d_]")
NOT_TEXT = frozenset(NOT_FIELDS.values())


@dataclass(frozen=True)
class Sorted:
    """The body's lines, each where it belongs."""

    text: tuple[Line, ...]
    findings: tuple[Finding, ...]
    cut: tuple[tuple[Line, Found], ...]


def sorted_lines(
    looks: Sequence[Look], *, closed: bool = False, rows: frozenset[int] = frozenset()
) -> Sorted:
    """Story text, facts and what goes.

    `closed`: the page goes on below. `rows`: where in the page the rows of tables begin; they are text.
    """
    notices = closing_words(looks)
    last = max((at for at, it in enumerate(looks[:notices]) if it.is_paragraph), default=-1)
    first = min((at for at, it in enumerate(looks) if it.is_paragraph), default=last)
    kept = {at for at, it in enumerate(looks) if it.line.places[0] in rows}
    closed = bool(looks) and (closes(looks[-1]) or closed)
    reasons = dict.fromkeys(loose_lines(looks, last, closed=closed), Sort.LOOSE.value)
    reasons |= {at: Sort.RIGHTS.value for at in range(notices, len(looks)) if looks[at].is_text}
    reasons |= dict.fromkeys(_running(looks, last), Sort.RUNNING.value)
    facts = _facts(looks, last)
    signed = min((at for at, founds in facts.items() if _names_editor(founds)), default=len(looks))
    text: list[Line] = []
    findings: list[Finding] = []
    cuts: list[tuple[Line, Found]] = []
    for at, it in enumerate(looks):
        above = text[-1].folded if text else ""
        reason = it.junk.sort.value if it.junk else reasons.get(at, "")
        if not reason and at > last:
            reason = _below(it, above, signed=at > signed)
        if at in kept or (it.junk and stays(reason, it.line.folded, above=above, among=first < at < last)):
            text.append(it.line)
        elif at in facts and not it.junk and reasons.get(at) != Sort.RUNNING.value:
            findings += [Finding(found, it.line, Zone.END) for found in facts[at]]
        elif reason:
            cuts.append((it.line, cut(0, len(it.line.text), it.line.text, reason)))
        else:
            text.append(it.line)
    return Sorted(tuple(text), tuple(findings), tuple(cuts))


def _below(it: Look, above: str, *, signed: bool) -> str:
    """Why a line below the last paragraph goes, if it does. `signed`: the editor's name stands above."""
    if WORDS.search(it.line.text) or _is_given(it, above):
        return Sort.BELOW.value if signed else ""
    return BELOW


def _is_given(it: Look, above: str) -> bool:
    """`81230013`, or a number below a line that says what it is."""
    return bool(TO_CALL.search(it.line.folded)) or (above.endswith(":") and it.line.folded.isdigit())


def _facts(looks: Sequence[Look], last: int) -> dict[int, tuple[Found, ...]]:
    """What lines of the body say: bylines anywhere, labels and names below the last paragraph."""
    credits = _credits(looks)
    few = sum(1 for it in looks[last + 1 :] if bare_names(it.line)) < 2  # more are keywords
    facts = {}
    for at, it in enumerate(looks):
        founds = it.byline or (it.meta if at in credits or at > last or _names_writer(it) else ())
        if at > last and not founds and not _is_signed_below(looks, at):
            founds = (_names_alone(it.line) if few else ()) or office_alone(it.line)
        if founds and not _is_signature(it):
            facts[at] = founds
    return facts


def _names_writer(it: Look) -> bool:
    """`采写：槐树里日报记者 江一帆`, and nothing else on the line."""
    authors = [found for found in it.meta if found.field == "authors"]
    sure = all(found.confidence is Confidence.HIGH and is_usual(found.value) for found in authors)
    return bool(authors) and sure and all(found.field in ("authors", "") for found in it.meta)


def _is_signed_below(looks: Sequence[Look], at: int) -> bool:
    """`三号院 陈先生` right above the day signs a notice."""
    return any(map(_is_signature, looks[at + 1 : at + 2])) and len(looks[at].line.words.split()) > 1


def _names_editor(founds: Sequence[Found]) -> bool:
    return any(found.field == "editor" for found in founds)


def _running(looks: Sequence[Look], last: int) -> Iterator[int]:
    """The paper's name and day at the top of each page."""
    counts = Counter(it.line.text for it in looks if it.meta)
    for at, it in enumerate(looks):
        edition = at < last and any(found.reason == EDITION_WORDS for found in it.meta)
        if it.meta and (edition or counts[it.line.text] > 1):
            yield at


def _names_alone(line: Line) -> tuple[Found, ...]:
    """Names below the last paragraph; two characters without a mark are rather a tag."""
    founds = bare_names(line)
    return (
        founds if line.han > 2 or any(found.confidence is not Confidence.UNSURE for found in founds) else ()
    )


def _credits(looks: Sequence[Look]) -> frozenset[int]:
    """The places of labelled facts (文｜, 编辑｜, 来源｜) below a first paragraph that sums the story up."""
    paragraphs = 0
    found = []
    for at, it in enumerate(looks):
        if it.meta and any(one.weight > 1 or one.reason in NOT_TEXT for one in it.meta):
            found.append(at)
        elif it.is_text and (found or (paragraphs := paragraphs + 1) > LEADS):
            break
    return frozenset(found)


def _is_signature(it: Look) -> bool:
    """The day (and the office) below a notice belong to its text."""
    plain = all(found.weight == 0 and found.field in ("date", "source") for found in it.meta)
    if any(found.when and found.when.year and found.when.hour is not None for found in it.meta):
        return False  # no one signs to the minute
    return bool(it.meta) and (plain or is_event(it))


def signature_date(looks: Sequence[Look]) -> list[Finding]:
    """The day (and the office) below a notice are evidence for its date and source, and stay in the text."""
    last = max((at for at, it in enumerate(looks) if it.is_paragraph), default=-1)
    signed: list[Finding] = []
    for at, it in enumerate(looks[last + 1 :], last + 1):
        if not _is_signature(it):
            continue
        days = [found for found in it.meta if found.field == "date" and found.when]
        signed += [Finding(_doubtful(found, "文末落款的日期"), it.line, Zone.LEAD) for found in days]
        above = looks[at - 1].line if at else it.line
        if days and SIGNED.match(above.folded):
            office = Found("source", above.text, 0, len(above.text), "", weight=-3)
            signed.append(Finding(_doubtful(office, "文末落款的单位"), above, Zone.LEAD))
    return signed


def _doubtful(found: Found, reason: str) -> Found:
    return replace(found, reason=reason, confidence=Confidence.UNSURE)
