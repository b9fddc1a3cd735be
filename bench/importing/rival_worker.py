"""Lines of JSON with a page's HTML -> lines of JSON with what one tool gives. Runs in .build/bench-venv.

Imports nothing of ours: that environment holds the tools alone.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable
from typing import Any

from lxml import html

Given = dict[str, Any]
BLOCK = re.compile(r"</?(?:p|div|br|li|h[1-6]|section|blockquote|tr|td)\b[^>]*>", re.I)
HEADINGS = "//h2|//h3|//h4|//h5|//h6"


def trafilatura(page: str) -> Given:
    import trafilatura as tool

    found = tool.bare_extraction(page, with_metadata=True, include_comments=False)
    if found is None:
        return {}
    data = found.as_dict()
    rich = {"include_comments": False, "include_formatting": True, "include_images": True}
    markdown = tool.extract(page, output_format="markdown", **rich) or ""
    return {
        "title": data.get("title"),
        "date": data.get("date"),
        "source": data.get("sitename"),
        "authors": (data.get("author") or "").split("; "),
        "body": data.get("text"),
        "headings": re.findall(r"^#{2,6} (.*)$", markdown, re.M),
        "pictures": re.findall(r"!\[[^\]]*\]\((\S+?)[\s)]", markdown),
    }


def gne(page: str) -> Given:
    from gne import GeneralNewsExtractor

    found = GeneralNewsExtractor().extract(page, with_body_html=True)
    return {
        "title": found.get("title"),
        "date": found.get("publish_time"),
        "authors": [found["author"]] if found.get("author") else [],
        "source": found.get("source"),
        "body": found.get("content"),
        "headings": _texts(found.get("body_html") or "", HEADINGS),
        "pictures": found.get("images") or [],
    }


def newspaper4k(page: str) -> Given:
    import newspaper

    article = newspaper.Article("https://example.com/1.html", language="zh", fetch_images=False)
    article.download(input_html=page)
    article.parse()
    return {
        "title": article.title,
        "date": article.publish_date.isoformat() if article.publish_date else "",
        "authors": article.authors,
        "body": article.text,
        "pictures": list(article.images or ()),
    }


def readability(page: str) -> Given:
    from readability import Document

    document = Document(page)
    body = document.summary(html_partial=True)
    author = document.author() if hasattr(document, "author") else ""
    return {
        "title": document.short_title(),
        "authors": [author] if author and author != "[no-author]" else [],
        "body": "\n".join(text for part in BLOCK.split(body) if (text := _plain(part))),
        "headings": _texts(body, HEADINGS),
        "pictures": [it.get("data-src") or it.get("src") or "" for it in html.fromstring(body).iter("img")],
    }


def _plain(part: str) -> str:
    return html.fromstring(f"<p>{part}</p>").text_content().strip() if part.strip() else ""


def _texts(markup: str, path: str) -> list[str]:
    return [it.text_content() for it in html.fromstring(markup).xpath(path)] if markup.strip() else []


TOOLS: dict[str, Callable[[str], Given]] = {
    "trafilatura": trafilatura,
    "gne": gne,
    "newspaper4k": newspaper4k,
    "readability-lxml": readability,
}


def main(name: str) -> None:
    """A tool that fails on a page gives nothing for it: that is its answer."""
    for line in sys.stdin:
        try:
            given = TOOLS[name](json.loads(line))
        except Exception as error:
            given = {}
            print(f"{name}: {type(error).__name__}: {error}", file=sys.stderr)
        print(json.dumps(given, default=str))


if __name__ == "__main__":
    main(sys.argv[1])
