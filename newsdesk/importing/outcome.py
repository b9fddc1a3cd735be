"""An Input -> Outcome: its story, filed below content/ with its pictures, or why not."""

from __future__ import annotations

import os
import traceback
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from newsdesk.importing import report
from newsdesk.importing.draft import Draft, drafted
from newsdesk.importing.fetching.fetched import Fetcher
from newsdesk.importing.filing.known import How
from newsdesk.importing.filing.memory import Untouched
from newsdesk.importing.filing.shelf import Filed, Shelf
from newsdesk.importing.imported import NotImportedError
from newsdesk.importing.inputs import Input
from newsdesk.importing.pictures.gathered import gathered
from newsdesk.importing.pictures.located import Origin
from newsdesk.importing.pictures.marks import marks
from newsdesk.importing.pictures.patience import PatientFetch
from newsdesk.importing.reading import SourcePage, read

REPEATS = {
    How.SAME: "同一篇文章还在 {}，请留下一篇，删去另一篇。",
    How.COPY: "同样的文字还在 {}，来自另一个网址，请留下一篇。",
    How.LIKELY: "{} 的题目相同，文字大半相同，可能是同一篇，请核对。",
    How.ALIKE: "{} 的文字和这一篇大半相同，可能是同一篇的另一稿，请核对。",
    How.ADDRESS: "{} 的原文网址和这一篇相同，日期或文字却不同：原文可能改写过，请核对。",
}

LONGEST_FAULT = 200
"""Characters of what went wrong in our own code."""


@dataclass(frozen=True)
class Imported:
    """A story that was imported; `report`, beside it, is the whole report, None after a dry run."""

    draft: Draft
    filed: Filed
    report: Path | None


Outcome = Imported | NotImportedError


def outcome(it: Input, shelf: Shelf, year: int | None, fetcher: Fetcher | None) -> Outcome:
    """Import `it`. Without `fetcher` nothing is written and no connection opened."""
    try:
        return _imported(it, shelf, year, fetcher)
    except NotImportedError as why:
        return why
    except OSError as error:
        return _of_system(error)


def _imported(it: Input, shelf: Shelf, year: int | None, fetcher: Fetcher | None) -> Imported:
    page, draft = _understood(it, year, fetcher)
    if draft.balance.difference:
        raise NotImportedError(draft.problems[-1], "导入不能丢一个字", "请把原文件交给开发人员")
    old = shelf.untouched(draft)
    draft = _with_pictures(draft, page.origin, fetcher)
    draft = draft.with_problems(_repeats(draft, shelf, old))
    filed = shelf.put(draft, old)
    kept = _keep_report(it, draft, filed, shelf) if fetcher else None
    return Imported(draft, filed, kept)


def _understood(it: Input, year: int | None, fetcher: Fetcher | None) -> tuple[SourcePage, Draft]:
    """A fault of ours in one page must not stop the others, and is no reason to show staff a traceback."""
    try:
        page = read(it, fetcher)
        return page, drafted(page.article, year)
    except (NotImportedError, OSError):
        raise
    except Exception as error:
        raise _of_ours(error) from error


def _with_pictures(draft: Draft, origin: Origin, fetcher: Fetcher | None) -> Draft:
    fetch = PatientFetch(fetcher) if fetcher else None
    used = marks(draft.as_read.body)
    return draft.with_pictures(tuple(gathered(draft.article.images, used, origin, fetch)))


def _repeats(draft: Draft, shelf: Shelf, old: Untouched | None) -> Iterator[str]:
    return (REPEATS[it.how].format(it.path) for it in shelf.others(draft, old))


def _keep_report(it: Input, draft: Draft, filed: Filed, shelf: Shelf) -> Path:
    lines = report.imported(shown(it.name), draft, filed, written=True, whole=True)
    return shelf.put_report(filed.path, report.as_text(lines))


def _of_ours(error: Exception) -> NotImportedError:
    last = traceback.extract_tb(error.__traceback__)[-1]
    where = f"{Path(last.filename).name}:{last.lineno}"
    return NotImportedError(
        "导入程序自己出了错，不是您的错",
        f"{where}：{type(error).__name__} {error}"[:LONGEST_FAULT],
        "请把原文件和这一行交给开发人员；急用时，把文章的文字复制到 .txt 文件里再导入",
    )


def _of_system(error: OSError) -> NotImportedError:
    place = f"：{shown(error.filename)}" if isinstance(error.filename, str) else ""
    if isinstance(error, PermissionError):
        return NotImportedError(
            f"没有权限读或写{place}", "这个文件或文件夹不让当前用户使用", "请换一个文件夹，或请管理员开放权限"
        )
    return NotImportedError(
        f"读或写不成{place}（{error.strerror}）",
        "磁盘可能满了，或者文件夹的位置不对",
        "请核对文件夹的名字和磁盘空间",
    )


def shown(name: str) -> str:
    """A file's name as it can be printed anywhere."""
    text = os.fsencode(name).decode("utf-8", "replace")
    return "".join(char if char.isprintable() else "�" for char in text)
