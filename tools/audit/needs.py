"""This machine -> the programs that the audit calls, npm packages included; or a sentence on what lacks."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from tools.audit.browser import MISSING, chromium

ROOT = Path(__file__).parents[2]
LOCK = ROOT / "package-lock.json"
INSTALLED = ROOT / "node_modules" / ".package-lock.json"
"""npm writes it at the end of an installation."""

HOW = {
    "node": "Node.js, which runs Lighthouse (apt-get install nodejs)",
    "npm": "npm, which installs Lighthouse, axe and the Nu checker (apt-get install npm)",
    "java": "Java 17, which runs the Nu HTML checker (apt-get install openjdk-17-jre-headless)",
}


class AuditError(Exception):
    """What is missing, as one sentence for the person who ran it."""


@dataclass(frozen=True)
class Instruments:
    """The programs and scripts to call."""

    chromium: Path
    node: Path
    java: Path
    lighthouse: Path
    axe: Path
    nu: Path


def instruments() -> Instruments:
    """Everything the audit calls. Installs the npm packages of package-lock.json on first use."""
    paths = {name: shutil.which(name) for name in HOW}
    browser = chromium()
    missing = [HOW[name] for name, path in paths.items() if path is None]
    missing += [] if browser else [MISSING]
    if browser is None or missing:
        raise AuditError("the audit needs " + "; ".join(missing))
    if not INSTALLED.is_file() or INSTALLED.stat().st_mtime < LOCK.stat().st_mtime:
        _install()
    modules = ROOT / "node_modules"
    return Instruments(
        chromium=browser,
        node=Path(str(paths["node"])),
        java=Path(str(paths["java"])),
        lighthouse=modules / "lighthouse" / "cli" / "index.js",
        axe=modules / "axe-core" / "axe.min.js",
        nu=modules / "vnu-jar" / "build" / "dist" / "vnu.jar",
    )


def _install() -> None:
    print("installing Lighthouse, axe and the Nu checker into node_modules/ (once) ...", flush=True)
    done = subprocess.run(
        ["npm", "ci", "--loglevel=error"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise AuditError(f"`npm ci` failed:\n{done.stdout}{done.stderr}")
