"""Articles -> the lists that other methods make of them, in an environment of their own."""

from __future__ import annotations

import json
import subprocess
from dataclasses import asdict
from pathlib import Path

from bench.related.article import Articles
from bench.related.score import Lists

RIVALS = {
    "random": "random",
    "tags": "tags in common, as pelican-related-posts",
    "similar_posts": "pelican-similar-posts 1.0.0",
    "bm25": "BM25, jieba's words",
    "tfidf": "TF-IDF, jieba's words",
    "first": "our first method (decision 0007)",
}
PYTHON = Path(".build/bench-related-venv/bin/python")
WORKER = Path(__file__).with_name("rival_worker.py")
LONGEST = 3600
"""Seconds for one method on one set."""


def rival(name: str, given: Articles) -> Lists:
    """Raises FileNotFoundError where the environment is missing."""
    if not PYTHON.exists():
        raise FileNotFoundError(f"{PYTHON} is missing: make bench-related makes it")
    asked = "\n".join(json.dumps({**asdict(it), "date": it.date.toordinal()}) for it in given.all)
    done = subprocess.run(
        [PYTHON, WORKER, name], input=asked, stdout=subprocess.PIPE, text=True, check=True, timeout=LONGEST
    )
    lists: Lists = json.loads(done.stdout)
    return lists
