"""A label's repository and path -> the bytes of that public page.

The pages stay in the public repositories that hold them: no article text enters this one. A repository is
read from the folder that the variable of its name (GNE, CX, ...) names, else from .build/bench/NAME.git:

    git clone --bare https://github.com/GeneralNewsExtractor/GeneralNewsExtractor .build/bench/GNE.git

Most repositories are optional: without them their pages are left out.
"""

from __future__ import annotations

import gzip
import hashlib
import lzma
import os
import subprocess
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

CLONES = Path(".build/bench")
UNPACK: Mapping[str, Callable[[bytes], bytes]] = {".gz": gzip.decompress, ".xz": lzma.decompress}


@dataclass(frozen=True)
class Repository:
    """A public repository of saved pages. `commit` is the state that was labelled.

    optional: its pages are left out where there is no clone.
    """

    name: str
    address: str
    commit: str
    optional: bool = False


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
        Repository(
            "CDXD",
            "https://github.com/cdxiaodong/SingleFile-Archives",
            "4751097d02daebd6e79f0a2975a0be353e0bdaaf",
            optional=True,
        ),
        Repository(
            "CLAW",
            "https://github.com/dvj84bz5xh-afk/Claw",
            "c4258c6334bf9d62bf2296a786282740bf6036ce",
            optional=True,
        ),
        Repository(
            "CSE",
            "https://github.com/CampusSearchEngine/CSE",
            "dfbac74ccd2da81e2850ed2b0e5c13d6eafc37da",
            optional=True,
        ),
        Repository(
            "CXDEMO",
            "https://github.com/amumu-dev/cx-extractor",
            "87ddba9582d2b6d14335244bd687cc882c930074",
            optional=True,
        ),
        Repository(
            "FUNDUS",
            "https://github.com/flairNLP/fundus",
            "18da6e53592f99cf0ac5770dc63d6ba99ba63ae8",
            optional=True,
        ),
        Repository(
            "FUTUREX",
            "https://github.com/ruiyang-xu/FutureX",
            "163e5917f13d567f8eeea9b07a9838ff6a7d5bb0",
            optional=True,
        ),
        Repository(
            "GERAPY",
            "https://github.com/Gerapy/GerapyAutoExtractor",
            "d65ddd09d4714db4615ea0d522829b20ca7805e5",
            optional=True,
        ),
        Repository(
            "GOOSE",
            "https://github.com/goose3/goose3",
            "c5a8902eed0c4592a1ff5ec51a0277cf73a3aca7",
            optional=True,
        ),
        Repository(
            "GOSCRAPER",
            "https://github.com/hms58/goscraper",
            "5dd20d985899a7f78b873907f9c6f0534a67d590",
            optional=True,
        ),
        Repository(
            "HKDIFF",
            "https://github.com/yookoala/newsdiffHK",
            "1ffebbcdedb1563ab5de3848e7ee2844920f59e0",
            optional=True,
        ),
        Repository(
            "HTMLDATE",
            "https://github.com/adbar/htmldate",
            "b8952828329abaeeb3be21387b526f2be614ce67",
            optional=True,
        ),
        Repository(
            "HXMJAVA",
            "https://github.com/hxmjava/knowledge",
            "6bd67859cee8dd0305622a7cc760f0198047fac3",
            optional=True,
        ),
        Repository(
            "ITSC",
            "https://github.com/iwork-2021/iw03-youneta",
            "b19417a43253f945debc12bcc4bdfae6cc4200fa",
            optional=True,
        ),
        Repository(
            "LLMWEBKIT",
            "https://github.com/ccprocessor/llm-webkit-mirror",
            "dac1a9e46bd5fa9b159362e946e481ca26d7fc7a",
            optional=True,
        ),
        Repository(
            "MAGICHTML",
            "https://github.com/opendatalab/magic-html",
            "47d4a7fed12030e906a093b074637f178cb46ef2",
            optional=True,
        ),
        Repository(
            "NANKAI",
            "https://github.com/Fun-James/NKU-SearchEngine",
            "ef2bbbac6e43cfa4de5a1873d501d2c37b636e11",
            optional=True,
        ),
        Repository(
            "NEWSPAPER",
            "https://github.com/AndyTheFactory/newspaper4k",
            "540bff3e8344cb8291c4829fafd98860f30d9692",
            optional=True,
        ),
        Repository(
            "OGPAGES",
            "https://github.com/jshemas/openGraphScraperPages",
            "ca7e60e089d0c2ea414e4c24feaa4ef06fe006fe",
            optional=True,
        ),
        Repository(
            "OMNIVORE",
            "https://github.com/omnivore-app/omnivore",
            "322ce62b2e09a4fc8f328dde6003e7066953a9ca",
            optional=True,
        ),
        Repository(
            "PYTHONZH",
            "https://github.com/Dani-Rodric/Python-zh",
            "f0b470acf7843453089b74fe2274cbb8a36886e7",
            optional=True,
        ),
        Repository(
            "READABILITY",
            "https://github.com/mozilla/readability",
            "ab4027a8b37669745016869a37a504727992b2ba",
            optional=True,
        ),
        Repository(
            "SJTULABS",
            "https://github.com/marridG/2019-EE208",
            "dd5de4719636a166addb765d1ac319b55cfbeb14",
            optional=True,
        ),
        Repository(
            "TWNEWS",
            "https://github.com/virus-warnning/twnews",
            "4c7ef436018480d07b5f3f5f474f3843af46eb99",
            optional=True,
        ),
        Repository(
            "WADDLE",
            "https://github.com/rundimeco/waddle",
            "be875ce12ad9e23ef68ef7f3b0605db6d06bcdb1",
            optional=True,
        ),
        Repository(
            "WANZAI",
            "https://github.com/SimonXinw/job",
            "1c8bd6a0e984dab1a8a19918200ea1b1ef87fe47",
            optional=True,
        ),
        Repository(
            "WINDWQ",
            "https://github.com/windwq/SingleFile-Archives",
            "5d07ecfe6e44961899793631e6b6077f76341f9c",
            optional=True,
        ),
    )
}


class PageMissingError(Exception):
    """The page cannot be read, or is not the page that was labelled; the message says what to do."""


def folder_of(name: str, environment: Mapping[str, str] = os.environ) -> Path:
    """The git directory of repository `name`, from `environment` or .build/bench.

    Raises PageMissingError with the command that makes the clone.
    """
    repository, folder = REPOSITORIES[name], _folder(name, environment)
    if not folder.is_dir():
        raise PageMissingError(
            f"{folder} is missing: git clone --bare {repository.address} {CLONES / name}.git"
        )
    return folder


def left_out(names: Iterable[str], environment: Mapping[str, str] = os.environ) -> tuple[str, ...]:
    """Those of `names` that are optional and have no clone, sorted."""
    return tuple(
        name
        for name in sorted(set(names))
        if REPOSITORIES[name].optional and not _folder(name, environment).is_dir()
    )


def _folder(name: str, environment: Mapping[str, str]) -> Path:
    return Path(environment.get(name, CLONES / f"{name}.git"))


def read_page(name: str, path: str, sha256: str = "", environment: Mapping[str, str] = os.environ) -> bytes:
    """The bytes of `path` in repository `name` as labelled; `sha256` (hex), if given, is checked.

    A .gz or .xz file is unpacked; `sha256` is that of the packed one. Raises PageMissingError.
    """
    commit = REPOSITORIES[name].commit
    command = ["git", "--git-dir", str(folder_of(name, environment)), "cat-file", "blob", f"{commit}:{path}"]
    found = subprocess.run(command, capture_output=True, check=False)
    if found.returncode:
        raise PageMissingError(f"{name}:{path}: {found.stderr.decode(errors='replace').strip()}")
    if sha256 and hashlib.sha256(found.stdout).hexdigest() != sha256:
        raise PageMissingError(f"{name}:{path} is not the page that was labelled (its SHA-256 differs)")
    return UNPACK.get(Path(path).suffix, bytes)(found.stdout)
