"""HTML -> HTML whose pictures have their size, each that stands alone in a figure with its caption."""

from __future__ import annotations

import html
import re
from collections.abc import Callable

from article.picture_size import Size

IMAGE = re.compile(r'<img((?:\s+[\w-]+="[^"]*")*)\s*/?>')
ALONE = re.compile(rf"<p>\s*({IMAGE.pattern}(?:\s*(?:<br>)?\s*{IMAGE.pattern})*)\s*</p>")
ATTRIBUTE = re.compile(r'([\w-]+)="([^"]*)"')


def with_figures(body: str, size_of: Callable[[str], Size | None]) -> str:
    """`body`, as nh3 writes it, with each picture's width and height so that no line jumps when it arrives.

    `size_of` gives a picture's size by its `src`; None leaves the picture without one. A picture alone in its
    paragraph becomes a figure, and its title the caption.
    """
    if "<img" not in body:
        return body
    body = ALONE.sub(
        lambda match: "\n".join(_figure(image[1], size_of) for image in IMAGE.finditer(match[1])), body
    )
    return IMAGE.sub(lambda match: _image(_attributes(match[1]), size_of), body)


def _attributes(text: str) -> dict[str, str]:
    """Names and values as they are written, still escaped."""
    return dict(ATTRIBUTE.findall(text))


def _figure(attributes: str, size_of: Callable[[str], Size | None]) -> str:
    found = _attributes(attributes)
    caption = found.pop("title", "").strip()
    shown = f"<figcaption>{caption}</figcaption>" if caption else ""
    return f'<figure class="figure">{_image(found, size_of)}{shown}</figure>'


def _image(attributes: dict[str, str], size_of: Callable[[str], Size | None]) -> str:
    if "loading" in attributes:
        return _tag(attributes)
    size = size_of(html.unescape(attributes.get("src", "")))
    sized = {"width": str(size.width), "height": str(size.height)} if size else {}
    first = {name: attributes.get(name, "") for name in ("src", "alt")}
    return _tag(first | attributes | sized | {"loading": "lazy", "decoding": "async"})


def _tag(attributes: dict[str, str]) -> str:
    return "<img" + "".join(f' {name}="{value}"' for name, value in attributes.items()) + ">"
