"""What became of one input -> one line of JSON, for machines.

Keys, always all of them:
- input: the file as it was given;
- path: where the story was written (or would be), null where it was refused;
- written: was a file written?
- instead_of: the file, untouched since its import, whose place this story took (perhaps its own), or null;
- report: the file beside the story with the whole report, or null where nothing was written;
- front_matter: every name of FrontMatter; a date is "YYYY-MM-DD HH:MM", "YYYY-MM-DD" or null;
- markdown: the body alone;
- images: [{path, source, alt, caption, width, height, problem}], those that the body names, in order; path
  is as the body names it, null where there is none and problem says why; a dry run opens no connection, so
  there path may be the web address of a picture, with width and height null;
- evidence: [{field, value, line, confidence, reason}]; field is a name of FrontMatter, "heading", "images" or
  "original_title", for which front matter has no field;
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
from newsdesk.importing.filing.shelf import Filed
from newsdesk.importing.imported import NotImportedError
from newsdesk.importing.pictures.gathered import GatheredPicture

LONGEST_SOURCE = 2_000
"""Characters; a data: address holds the whole picture."""


def imported(source: str, draft: Draft, filed: Filed, *, written: bool, report: Path | None = None) -> str:
    """The line for a story that was imported."""
    article = draft.article
    return _line(
        {
            "input": source,
            "path": filed.path.as_posix(),
            "written": written,
            "instead_of": filed.instead_of.as_posix() if filed.instead_of else None,
            "report": report.as_posix() if report else None,
            "front_matter": _front_matter(draft.document.front_matter),
            "markdown": draft.document.body,
            "images": [_image(it) for it in draft.pictures],
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
            "instead_of": None,
            "report": None,
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


def _image(it: GatheredPicture) -> dict[str, Any]:
    return {
        "path": it.path or None,
        "source": it.source if len(it.source) <= LONGEST_SOURCE else it.source[:LONGEST_SOURCE] + "…",
        "alt": it.alt,
        "caption": it.caption,
        "width": it.picture.width if it.picture else None,
        "height": it.picture.height if it.picture else None,
        "problem": it.problem,
    }


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
