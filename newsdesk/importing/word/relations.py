"""A part's .rels -> what each of its rIds leads to: another part, or an address outside the file."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import unquote

from newsdesk.importing.imported import NotImportedError
from newsdesk.importing.word.package import Package
from newsdesk.importing.word.xml_tree import descendants, tree


@dataclass(frozen=True)
class Relation:
    """`target` is a part's name, or an address as written where it is `external`. `kind`: `image`, ..."""

    target: str
    kind: str
    external: bool


def relations(package: Package, part: str) -> Mapping[str, Relation]:
    """By rId. A part without relations has none, and so has one whose .rels is broken."""
    folder, name = posixpath.split(part)
    rels = posixpath.join(folder, "_rels", f"{name}.rels")
    try:
        source = package.part(rels)
        root = None if source is None else tree(source, rels)
    except NotImportedError:
        root = None
    if root is None:
        return {}
    found = {}
    for it in descendants(root, "rel:Relationship"):
        external = it.get("TargetMode", "").lower() == "external"
        target = str(it.get("Target", ""))
        kind = str(it.get("Type", "")).rpartition("/")[2]
        found[str(it.get("Id"))] = Relation(target if external else _inside(folder, target), kind, external)
    return found


def _inside(folder: str, target: str) -> str:
    """The name of the part; one that leads out of the archive names no part of it."""
    path = unquote(target.partition("#")[0]).replace("\\", "/")
    if path.startswith("/"):
        return posixpath.normpath(path).lstrip("/")
    return posixpath.normpath(posixpath.join(folder, path))
