"""来源： and the logo of a paper behind it -> the paper, as its alt text names it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from newsdesk.importing.page.finding import Finding
from newsdesk.importing.webpage.hints import hint
from newsdesk.importing.webpage.measured import Measured

LABEL = re.compile(r"(?:来源|稿源|来自|出处|转自)\s*:?\s*$")
NAME = re.compile(r"[\u3400-\u9fff\w·]{2,16}")
NO_NAME = re.compile(r"图片?|标志|logo|来源|分享|.*\.(?:gif|jpe?g|png)", re.I)


def logo_sources(them: Sequence[Measured]) -> Iterator[Finding]:
    """What the logos in `them` say; readers see the name, so nothing but a written one counts more."""
    for it, following in pairwise(them):
        picture = following.block.picture
        if picture is None or it.block.picture or not LABEL.search(it.block.line.folded):
            continue
        name = picture.alt.strip()
        if NAME.fullmatch(name) and not NO_NAME.fullmatch(name):
            yield hint("source", name, "“来源”后面的图片上的媒体名称")
