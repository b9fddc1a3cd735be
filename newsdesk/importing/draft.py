"""ImportedArticle and the year that staff gave -> Draft: the story, and what a person must check."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from article.document import Document
from article.front_matter import FrontMatter, Moment, Status
from newsdesk.importing.field_names import called
from newsdesk.importing.imported import Confidence, Evidence, ImportedArticle, Kind, When
from newsdesk.importing.page.pieces import Balance, balance
from newsdesk.importing.pictures.gathered import GatheredPicture
from newsdesk.importing.pictures.marks import without_alts
from newsdesk.importing.pictures.told import picture_evidence, picture_problems, with_pictures

WANTED = ("source", "editor", "authors")
"""Fields that a news page usually has: a person must check where they are."""


@dataclass(frozen=True)
class Draft:
    """A story ready to be filed. `path` is not its business."""

    document: Document
    as_read: Document
    """The story before its pictures were put in, as the source alone gives it."""

    article: ImportedArticle
    evidence: tuple[Evidence, ...]
    problems: tuple[str, ...]
    balance: Balance
    pictures: tuple[GatheredPicture, ...] = ()

    @property
    def missing_pictures(self) -> int:
        """Pictures that a reader would miss."""
        return sum(it.is_missing for it in self.pictures)

    def picture_files(self) -> Iterator[tuple[str, bytes]]:
        """Place below content/ and bytes of each picture."""
        for it in self.pictures:
            if it.picture:
                yield it.path.lstrip("/"), it.picture.data

    def with_pictures(self, pictures: tuple[GatheredPicture, ...]) -> Draft:
        """With `pictures` in place of their marks, and what a person must know of them."""
        if not pictures:
            return self
        body = with_pictures(self.as_read.body, pictures)
        return replace(
            self,
            document=replace(self.as_read, body=body),
            pictures=pictures,
            evidence=(*self.evidence, *picture_evidence(pictures)),
            problems=(*self.problems, *picture_problems(pictures)),
        )

    def with_problems(self, problems: Iterable[str]) -> Draft:
        """With more that a person must check."""
        return replace(self, problems=(*self.problems, *problems))


def drafted(article: ImportedArticle, year: int | None = None) -> Draft:
    """`article` as a story. A date without a year becomes one only with `year`; else the story is a draft."""
    date = _moment(article.published, year)
    modified = _moment(article.modified, year)
    front_matter = FrontMatter(
        title=article.title,
        subtitle=article.subtitle,
        kicker=article.kicker,
        column=article.column,
        date=date,
        modified=modified if _is_later(modified, date) else None,
        source=article.source,
        source_url=article.source_url,
        editor=article.editor,
        authors=article.authors,
        tags=article.tags,
        summary=article.summary,
        status=Status.PUBLISHED if date is not None else Status.DRAFT,
    )
    document = Document(front_matter, article.markdown)
    counted = balance(article.pieces, without_alts(article.markdown))
    return Draft(
        document=document,
        as_read=document,
        article=article,
        evidence=tuple(_evidence(article, date, year)),
        problems=(*_date_problems(article, date, year), *article.problems, *_missing(front_matter, article)),
        balance=counted,
    )


def _is_later(modified: Moment | None, date: Moment | None) -> bool:
    """Was it changed after it was out? A day is later only than an earlier day."""
    if modified is None or date is None or modified == date:
        return False
    return _day(modified) >= _day(date)


def _day(moment: Moment) -> dt.date:
    return moment.date() if isinstance(moment, dt.datetime) else moment


def _moment(when: When | None, year: int | None) -> Moment | None:
    """The page's own year counts before the one that staff gave."""
    known = (when.year or year) if when else None
    return when.in_year(known) if when and known else None


def _evidence(article: ImportedArticle, date: Moment | None, year: int | None) -> Iterator[Evidence]:
    for it in article.evidence:
        if it.field == "date" and article.published and article.published.year is None:
            yield _of_yearless(it, article.published, date, year)
        else:
            yield it
    if not article.images:
        reason = "稿件里没有图片，需要时请另外添加"
        yield Evidence("images", "", None, Confidence.HIGH, reason)


def _of_yearless(it: Evidence, when: When, date: Moment | None, year: int | None) -> Evidence:
    if date is None:
        return replace(it, value=str(when), confidence=Confidence.UNSURE, reason=f"{it.reason}；没有写年份")
    reason = f"{it.reason}；原文没有写年份，{year} 年是您给出的"
    return replace(it, value=str(replace(when, year=year)), confidence=Confidence.LIKELY, reason=reason)


def _date_problems(article: ImportedArticle, date: Moment | None, year: int | None) -> Iterator[str]:
    when = article.published
    if when is None:
        yield (
            "没有找到发布日期，所以先存成草稿。请查清日期，在草稿里加一行 date: 年-月-日"
            "（例如 date: 2026-05-03 09:26），删去 status: draft 这一行，再把文件移到 content/news/年份/ 里。"
        )
    elif date is None and year is None:
        yield _no_year(article, when)
    elif date is None:
        yield (
            f"{year} 年没有 {when} 这一天，所以先存成草稿。请核对年份，用 --year 给出正确的年份重新导入"
            "（用 make 时写 YEAR=年份）。"
        )
    elif when.year is not None and year is not None and when.year != year:
        yield f"您给的年份是 {year}，原文写的是 {when.year} 年；用了原文的年份，请核对。"


def _no_year(article: ImportedArticle, when: When) -> str:
    line = next((it.line for it in article.evidence if it.field == "date"), None)
    where = f"第 {line} {article.lines_called}" if line else "网页上"
    hint = ""
    if article.latest_year:
        hint = f"文中提到的最晚年份是 {article.latest_year} 年，只供参考，不一定是发布年份。"
    return (
        f"发布日期没有写年份（{where}只有 {when}），所以先存成草稿，没有猜年份。{hint}"
        "请查清年份，加上 --year 年份重新导入（用 make 时写 YEAR=年份）；"
        f"或者在草稿里加一行 date: 年份-{when}，删去 status: draft 这一行，"
        "再把文件移到 content/news/年份/ 里。"
    )


def _missing(front_matter: FrontMatter, article: ImportedArticle) -> Iterator[str]:
    for name in WANTED:
        if not getattr(front_matter, name):
            yield f"没有找到{called(name)}。原文若有，请在稿件开头加一行 {name}:；没有就不用写。"
    if difference := balance(article.pieces, without_alts(article.markdown)).difference:
        yield f"汉字数目对不上，差 {difference} 个字：请不要使用这次导入的结果，把原文件交给开发人员。"


def cut_lines(article: ImportedArticle) -> tuple[tuple[int, str, str], ...]:
    """Line, text and reason of each piece that is in neither the front matter nor the body."""
    return tuple((it.line, it.text, it.reason) for it in article.pieces if it.kind is Kind.CUT)
