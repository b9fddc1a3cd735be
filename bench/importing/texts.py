"""The labelled pages as pasted text -> how well newsdesk/importing reads them, by part and by writing.

    python -m bench.importing.texts                    # the table, all parts
    python -m bench.importing.texts --misses           # what is wrong in the half "tune"
    python -m bench.importing.texts --rules            # how often each rule is right
    python -m bench.importing.texts --show PART-OF-A-PATH [browser|dump|wechat]
    python -m bench.importing.texts --write FOLDER     # the texts of the half "tune", to read and to try

Pages of all other parts are only counted: nothing prints or writes a word of them.
"""

from __future__ import annotations

import html
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, fields
from pathlib import Path

from bench.importing.blocks import page_items
from bench.importing.compare import names, plain
from bench.importing.labels import HALVES, Label, read_labels, readable
from bench.importing.pages import read_page
from bench.importing.rate import NONE, Rate
from bench.importing.score import Figures, Result, junk_in, score_page, total
from bench.importing.text_renderings import WRITINGS, Rendering, renderings
from newsdesk.importing.formats import READERS
from newsdesk.importing.imported import Confidence, ImportedArticle, NotImportedError

SHOWN = tuple(
    field.name
    for field in fields(Figures)
    if field.name not in ("pictures_kept", "pictures_false", "refused")
)
JUDGED = ("title", "date", "source", "editor", "authors", "heading")


@dataclass(frozen=True)
class Reading:
    """One text, what was read in it (None: refused) and the figures."""

    label: Label
    rendering: Rendering
    article: ImportedArticle | None
    result: Result

    @property
    def figures(self) -> Figures:
        """Against what the text states."""
        return score_page(self.rendering.gold, self.result)


def readings(labels: Sequence[Label]) -> list[Reading]:
    """Every article page of `labels` in its three writings. Raises PageMissingError."""
    return [
        read_text(label, rendering)
        for label in labels
        if label.refused is None
        for rendering in renderings(label, page_items(read_page(label.repo, label.path, label.sha256)))
    ]


def read_text(label: Label, rendering: Rendering) -> Reading:
    """One text as a story, or the words with which it is refused."""
    try:
        article = READERS[".txt"](rendering.text.encode())
    except NotImportedError as why:
        return Reading(label, rendering, None, Result(refused=why.what))
    return Reading(label, rendering, article, result_of(article))


def result_of(article: ImportedArticle) -> Result:
    """An article as what the score compares."""
    published = article.published
    return Result(
        title=article.title,
        date=str(published) if published and published.year else "",
        source=article.source,
        editor=article.editor,
        authors=article.authors,
        body=html.unescape(article.markdown),
        headings=tuple(line.lstrip("# ") for line in article.markdown.splitlines() if line.startswith("#")),
    )


def confidence_rates(read: Sequence[Reading]) -> dict[tuple[str, Confidence], Rate]:
    """How often a value of so much confidence is right: (field, confidence) -> rate."""
    rates: dict[tuple[str, Confidence], Rate] = {}
    for it in read:
        for evidence in it.article.evidence if it.article else ():
            if (
                evidence.field in JUDGED
                and (right := is_right(it, evidence.field, evidence.value)) is not None
            ):
                key = (evidence.field, evidence.confidence)
                rates[key] = rates.get(key, NONE) + Rate.of(right)
    return rates


def rule_table(read: Sequence[Reading]) -> Iterator[str]:
    """How often each rule (as the report names it, without words of a page) gives a right value, by half."""
    yield f"| rule | {' | '.join(HALVES)} |"
    yield "|---" * (len(HALVES) + 1) + "|"
    rates: dict[tuple[str, str], dict[str, Rate]] = {}
    for it in read:
        for evidence in it.article.evidence if it.article else ():
            if (
                evidence.field in JUDGED
                and (right := is_right(it, evidence.field, evidence.value)) is not None
            ):
                halves = rates.setdefault((evidence.field, evidence.reason), dict.fromkeys(HALVES, NONE))
                halves[it.label.half] += Rate.of(right)
    for (field, reason), halves in sorted(rates.items()):
        yield f"| {field}: {reason} | " + " | ".join(str(halves[half]) for half in HALVES) + " |"


def is_right(it: Reading, field: str, value: str) -> bool | None:
    """Is `value` what the label says? None where the label does not tell."""
    label, gold = it.label, it.rendering.gold.label
    if field == "title":
        return plain(value) in [plain(answer or "") for answer in label.accepted("title", label.title)]
    if field == "date":
        return None if not gold.date else value.startswith(gold.date[:10])
    if field == "authors":
        allowed = [*label.authors, *label.neutral("authors")]
        return names(value) <= {name for author in allowed for name in names(author)}
    if field == "heading":
        if value in label.neutral("headings"):
            return None
        return any(plain(value) in plain(heading) for heading in label.headings)
    answers = [answer or "" for answer in gold.accepted(field, getattr(gold, field))]
    return names(value) in map(names, answers)


def table(read: Sequence[Reading]) -> Iterator[str]:
    """The figures: a row for each, a column for each half and writing."""
    columns = [(half, writing) for half in HALVES for writing in WRITINGS]
    yield "| figure | " + " | ".join(f"{half} {writing}" for half, writing in columns) + " |"
    yield "|---" * (len(columns) + 1) + "|"
    sums = [
        total(it.figures for it in read if (it.label.half, it.rendering.writing) == column)
        for column in columns
    ]
    for name in SHOWN:
        yield f"| {name.replace('_', ' ')} | " + " | ".join(str(getattr(it, name)) for it in sums) + " |"


def confidence_table(read: Sequence[Reading]) -> Iterator[str]:
    """How often values are right by what the report says of them."""
    yield (
        "| right, where the report says | "
        + " | ".join(f"{half} {it.words}" for half in HALVES for it in Confidence)
        + " |"
    )
    yield "|---" * (len(HALVES) * len(Confidence) + 1) + "|"
    rates = [confidence_rates([it for it in read if it.label.half == half]) for half in HALVES]
    for name in JUDGED:
        cells = [str(half.get((name, it), NONE)) for half in rates for it in Confidence]
        yield f"| {name} | " + " | ".join(cells) + " |"


def misses(read: Sequence[Reading]) -> Iterator[str]:
    """What is wrong in the half "tune"."""
    for it in read:
        if it.label.half == "tune":
            lines = list(_missed(it))
            if lines:
                yield f"===== {it.label.path} {it.rendering.writing} f1={it.figures.body_f1.right:.3f}"
                yield from lines


def _missed(it: Reading) -> Iterator[str]:
    gold, given, figures = it.rendering.gold, it.result, it.figures
    for name in ("title", "date_minute", "date_day", "source", "editor", "author_found"):
        field = {"author_found": "authors"}.get(name, name.split("_")[0])
        if (rate := getattr(figures, name)).asked and not rate.right:
            yield f"  {name}: {getattr(given, field)!r}, not {getattr(gold.label, field)!r}"
    for name in ("source_wrong", "editor_wrong", "author_wrong"):
        field = {"author": "authors"}.get(name.split("_")[0], name.split("_")[0])
        if getattr(figures, name).right:
            yield f"  {name}: {getattr(given, field)!r}, not {getattr(gold.label, field)!r}"
    wanted = {plain(heading) for heading in gold.label.headings}
    ignored = {plain(heading) for heading in gold.label.neutral("headings")}
    found = {plain(heading) for heading in given.headings}
    yield from (f"  heading not found: {each}" for each in gold.label.headings if plain(each) not in found)
    yield from (f"  heading false: {each}" for each in given.headings if plain(each) not in wanted | ignored)
    if figures.body_f1.right < 0.98:
        yield from _body_misses(it)
    yield from (f"  junk: {phrase}" for phrase in junk_in(gold, given.body))


def _body_misses(it: Reading) -> Iterator[str]:
    body = plain(it.result.body)
    for text in it.rendering.gold.body:
        if len(plain(text)) > 3 and plain(text) not in body and plain(text)[:12] not in body:
            yield f"  lost: {text[:60]}"
    own = plain("".join((*it.rendering.gold.body, *it.rendering.gold.captions, *it.rendering.gold.neutral)))
    for line in it.result.body.splitlines():
        if len(plain(line)) > 3 and plain(line)[:16] not in own:
            yield f"  extra: {line[:60]}"


def shown(read: Sequence[Reading], part: str, writing: str) -> Iterator[str]:
    """The texts of the half "tune" whose path holds `part`, with their line numbers."""
    for it in read:
        if it.label.half == "tune" and part in it.label.path and it.rendering.writing == writing:
            yield f"===== {it.label.path} {writing}"
            yield from (f"{n:4} {line}" for n, line in enumerate(it.rendering.text.split("\n"), 1))


def write(read: Sequence[Reading], folder: Path) -> None:
    """The texts of the half "tune" as files."""
    folder.mkdir(parents=True, exist_ok=True)
    for it in read:
        if it.label.half == "tune":
            name = it.label.path.replace("/", "_")
            (folder / f"{name}.{it.rendering.writing}.txt").write_text(it.rendering.text, encoding="utf-8")


def main(words: Sequence[str]) -> None:
    """See the head of this file."""
    labels, missing = readable(read_labels())
    read = readings(labels)
    if words[:1] == ["--write"]:
        write(read, Path(words[1]))
        return
    parts: dict[str, Callable[[], Iterator[str]]] = {
        "--misses": lambda: misses(read),
        "--rules": lambda: rule_table(read),
        "--show": lambda: shown(read, words[1], words[2] if len(words) > 2 else "browser"),
    }
    if words and words[0] in parts:
        print("\n".join(parts[words[0]]()))
        return
    print("\n".join([*table(read), "", *confidence_table(read), *filter(None, [missing])]))


if __name__ == "__main__":
    main(sys.argv[1:])
