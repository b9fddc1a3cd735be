"""A site that was built -> what is missing in it: stories, their contents, links that lead somewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

STORY_LINK = re.compile(r'href="?(?:https?://[^/"]+)?/articles/([^/"#?> ]+)/')
WITHIN = re.compile(r'href="?#')
HEADING = re.compile(r"^## ", re.MULTILINE)


def faults(stories: Path, output: Path) -> Iterator[str]:
    """`stories` holds the Markdown; each must have a page with its contents and links to others, and each
    link to a story must lead to one."""
    sources = {file.stem: file for file in stories.glob("**/[ab][0-9]*.md")}
    pages = {file.parent.name: file for file in output.glob("articles/*/index.html")}
    for slug in sorted(sources.keys() - pages.keys()):
        yield f"{slug}: there is no page of it"
    for slug in sorted(sources.keys() & pages.keys()):
        html = pages[slug].read_text(encoding="utf-8")
        text = sources[slug].read_text(encoding="utf-8")
        wanted, found = len(HEADING.findall(text)), len(WITHIN.findall(html))
        if found < wanted:
            yield f"{slug}: {wanted} headings, but {found} links to them"
        linked = {unquote(it) for it in STORY_LINK.findall(html)} - {slug}
        if not linked:
            yield f"{slug}: no link to another story"
        for target in sorted(linked - pages.keys()):
            yield f"{slug}: a link to {target}, which is not there"
