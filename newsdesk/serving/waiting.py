"""`python -m newsdesk.serving.waiting CONF OPTIONS`: load what a build needs, wait for a line, then build."""

from __future__ import annotations

import contextlib
import logging
import sys

from newsdesk.building.pelican_run import load_what_settings_name
from newsdesk.cli import main


def _run(conf: str, words: list[str]) -> int:
    import newsdesk.building.site  # noqa: F401  # loaded here, so that the build need not

    logging.disable()
    with contextlib.suppress(Exception, SystemExit):  # whatever is wrong, the build itself says it
        load_what_settings_name(conf)
    logging.disable(logging.NOTSET)
    asked = sys.stdin.readline()
    return main(["build", *words]) if asked else 0  # the preview has ended


if __name__ == "__main__":
    raise SystemExit(_run(sys.argv[1], sys.argv[2:]))
