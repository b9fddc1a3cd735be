"""A block -> is it an attachment (附件：名单.docx) and not a way to another page?"""

from __future__ import annotations

import re

from newsdesk.importing.webpage.block import Block

FILE = re.compile(r"\.(?:docx?|xlsx?|pptx?|pdf|zip|rar|wps|et|ofd)(?:[?#]|$)", re.I)
SAYS = re.compile(r"\s*(?:\d+[.、]\s*)?附(?:件|表|图)")


def is_attached(block: Block) -> bool:
    """Says so, or leads to a file."""
    return bool(SAYS.match(block.text)) or any(FILE.search(link.address) for link in block.links)
