"""The lines of a story -> the names that each head a section, and the line below that says who it is."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsdesk.importing.page.lines import Line
from newsdesk.importing.page.look import is_paragraph
from newsdesk.importing.page.names import is_usual

FEWEST = 2
"""More names than these are no accident."""

WHO = re.compile(
    r"(?:员|长|书记|主任|教授|院士|总监|经理|总裁|主席|委员|代表|教师|老师|医生|律师|工程师|作家|导演|记者|志愿者|社工|校友|学生|居民|店主|摊主"
    r"|主管|负责人|创始人)$"
)
"""How a line ends that says who someone is."""


def persons_of(lines: Sequence[Line]) -> dict[int, int]:
    """Names that each head a section (three or more of them) -> the line below, which says who that is."""
    found = {}
    for at in range(len(lines) - 2):
        near = lines[at + 1 : at + 4]
        if not is_usual(lines[at].text) or is_paragraph(near[0]) or is_usual(near[0].text):
            continue
        if any(map(is_paragraph, near)) and WHO.search(near[0].folded):
            found[at] = at + 1
    return found if len(found) > FEWEST else {}
