"""What is sent, kept and removed when a new site meets the output folder."""

from pathlib import Path

from newsdesk.building.delivery import deliver
from newsdesk.building.plan import DeliveryPlan, plan


def test_only_what_changed_is_sent_and_only_what_is_ours_is_removed() -> None:
    made = {"new.html": "1", "same.html": "2", "changed.html": "3"}
    present = {"same.html": "2", "changed.html": "0", "gone.html": "4", "CNAME": "5"}
    assert plan(made, present, ours=frozenset({"gone.html", "same.html", "never.html"})) == DeliveryPlan(
        send=("changed.html", "new.html"), unchanged=("same.html",), remove=("gone.html",)
    )


def build(site: Path, *names: str) -> Path:
    for name in names:
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text(name)
    return site


def test_pages_of_deleted_stories_go_and_foreign_files_stay(tmp_path: Path) -> None:
    output, record = tmp_path / "output", tmp_path / "store" / "list.txt"
    deliver(build(tmp_path / "one", "news/a/index.html", "news/b/index.html"), output, record)
    (output / "CNAME").write_text("ours to keep")
    delivery = deliver(build(tmp_path / "two", "news/b/index.html", "news/c/index.html"), output, record)
    assert delivery == DeliveryPlan(
        send=("news/c/index.html",), unchanged=("news/b/index.html",), remove=("news/a/index.html",)
    )
    assert sorted(it.relative_to(output).as_posix() for it in output.rglob("*") if it.is_file()) == [
        "CNAME", "news/b/index.html", "news/c/index.html",
    ]  # fmt: skip
    assert not (output / "news/a").exists()


def test_a_record_never_leads_out_of_the_output_folder(tmp_path: Path) -> None:
    outside = build(tmp_path, "precious.txt") / "precious.txt"
    record = tmp_path / "list.txt"
    record.write_text(f"../precious.txt\n{outside}\n")
    deliver(build(tmp_path / "site", "index.html"), tmp_path / "output", record)
    assert outside.exists()
