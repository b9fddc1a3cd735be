"""Every bad source by its name."""

from __future__ import annotations

from collections.abc import Mapping

from tests.newsdesk.importing.bad_files.addresses import ADDRESSES
from tests.newsdesk.importing.bad_files.bad import Bad
from tests.newsdesk.importing.bad_files.documents import DOCUMENTS
from tests.newsdesk.importing.bad_files.names import NAMES
from tests.newsdesk.importing.bad_files.pages import PAGES
from tests.newsdesk.importing.bad_files.texts import TEXTS

GROUPS = (TEXTS, PAGES, DOCUMENTS, NAMES, ADDRESSES)
QUICK = (*NAMES.values(), *TEXTS.values(), *ADDRESSES.values())
"""Those that cost little to make."""

BAD: Mapping[str, Bad] = {name: bad for group in GROUPS for name, bad in group.items()}
