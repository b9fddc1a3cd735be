"""What became of one input -> one line of JSON, for machines.

Keys, always all of them:
- input: the file as it was given;
- path: where the story was written (or would be), null where it was refused;
- written: was a file written?
- front_matter: every name of FrontMatter; a date is "YYYY-MM-DD HH:MM", "YYYY-MM-DD" or null;
- markdown: the body alone; images: [{name, caption}];
- evidence: [{field, value, line, confidence, reason}]; field is a name of FrontMatter, "heading" or "images";
  line counts from 1 or is null; confidence is "high", "likely" or "unsure";
- cut: [{line, text, reason}], all text that is neither in front_matter nor in markdown;
- pieces: [{line, kind, field, text}], the page in order; kind is "field", "body", "cut" or "blank";
- balance: Han characters {page, field, body, cut, difference};
- restored: half-width marks that became full-width; encoding: how the file was read;
- problems: [text], all that a person must check; the reason where the input was refused.
"""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import asdict, fields
from pathlib import Path
from typing import Any

from article.front_matter import FrontMatter
from newsdesk.importing.draft import Draft, cut_lines
from newsdesk.importing.imported import NotImportedError


def imported(source: str, draft: Draft, path: Path, *, written: bool) -> str:
    """The line for a story that was imported."""
    article = draft.article
    return _line(
        {
            "input": source,
            "path": path.as_posix(),
            "written": written,
            "front_matter": _front_matter(draft.document.front_matter),
            "markdown": draft.document.body,
            "images": [{"name": it.name, "caption": it.caption} for it in article.images],
            "evidence": [asdict(it) for it in draft.evidence],
            "cut": [
                {"line": line, "text": text, "reason": reason} for line, text, reason in cut_lines(article)
            ],
            "pieces": [
                {"line": it.line, "kind": it.kind.value, "field": it.field, "text": it.text}
                for it in article.pieces
            ],
            "balance": asdict(draft.balance) | {"difference": draft.balance.difference},
            "restored": article.restored,
            "encoding": article.encoding,
            "problems": list(draft.problems),
        }
    )


def refused(source: str, why: NotImportedError) -> str:
    """The line for an input that was not imported."""
    return _line(
        {
            "input": source,
            "path": None,
            "written": False,
            "front_matter": {},
            "markdown": "",
            "images": [],
            "evidence": [],
            "cut": [],
            "pieces": [],
            "balance": {"page": 0, "field": 0, "body": 0, "cut": 0, "difference": 0},
            "restored": 0,
            "encoding": "",
            "problems": [f"{why.what}：{why.why}。{why.fix}。"],
        }
    )


def _line(values: dict[str, Any]) -> str:
    return json.dumps(values, ensure_ascii=False)


def _front_matter(front_matter: FrontMatter) -> dict[str, Any]:
    return {field.name: _plain(getattr(front_matter, field.name)) for field in fields(front_matter)}


def _plain(value: object) -> object:
    if isinstance(value, dt.datetime):
        return value.strftime("%Y-%m-%d %H:%M")
    if isinstance(value, dt.date):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value
