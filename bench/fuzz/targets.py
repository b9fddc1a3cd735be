"""Target: one parser, the words its inputs are put together from, and what must hold for every input."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import PurePath
from types import MappingProxyType

from lxml.html import fragment_fromstring

from article.document import format, parse
from article.likeness import han
from article.problem import ArticleError
from bench.fuzz import seeds
from bench.fuzz.words import BYTES, words
from newsdesk.importing import encoding
from newsdesk.importing.draft import drafted
from newsdesk.importing.fetching.address import web_address
from newsdesk.importing.fetching.not_fetched import NotFetchedError
from newsdesk.importing.formats import docx, html, mhtml, plain_text
from newsdesk.importing.imported import ImportedArticle, NotImportedError
from newsdesk.importing.pictures.cleaned import cleaned
from newsdesk.importing.pictures.refused import PictureRefusedError
from plugins.article_reader.safe_html import safe_html

Check = Callable[[bytes], str]
"""Reads one input and gives how it ended, in few words. Raises AssertionError where a law is broken."""

RUNS = frozenset(
    ["script", "iframe", "object", "embed", "style", "svg", "math", "form", "base", "link", "meta"]
)
SCHEME = re.compile(r"[\x00-\x20]*(?:javascript|vbscript|data):", re.I)
NUMBER = re.compile(r"\d+")
NAMES = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


@dataclass(frozen=True)
class Target:
    """`words` are pieces of inputs, `seeds` whole ones."""

    check: Check
    words: tuple[bytes, ...]
    seeds: tuple[bytes, ...]


def imports(read: Callable[[bytes], ImportedArticle]) -> Check:
    """What holds for every source: refused with words, or a story that lost nothing and is safe."""

    def check(data: bytes) -> str:
        try:
            article = read(data)
        except NotImportedError as why:
            assert han(why.what) and han(why.why) and han(why.fix), why.what
            return NUMBER.sub("0", why.what.partition("“")[0])
        draft = drafted(article, 2026)
        assert draft.balance.difference == 0, draft.balance
        assert parse(format(draft.document), PurePath("x.md")) == draft.document
        published_safely(draft.document.body)
        fields = sorted({it.field for it in article.evidence})
        return " ".join([*fields, f"{min(len(article.problems), 3)} problems", article.encoding])

    return check


def published_safely(markdown: str) -> str:
    """The HTML of a story, of which nothing may run."""
    built = safe_html(markdown)
    for node in fragment_fromstring(built, create_parent="div").iter():
        assert node.tag not in RUNS, built
        for name, value in node.attrib.items():
            assert not name.startswith("on") and not SCHEME.match(value), built
    return built


def decodes(data: bytes) -> str:
    try:
        return encoding.decoded(data).encoding
    except NotImportedError as why:
        assert han(why.what) and han(why.fix)
        return NUMBER.sub("0", why.what.partition("“")[0])


def reads_front_matter(data: bytes) -> str:
    """A document that was read is written and read again as the same."""
    try:
        document = parse(data.decode("utf-8", "replace"), PurePath("x.md"))
    except ArticleError as error:
        assert all(han(it.what) and it.line >= 1 for it in error.problems)
        return NUMBER.sub("0", error.problems[0].what.partition("“")[0])
    assert parse(format(document), PurePath("x.md")) == document
    return f"{document.front_matter.status} {type(document.front_matter.date).__name__}"


def reads_markdown(data: bytes) -> str:
    built = published_safely(data.decode("utf-8", "replace"))
    return " ".join(sorted(set(re.findall(r"<([a-z0-9]+)", built))))


def cleans_picture(data: bytes) -> str:
    try:
        picture = cleaned(data)
    except PictureRefusedError as error:
        assert han(error.why)
        return error.why[:12]
    assert 0 < picture.width <= 2_000 and 0 < picture.height <= 2_000
    return PurePath(picture.name).suffix


def reads_address(data: bytes) -> str:
    """What is sent is one line of ASCII, and reads as itself."""
    try:
        address = web_address(data.decode("utf-8", "replace"))
    except NotFetchedError as error:
        assert han(error.what) and han(error.why)
        return error.why[:8]
    sent = f"{address.host} {address.target}"
    assert sent.isascii() and sent.isprintable() and sent.count(" ") == 1, sent
    assert web_address(str(address)) == address
    return address.scheme


def document_of(body: bytes) -> bytes:
    """A Word file with this XML in its body."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr(zipfile.ZipInfo("[Content_Types].xml"), "<Types/>")
        xml = b'<w:document xmlns:w="%s"><w:body>%s</w:body></w:document>' % (NAMES.encode(), body)
        archive.writestr(zipfile.ZipInfo("word/document.xml"), xml)
    return stream.getvalue()


TARGETS: Mapping[str, Target] = MappingProxyType(
    {
        "text": Target(imports(plain_text.read), words("story"), seeds.TEXTS),
        "encoding": Target(decodes, BYTES + words("story"), seeds.ENCODED),
        "html": Target(imports(html.read), words("html", "story"), seeds.PAGES),
        "clipboard": Target(imports(html.read), words("office", "html", "story"), seeds.CLIPBOARDS),
        "mhtml": Target(imports(mhtml.read), words("mail", "html"), seeds.MAILS),
        "docx": Target(imports(docx.read), BYTES, tuple(map(document_of, seeds.BODIES))),
        "word_body": Target(lambda body: imports(docx.read)(document_of(body)), words("xml"), seeds.BODIES),
        "front_matter": Target(reads_front_matter, words("yaml"), seeds.STORIES),
        "markdown": Target(reads_markdown, words("markdown", "html"), seeds.MARKDOWNS),
        "picture": Target(cleans_picture, BYTES, seeds.pictures()),
        "address": Target(reads_address, words("address"), seeds.ADDRESSES),
    }
)
