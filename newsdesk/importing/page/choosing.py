"""All that a page says about its fields -> one value for each, its evidence, and what was passed over."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from newsdesk.importing.imported import Confidence, Evidence, When
from newsdesk.importing.page.finding import Finding, Zone
from newsdesk.importing.page.found import Found
from newsdesk.importing.page.zones import skeleton

CUT_OFF = re.compile(r"(?:\.{3}|…+)$")
TOGETHER = 2
"""Lines from one editor's name to the next; an empty one may stand between."""

SINGLE = ("kicker", "column", "title", "summary", "source", "source_url")
FIELDS = (
    "kicker",
    "column",
    "title",
    "subtitle",
    "date",
    "modified",
    "source",
    "source_url",
    "editor",
    "authors",
    "tags",
    "summary",
)


@dataclass(frozen=True)
class Choice:
    """The findings that give `name` its value; `rejected` say something else. Evidence is for the value."""

    name: str
    used: tuple[Finding, ...]
    rejected: tuple[Finding, ...] = ()
    when: When | None = None

    @property
    def value(self) -> str:
        """As one line of text; several names are joined with 、 and the parts of a dek with a space."""
        if self.when:
            return str(self.when)
        texts = list(dict.fromkeys(it.found.value for it in self.used))
        if self.name in SINGLE:
            return texts[0]
        return (" " if self.name == "subtitle" else "、").join(texts)

    @property
    def values(self) -> tuple[str, ...]:
        """The names, each once."""
        return tuple(dict.fromkeys(it.found.value for it in self.used))

    def _least_sure(self) -> Found:
        """Of each value the surest statement; of these the least sure."""
        order = list(Confidence)
        surest: dict[str, Found] = {}
        for it in sorted(self.used, key=lambda it: order.index(it.found.confidence)):
            surest.setdefault(it.found.value, it.found)
        return max(surest.values(), key=lambda it: order.index(it.confidence))

    def evidence(self) -> Evidence:
        """Where the value was found and how sure it is: as sure as its least sure part."""
        found = self._least_sure()
        reasons = list(dict.fromkeys(it.found.reason for it in self.used if it.found.reason))
        line = self.used[0].line.number
        return Evidence(self.name, self.value, line, found.confidence, "；".join(reasons))


@dataclass(frozen=True)
class Choices:
    """One Choice for each field that the page gives, in the order of FIELDS."""

    by_field: dict[str, Choice] = field(default_factory=dict)

    def text(self, name: str) -> str:
        """The value of a text field, "" where the page gives none."""
        return self.by_field[name].value if name in self.by_field else ""

    def names(self, name: str) -> tuple[str, ...]:
        """The values of a list."""
        return self.by_field[name].values if name in self.by_field else ()

    def when(self, name: str) -> When | None:
        """The value of a date."""
        return self.by_field[name].when if name in self.by_field else None


def choices(findings: Sequence[Finding]) -> Choices:
    """One value for each field, chosen by label, place and exactness."""
    chosen: dict[str, Choice] = {}
    for name in FIELDS:
        of_field = [it for it in findings if it.found.field == name and it.found.value]
        choice = _choice(name, of_field)
        if choice:
            chosen[name] = choice
    return Choices(_without_editor(_with_date(chosen)))


def _without_editor(chosen: dict[str, Choice]) -> dict[str, Choice]:
    """Who is also the editor wrote the story only where no one else did: some sites print one name twice."""
    authors, editor = chosen.get("authors"), chosen.get("editor")
    if authors is None or editor is None:
        return chosen
    told = {it.found.value for it in authors.used if it.found.weight <= 0}
    same = tuple(it for it in authors.used if it.found.value in {*editor.values} - told)
    others = tuple(it for it in authors.used if it not in same)
    if not others or not same:
        return chosen
    return chosen | {"authors": replace(authors, used=others, rejected=(*authors.rejected, *same))}


def _with_date(chosen: dict[str, Choice]) -> dict[str, Choice]:
    """Where only an 更新时间 is given, it is the date, to be looked at. One before the date is none."""
    modified = chosen.get("modified")
    if modified is None:
        return chosen
    left = {name: choice for name, choice in chosen.items() if name != "modified"}
    date = chosen.get("date")
    if date is None:
        reason = "只有更新时间，没有发布时间"
        used = tuple(
            replace(it, found=replace(it.found, confidence=Confidence.UNSURE, reason=reason))
            for it in modified.used
        )
        return left | {"date": Choice("date", used, modified.rejected, modified.when)}
    if date.when and modified.when and _is_before(modified.when, date.when):
        rejected = (*date.rejected, *modified.used, *modified.rejected)
        return left | {"date": replace(date, rejected=rejected)}
    return chosen


def _is_before(one: When, other: When) -> bool:
    """Is the day of `one` earlier? A year that only one of them states is the other's too."""
    if one.year and other.year and one.year != other.year:
        return one.year < other.year
    return (one.month, one.day) < (other.month, other.day)


def _choice(name: str, findings: list[Finding]) -> Choice | None:
    if name in ("date", "modified"):
        return _date(name, [it for it in findings if it.found.when])
    if not findings:
        return None
    ordered = sorted(findings, key=_rank)
    if name == "authors":
        return _authors(findings)
    if name == "subtitle":
        return Choice(name, tuple(findings))
    if name == "tags":
        return Choice(name, tuple(findings))
    best = _whole_title(ordered).found if name == "title" else ordered[0].found
    if name == "editor":
        used = _last_together(
            [it for it in ordered if it.found.weight == best.weight and it.zone == ordered[0].zone]
        )
    else:
        used = tuple(it for it in ordered if skeleton(it.found.value) == skeleton(best.value))
    values = {it.found.value for it in used}
    seen = set(map(id, used))
    again = tuple(it for it in findings if it.found.value in values and id(it) not in seen)
    return Choice(name, used + again, tuple(it for it in findings if it.found.value not in values))


def _last_together(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """Of names on lines far from each other the lowest: a film's own credits stand above the page's."""
    lines = sorted({it.line.number for it in findings}, reverse=True)
    first = lines[0]
    for line in lines[1:]:
        if first - line > TOGETHER:
            break
        first = line
    return tuple(it for it in findings if it.line.number >= first)


def _rank(finding: Finding) -> tuple[bool, int, int]:
    """A label before none, the head before the end, the stronger label first."""
    return finding.found.weight <= 0, finding.zone, -finding.found.weight


def _whole_title(ordered: list[Finding]) -> Finding:
    """The title on the page, but where it is cut off (`...`) the 原标题 that goes on."""
    best = ordered[0]
    stem = skeleton(best.found.value)
    if CUT_OFF.search(best.found.value):
        return next(
            (
                it
                for it in ordered
                if len(skeleton(it.found.value)) > len(stem) and skeleton(it.found.value).startswith(stem)
            ),
            best,
        )
    return best


def _authors(findings: list[Finding]) -> Choice:
    """Everyone who is named as an author; a bare name beside a date only where no one else is."""
    sure = [it for it in findings if it.found.confidence is not Confidence.UNSURE]
    values = {it.found.value for it in sure or findings}
    used = tuple(it for it in findings if it.found.value in values)
    rejected = tuple(it for it in findings if it.found.value not in values)
    return Choice("authors", used, rejected)


def _date(name: str, findings: list[Finding]) -> Choice | None:
    """The date with the best label; its year or its minute may stand in another place of the page."""
    if not findings:
        return None
    ordered = sorted(findings, key=_rank)
    best = ordered[0]
    day = best.found.when
    used, rejected = [best], []
    for it in ordered[1:]:
        when = it.found.when
        if day is not None and when is not None and _same_day(day, when):
            merged = _merged(day, when)
            if merged != day or it.zone is not Zone.LEAD:
                used.append(it)
            day = merged
        elif it.zone is not Zone.LEAD:
            rejected.append(it)
    return Choice(name, tuple(used), tuple(rejected), day)


def _same_day(one: When, other: When) -> bool:
    years_agree = one.year is None or other.year is None or one.year == other.year
    return years_agree and (one.month, one.day) == (other.month, other.day)


def _merged(one: When, other: When) -> When:
    clock = one if one.hour is not None else other
    return When(one.year or other.year, one.month, one.day, clock.hour, clock.minute)
