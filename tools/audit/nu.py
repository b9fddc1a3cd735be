"""HTML files -> the errors of the Nu HTML checker."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import NotRequired, TypedDict

from tools.audit.needs import AuditError, Instruments

CSS = "CSS: .*"
"""The checker's CSS parser does not know @container, round() and other CSS of today; the browser does."""


class _Message(TypedDict):
    type: str
    message: str
    url: NotRequired[str]
    lastLine: NotRequired[int]


def errors(files: Sequence[Path], tools: Instruments) -> tuple[str, ...]:
    """Each error as `line 12: what is wrong`; none for valid HTML."""
    command = [
        *(str(tools.java), "-jar", str(tools.nu), "--format", "json", "--stdout", "--exit-zero-always"),
        *("--filterpattern", CSS, *map(str, files)),
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False, encoding="utf-8")
    if done.returncode:
        raise AuditError(f"the Nu HTML checker failed:\n{done.stdout}{done.stderr}")
    messages: list[_Message] = json.loads(done.stdout)["messages"]
    return tuple(
        f"line {message.get('lastLine', '?')}: {message['message']}"
        for message in messages
        if message["type"] in ("error", "non-document-error")
    )
