"""The command line as a program: what a shell sees of it."""

from __future__ import annotations

import subprocess
import sys

from newsdesk.cli import READER_GONE


def test_a_reader_that_has_gone_is_no_fault() -> None:
    """`newsdesk | head -0`."""
    command = [sys.executable, "-m", "newsdesk"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as program:
        assert program.stdout
        assert program.stderr
        program.stdout.close()
        said = program.stderr.read()
    assert (program.returncode, said) == (READER_GONE, b"")
