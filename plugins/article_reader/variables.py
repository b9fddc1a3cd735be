"""Document -> the variables that every template finds on `article`, as the theme's README lists them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from article.front_matter import FrontMatter, Moment, guide
from article.wishes import in_short

OTHERWISE = frozenset({"authors", "category", "date", "modified", "related", "summary", "tags"})
"""Fields that reach the templates in another shape; all others do as text, "" where they are not given."""


@dataclass(frozen=True)
class When:
    """A moment in the site's time zone. `has_time` is False where staff gave a day alone: show no 00:00."""

    moment: dt.datetime
    has_time: bool


def variables(given: FrontMatter, slug: str, summary: str, zone: ZoneInfo) -> dict[str, object]:
    """All but category and tags, which are Pelican's own. `date` and `modified` are left out if not given.

    `slug` is the address without slashes at its ends; `summary` stands in for one that staff did not write.
    """
    found: dict[str, object] = {name: str(getattr(given, name)) for name in guide() if name not in OTHERWISE}
    found |= {"slug": slug, "summary": given.summary or summary, "author_names": given.authors}
    found["related_wishes"] = in_short(given.related)
    for name, moment in (("date", given.date), ("modified", given.modified)):
        when = None if moment is None else _when(moment, zone)
        found[f"{name}_has_time"] = when is not None and when.has_time
        if when is not None:
            found[name] = when.moment
    return found


def _when(moment: Moment, zone: ZoneInfo) -> When:
    if isinstance(moment, dt.datetime):
        return When(moment.replace(tzinfo=zone), has_time=True)
    return When(dt.datetime.combine(moment, dt.time(), zone), has_time=False)
