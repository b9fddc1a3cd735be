"""What editors want below a story, and what not."""

from __future__ import annotations

from dataclasses import replace

from plugins.related_articles.explained import Verdict, explained
from plugins.related_articles.relations import relate
from tests.plugins.related_articles.stories import (
    ALL,
    CANTEEN,
    FAIR,
    LIFT,
    LIFT_DONE,
    LIFT_TALK,
    related,
    stories,
)
from tests.plugins.related_articles.test_ranking import LONG_TALK, reprint


def test_pins_come_first_in_their_order_and_the_rest_follows() -> None:
    pinned = replace(LIFT, pins=(CANTEEN.id, FAIR.id))
    shown = related([pinned, *ALL[1:]], [], 4)[LIFT.id]
    assert shown[:2] == (CANTEEN.id, FAIR.id)
    assert set(shown[2:]) == {LIFT_TALK.id, LIFT_DONE.id}


def test_a_story_that_is_not_wanted_is_not_shown_though_it_is_the_nearest() -> None:
    banned = replace(LIFT, bans=frozenset({LIFT_TALK.id}))
    shown = related([banned, *ALL[1:]], [], 5)[LIFT.id]
    assert LIFT_TALK.id not in shown
    assert len(shown) == 4


def test_what_cannot_be_shown_is_passed_over() -> None:
    wishes = replace(LIFT, pins=("news/none", LIFT.id, FAIR.id, FAIR.id), bans=frozenset({"news/none"}))
    assert related([wishes, *ALL[1:]], [], 5)[LIFT.id][0] == FAIR.id


def test_a_pin_is_moved_by_no_rescue() -> None:
    one = [replace(it, pins=(LIFT.id,)) for it in ALL if it is not LIFT]
    lists = related([LIFT, *one], [], 1)
    assert all(lists[it.id] == (LIFT.id,) for it in one)


def test_a_draft_has_pins_too_and_is_none() -> None:
    draft = replace(LIFT, id="draft", pins=(FAIR.id, "draft"))
    assert related(ALL, [draft], 5)["draft"][0] == FAIR.id


def test_each_candidate_is_explained() -> None:
    copies = [reprint(LONG_TALK, 1), reprint(LONG_TALK, 2)]
    reader = replace(LIFT, pins=(FAIR.id, "news/none"), bans=frozenset({CANTEEN.id}))
    found = relate(stories([reader, *ALL[1:], LONG_TALK, *copies]), [], 3)
    of_reader = explained(found, reader.id)
    assert of_reader is not None
    said = {it.slug: it for it in of_reader.candidates}
    slugs = [it.slug for it in of_reader.candidates]
    assert slugs[:5] == ["news/none", *(it.id for it in found.links(reader.id)), CANTEEN.id]
    assert said[FAIR.id].verdict is Verdict.PINNED
    assert said[CANTEEN.id].verdict is Verdict.BANNED
    assert said["news/none"].verdict is Verdict.NO_STORY
    assert {it.verdict for it in of_reader.candidates if "long-talk" in it.slug} >= {Verdict.REPRINT}
    of_copy = explained(found, copies[0].id)
    assert of_copy is not None
    assert {it.slug: it.verdict for it in of_copy.candidates}[LONG_TALK.id] is Verdict.SAME_TEXT
    for it in of_reader.candidates:
        if it.rank:
            assert abs(it.score - it.likeness * it.nearness / it.hub**0.5) < 1e-4
    assert explained(found, "news/none") is None


def test_what_an_editor_named_in_vain_is_told_first_and_why() -> None:
    pins = (LIFT.id, "draft", "news/none", FAIR.id, CANTEEN.id, LIFT_TALK.id)
    reader = replace(LIFT, pins=pins, bans=frozenset({CANTEEN.id, LIFT_DONE.id}))
    draft = replace(LIFT_TALK, id="draft", pins=("draft",))
    found = relate(stories([reader, *ALL[1:]]), stories([draft]), 1)
    of_reader = explained(found, reader.id)
    assert of_reader is not None
    said = [(it.slug, it.verdict) for it in of_reader.candidates]
    assert dict(said[:5]) == {
        LIFT.id: Verdict.ITSELF,
        "draft": Verdict.UNLISTED,
        "news/none": Verdict.NO_STORY,
        CANTEEN.id: Verdict.BOTH,
        LIFT_TALK.id: Verdict.NO_ROOM,
    }
    assert said[5:7] == [(FAIR.id, Verdict.PINNED), (LIFT_DONE.id, Verdict.BANNED)]
    of_draft = explained(found, "draft")
    assert of_draft is not None
    assert of_draft.candidates[0].verdict is Verdict.ITSELF
