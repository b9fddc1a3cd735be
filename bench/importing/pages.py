"""A label's repository and path -> the bytes of that public page.

The pages stay in the public repositories that hold them: no article text enters this one. A repository is
read from the folder that the variable GNE, CX or WECHAT names, else from .build/bench/NAME.git. To get them:

    git clone --bare https://github.com/GeneralNewsExtractor/GeneralNewsExtractor .build/bench/GNE.git
    git clone --bare https://github.com/chrislinan/cx-extractor-python .build/bench/CX.git
    git clone --bare https://github.com/wechat-article/wechat-article-exporter .build/bench/WECHAT.git
"""

from __future__ import annotations

import hashlib
import os
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

CLONES = Path(".build/bench")


@dataclass(frozen=True)
class Repository:
    """A public repository of saved pages. `commit` is the state that was labelled."""

    name: str
    address: str
    commit: str


REPOSITORIES: Mapping[str, Repository] = {
    repository.name: repository
    for repository in (
        Repository(
            "GNE",
            "https://github.com/GeneralNewsExtractor/GeneralNewsExtractor",
            "3d5a67c65f4d6c8e13c3047754a4c18fc0b0754a",
        ),
        Repository(
            "CX",
            "https://github.com/chrislinan/cx-extractor-python",
            "56f19b1b7a340f730a9cfd28d2e11e65709f8852",
        ),
        Repository(
            "WECHAT",
            "https://github.com/wechat-article/wechat-article-exporter",
            "55217d4fdcefd004d42650ebf15116e7b820967a",
        ),
    )
}


class PageMissingError(Exception):
    """The page cannot be read, or is not the page that was labelled; the message says what to do."""


def folder_of(name: str, environment: Mapping[str, str] = os.environ) -> Path:
    """The git directory of repository `name`, from `environment` or .build/bench.

    Raises PageMissingError with the command that makes the clone.
    """
    repository = REPOSITORIES[name]
    folder = Path(environment.get(name, CLONES / f"{name}.git"))
    if not folder.is_dir():
        raise PageMissingError(
            f"{folder} is missing: git clone --bare {repository.address} {CLONES / name}.git"
        )
    return folder


def read_page(name: str, path: str, sha256: str = "", environment: Mapping[str, str] = os.environ) -> bytes:
    """The bytes of `path` in repository `name` as labelled; `sha256` (hex), if given, is checked.

    Raises PageMissingError.
    """
    commit = REPOSITORIES[name].commit
    command = ["git", "--git-dir", str(folder_of(name, environment)), "cat-file", "blob", f"{commit}:{path}"]
    found = subprocess.run(command, capture_output=True, check=False)
    if found.returncode:
        raise PageMissingError(f"{name}:{path}: {found.stderr.decode(errors='replace').strip()}")
    if sha256 and hashlib.sha256(found.stdout).hexdigest() != sha256:
        raise PageMissingError(f"{name}:{path} is not the page that was labelled (its SHA-256 differs)")
    return found.stdout
