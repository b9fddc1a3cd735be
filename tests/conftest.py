"""What every test may ask for: a case of a cases.md, a golden file."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

from tests.cases import Case, accept, read_cases

# A slow machine is no fault of the code. In CI the examples are the same for the same tests, so no commit
# fails for what chance finds; whoever runs the tests by hand searches on.
settings.register_profile("linli", deadline=None, derandomize=os.environ.get("LINLI_CI") == "1")
settings.load_profile("linli")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="accept what the code now gives")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """A test that asks for `case` runs once for each case in the cases.md beside it."""
    if "case" in metafunc.fixturenames:
        cases = read_cases(Path(str(metafunc.module.__file__)).with_name("cases.md"))
        metafunc.parametrize("case", cases, ids=lambda case: f"{case.line}-{case.title}")


@pytest.fixture
def check(case: Case, request: pytest.FixtureRequest) -> Callable[[str], None]:
    """Compare with what cases.md expects, or write it there under --update-golden."""

    def check(actual: str) -> None:
        if request.config.getoption("update_golden"):
            accept(case, actual)
        else:
            assert actual == case.expected, f"{case.file}:{case.line}"

    return check


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[Path, str], None]:
    """Compare with a golden file, or write it under --update-golden."""

    def golden(file: Path, actual: str) -> None:
        if request.config.getoption("update_golden"):
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(actual, encoding="utf-8")
        assert file.is_file(), f"{file} is missing: run `make golden` and read the diff"
        assert actual == file.read_text(encoding="utf-8"), f"{file}: see `make golden`"

    return golden
