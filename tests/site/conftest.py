"""What the tests of the built sample site may ask for: its folder and its pages."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.site.sample import BuiltPage, built_once, pages_of


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the built sample site; all processes of a parallel run share one."""
    own = tmp_path_factory.getbasetemp()
    return built_once(own.parent if "PYTEST_XDIST_WORKER" in os.environ else own)


@pytest.fixture(scope="session")
def pages(site: Path) -> dict[str, BuiltPage]:
    """Every page of the site by its address."""
    return pages_of(site)
