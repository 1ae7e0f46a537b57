"""What an archive adds up to."""

import time
from datetime import UTC, date, datetime

import pytest

from classifier.reading import Label, Stage
from replies.decision import Skip, SkipReason
from service.mailbox import MessageRef
from service.past import Wait, past_of
from service.records import Outcome


def outcome(
    day: tuple[int, int],
    label: Label,
    company: str | None = "Lantern",
    role: str | None = "Analyst",
    *,
    year: int = 2026,
    stage: Stage = Stage.APPLIED,
) -> Outcome:
    ref = MessageRef("x", None, datetime(year, *day, 12, tzinfo=UTC))
    decision = Skip(SkipReason.NOT_REJECTION)
    return Outcome("k", ref, label, 0.5, unsure=False, decision=decision, company=company, role=role, stage=stage)


def test_mails_are_counted_by_month_and_label_in_the_order_of_time() -> None:
    past = past_of(
        [
            outcome((3, 9), Label.REJECTION),
            outcome((2, 1), Label.ACKNOWLEDGEMENT),
            outcome((3, 1), Label.REJECTION),
        ]
    )
    assert list(past.months) == ["2026-02", "2026-03"]
    assert past.months["2026-03"] == {"rejection": 2}


def test_who_came_far_came_through_all_that_is_before() -> None:
    past = past_of(
        [
            outcome((1, 1), Label.ACKNOWLEDGEMENT),
            outcome((1, 5), Label.REJECTION, stage=Stage.INTERVIEWED),
            outcome((1, 2), Label.OFFER, "Beacon"),
            outcome((1, 3), Label.INTERVIEW, "Cove GmbH"),
            outcome((1, 4), Label.REJECTION, "Cove", stage=Stage.SPOKEN),
            outcome((1, 6), Label.REJECTION, None),
            outcome((1, 7), Label.OTHER, "Delta"),
        ]
    )
    assert list(past.funnel) == [("applied", 3), ("spoken or invited", 3), ("interviewed", 2), ("offer", 1)]


def test_two_roles_at_one_company_are_two_applications() -> None:
    past = past_of([outcome((1, 1), Label.REJECTION), outcome((1, 1), Label.REJECTION, role="Baker")])
    assert past.funnel[0] == ("applied", 2)


def test_weeks_without_a_rejection_are_there_too_across_the_year() -> None:
    past = past_of([outcome((12, 28), Label.REJECTION, year=2025), outcome((1, 14), Label.REJECTION)])
    assert list(past.weeks) == [
        (date(2025, 12, 22), 1),
        (date(2025, 12, 29), 0),
        (date(2026, 1, 5), 0),
        (date(2026, 1, 12), 1),
    ]


def test_the_wait_runs_from_the_first_mail_about_an_application() -> None:
    past = past_of(
        [
            outcome((1, 1), Label.ACKNOWLEDGEMENT),
            outcome((1, 21), Label.REJECTION),
            outcome((1, 1), Label.ACKNOWLEDGEMENT, "Beacon"),
            outcome((2, 10), Label.REJECTION, "Beacon"),
            outcome((1, 9), Label.REJECTION, "Never heard of before"),
        ]
    )
    assert list(past.waits) == [Wait("Beacon", 40, 1), Wait("Lantern", 20, 1)]


def test_an_empty_archive_adds_up_to_nothing() -> None:
    past = past_of([])
    assert (past.months, past.weeks, past.waits) == ({}, [], [])
    assert {count for _, count in past.funnel} == {0}


def test_a_confirmation_that_names_no_role_belongs_to_the_rejection_that_does() -> None:
    past = past_of([outcome((1, 1), Label.ACKNOWLEDGEMENT, role=None), outcome((1, 21), Label.REJECTION)])
    assert past.funnel[0] == ("applied", 1)
    assert list(past.waits) == [Wait("Lantern", 20, 1)]


def test_who_applies_again_for_the_same_role_waits_again() -> None:
    days = ((1, 1), (1, 11), (10, 1), (10, 31))
    labels = (Label.ACKNOWLEDGEMENT, Label.REJECTION) * 2
    past = past_of(map(outcome, days, labels))
    assert past.funnel[0] == ("applied", 2)
    assert list(past.waits) == [Wait("Lantern", 20, 2)]


def test_one_wrong_date_makes_no_thousand_weeks() -> None:
    past = past_of([outcome((1, 14), Label.REJECTION, year=year) for year in (1995, 2026)])
    assert [count for _, count in past.weeks] == [1, 1]


def test_months_and_weeks_are_those_of_the_machine_s_zone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "Pacific/Kiritimati")  # 14 hours before Greenwich
    time.tzset()
    try:
        past = past_of([outcome((5, 31), Label.REJECTION)])  # a Sunday, at noon in Greenwich
    finally:
        monkeypatch.undo()
        time.tzset()
    assert list(past.months) == ["2026-06"]
    assert list(past.weeks) == [(date(2026, 6, 1), 1)]
