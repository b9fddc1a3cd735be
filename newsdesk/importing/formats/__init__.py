"""The formats staff can import. To add one: a module here, a line below, a sample folder in tests."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from newsdesk.importing.formats import docx, html, mhtml, plain_text
from newsdesk.importing.imported import ImportedArticle

Reader = Callable[[bytes], ImportedArticle]

READERS: Mapping[str, Reader] = MappingProxyType(
    {
        ".txt": plain_text.read,
        ".text": plain_text.read,
        ".docx": docx.read,
        ".docm": docx.read,
        ".html": html.read,
        ".htm": html.read,
        ".xhtml": html.read,
        ".mhtml": mhtml.read,
        ".mht": mhtml.read,
    }
)
"""A file's suffix in small letters -> what reads it."""
