"""What staff read before any file is looked at."""

from __future__ import annotations

from pathlib import Path


def no_folder(content: Path) -> str:
    """What staff read where there is no content folder."""
    fix = "请在网站的文件夹里运行，或用 --content（make 里是 INPUTDIR=）写明它在哪里。"
    return f"找不到稿件文件夹“{content}”。{fix}"
