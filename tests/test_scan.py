"""A scan lives through the past in the order of the mails' dates, whatever order they lie in."""

import itertools
import random
import re
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

import pytest

from classifier.details import details_of
from classifier.message import Message
from classifier.reading import Details, Verdict
from config.schema import Privacy
from replies.decision import NoReply, Policy, Reply, SkipReason
from service import pipeline
from service.account import Account
from service.errors import Unavailable
from service.left_out import LeftOut
from service.pipeline import Classify
from service.replay import Finding
from service.scan import Scanned, scan_files, scan_mailbox
from service.show_scan import summary
from service.sources import read_source
from tests.main_job import (
    ACKNOWLEDGEMENT,
    FIRST_INVITATION,
    INVITATION,
    MAYA,
    QUICK_REJECTION,
    REJECTION,
    breaking_on_poison,
    id_of,
    mail,
)
from tests.test_memory import MemoryAccount
from tests.workplace import Workplace

JANE = Policy(address="jane@example.org", name="Jane Doe")
BEGIN = datetime(2026, 1, 5, 9, tzinfo=UTC)
PORTAL = "Brightloop <no-reply@brightloop.example>"
IMPERSONAL = REJECTION.replace("Maya Lindqvist", "Brightloop Recruiting Team")
RECEIPTS = """Hi Jane,

Could you send me the receipts for your train tickets? I will pass them on to our accounts at Brightloop.

Maya
"""
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
Dated = tuple[datetime, bytes]
SUBJECT = re.compile(rb"Subject: [^\r]*")
FORGETFUL = """
[mailbox]
provider = "maildir"
address = "jane@example.org"
name = "Jane Doe"
path = "{path}"
[privacy]
keep = "{keep}"
"""


def dated(after: timedelta, body: str, number: int, house: str = "Brightloop", **kwargs: str) -> Dated:
    """Return a mail of that house, so long after the beginning."""
    raw = (
        mail(body, number, **kwargs)
        .replace(b"Brightloop", house.encode())
        .replace(b"brightloop", house.lower().encode())
    )
    moment = BEGIN + after
    return moment, f"Date: {format_datetime(moment)}\r\n".encode() + raw


def receipts(after: timedelta, number: int, house: str = "Brightloop", **kwargs: str) -> Dated:
    """Return a mail of that house that has nothing to do with an application."""
    moment, raw = dated(after, RECEIPTS, number, house, **kwargs)
    return moment, SUBJECT.sub(b"Subject: Receipts", raw)


def scanned(file: Path, mails: Sequence[Dated], classify: Classify, policy: Policy = JANE) -> list[Finding]:
    """Write these mails into an mbox, in this order, and scan it."""
    return list(scanned_with(file, mails, classify, policy).findings)


def scanned_with(file: Path, mails: Sequence[Dated], classify: Classify, policy: Policy = JANE) -> Scanned:
    """Scan likewise, and return what was read and left out too."""
    left_out = LeftOut()
    read = read_source(boxed(file, mails), left_out)
    return scan_files(read, policy, classify, datetime(2020, 1, 1, tzinfo=UTC), left_out, keep=Privacy().keep)


def boxed(file: Path, mails: Sequence[Dated]) -> Path:
    """Write these mails into an mbox, in this order."""
    with file.open("wb") as box:
        for moment, raw in mails:
            box.write(f"From x@y.example {moment:%a %b %d %H:%M:%S %Y}\n".encode() + raw + b"\r\n\r\n")
    return file


def ends(findings: Sequence[Finding]) -> list[str]:
    """Return what became of each mail: the draft's kind, or why there is none."""
    decisions = [each.outcome.decision for each in findings]
    return [each.kind.value if isinstance(each, Reply) else each.reason.value for each in decisions]


def a_year(houses: Sequence[str]) -> list[Dated]:
    """Return a story at each house: applied, invited, rejected by the system and by a person, applied again."""
    stories = []
    for place, house in enumerate(houses):
        begin, number = DAY * place * 3, 10 * place + 1
        stories += [
            dated(begin, ACKNOWLEDGEMENT, number, house, sender="Jobs <jobs@brightloop.example>"),
            dated(begin + 2 * DAY, FIRST_INVITATION, number + 1, house),
            dated(begin + 9 * DAY, IMPERSONAL, number + 2, house, sender=PORTAL),
            dated(begin + 9 * DAY + HOUR, REJECTION, number + 3, house),
            dated(begin + 30 * DAY, ACKNOWLEDGEMENT, number + 4, house, sender="Jobs <jobs@brightloop.example>"),
            dated(begin + 250 * DAY, ACKNOWLEDGEMENT, number + 5, house, sender="Jobs <jobs@brightloop.example>"),
        ]
    return [*stories, dated(DAY, "Hello Jane,\n\nyour parcel is on its way.\n", 9000, "Parcels")]


def test_an_mbox_in_whatever_order_says_the_same_as_in_order(tmp_path: Path, classify: Classify) -> None:
    mails = sorted(a_year(["Lantern", "Beacon", "Harbour", "Orchard", "Meadow"]), key=lambda each: each[0])
    in_order = scanned(tmp_path / "in-order.mbox", mails, classify)
    assert set(ends(in_order)) >= {"thanks", "reconnect", "within_hold_off", "not_rejection"}
    for seed in (1, 2):
        shuffled = random.Random(seed).sample(mails, len(mails))  # noqa: S311 - no secret
        found = scanned(tmp_path / f"{seed}.mbox", shuffled, classify)
        assert [(each.outcome.key, each.outcome.decision, each.draft) for each in found] == [
            (each.outcome.key, each.outcome.decision, each.draft) for each in in_order
        ]


@pytest.mark.parametrize(("after", "end"), [(2 * HOUR, "wrote_again"), (40 * DAY, "thanks")])
def test_news_keeps_the_draft_from_being_made_only_if_it_came_before_its_time(
    tmp_path: Path, classify: Classify, after: timedelta, end: str
) -> None:
    mails = [dated(0 * HOUR, REJECTION, 1), dated(after, INVITATION, 2, answers=id_of(1))]
    for number, order in enumerate(itertools.permutations(mails)):
        first, _ = ends(scanned(tmp_path / f"{number}.mbox", order, classify))
        assert first == end


@pytest.mark.parametrize(("after", "end"), [(2 * HOUR, "wrote_again"), (40 * DAY, "thanks")])
def test_in_a_live_mailbox_too_what_came_after_the_draft_s_time_is_no_matter(
    classify: Classify, after: timedelta, end: str
) -> None:
    account = MemoryAccount()
    later, rejection = dated(after, INVITATION, 2, answers=id_of(1)), dated(0 * HOUR, REJECTION, 1)
    for moment, raw in (later, rejection):  # as in a folder that was filled by hand
        account.deliver(raw, moment)
    jane = Account("jane", JANE, HOUR, look_back=HOUR, settle=HOUR, open=account.mailbox)
    assert ends(scan_mailbox(jane, account.mailbox(), classify, BEGIN).findings)[0] == end


def test_a_rejection_that_was_taken_back_in_time_is_not_answered(tmp_path: Path, classify: Classify) -> None:
    sorry = "Hi Jane,\n\nplease disregard my last mail, it was sent to you by mistake.\n\nMaya Lindqvist\n"
    mails = [dated(HOUR, sorry, 2), dated(0 * HOUR, REJECTION, 1)]
    assert ends(scanned(tmp_path / "all.mbox", mails, classify))[0] == "wrote_again"


@pytest.mark.parametrize(
    ("words", "end"),
    [
        ({"sender": MAYA}, "wrote_again"),
        ({"sender": "Tom <tom@brightloop.example>"}, "thanks"),
        ({"sender": "Tom <tom@elsewhere.example>", "answers": id_of(1)}, "wrote_again"),
        ({"sender": "Tom <tom@elsewhere.example>"}, "thanks"),
    ],
)
def test_what_cannot_be_named_keeps_the_draft_from_being_made_if_it_is_about_the_application(
    tmp_path: Path, classify: Classify, words: dict[str, str], end: str
) -> None:
    later, rejection = receipts(2 * HOUR, 2, **words), dated(0 * HOUR, REJECTION, 1)
    for number, order in enumerate(itertools.permutations([later, rejection])):
        assert ends(scanned(tmp_path / f"{number}.mbox", order, classify)) == [end]
    account = MemoryAccount()
    for moment, raw in (rejection, later):
        account.deliver(raw, moment)
    jane = Account("jane", JANE, HOUR, look_back=HOUR, settle=HOUR, open=account.mailbox)
    assert ends(scan_mailbox(jane, account.mailbox(), classify, BEGIN).findings) == [end]


def test_a_list_s_mail_and_what_came_after_the_draft_s_time_are_no_news(tmp_path: Path, classify: Classify) -> None:
    moment, raw = receipts(2 * HOUR, 2, answers=id_of(1))
    listed = (moment, b"List-Id: <news.brightloop.example>\r\n" + raw)
    late = receipts(40 * DAY, 3, answers=id_of(1))
    mails = [late, listed, dated(0 * HOUR, REJECTION, 1)]
    assert ends(scanned(tmp_path / "all.mbox", mails, classify)) == ["thanks"]


def test_of_a_service_only_the_mail_for_the_same_employer_counts(tmp_path: Path, classify: Classify) -> None:
    policy = Policy(address="jane@example.org", name="Jane Doe", no_reply=NoReply.BLANK)
    service = "Hiring <no-reply@us.greenhouse-mail.io>"
    rejection = dated(0 * HOUR, REJECTION, 1, sender=service.replace("Hiring", "Maya Lindqvist"))
    for house, end in (("Brightloop", "wrote_again"), ("Lantern", "thanks")):
        later = dated(2 * HOUR, FIRST_INVITATION, 2, house, sender=service)
        mails = [(moment, SUBJECT.sub(b"Subject: Your application", raw)) for moment, raw in (later, rejection)]
        assert ends(scanned(tmp_path / f"{house}.mbox", mails, classify, policy))[0] == end


def test_what_came_to_nothing_stands_in_nobody_s_way(tmp_path: Path, classify: Classify) -> None:
    mails = [
        dated(12 * DAY, QUICK_REJECTION, 3),
        dated(2 * HOUR, INVITATION, 2, answers=id_of(1)),
        dated(0 * HOUR, REJECTION, 1),
    ]
    assert ends(scanned(tmp_path / "all.mbox", mails, classify)) == ["wrote_again", "not_rejection", "thanks"]


def test_a_person_s_own_mail_takes_over_from_the_system_s(tmp_path: Path, classify: Classify) -> None:
    policy = Policy(address="jane@example.org", name="Jane Doe", no_reply=NoReply.BLANK)
    mails = [dated(HOUR, REJECTION, 2), dated(0 * HOUR, IMPERSONAL, 1, sender=PORTAL)]
    found = scanned(tmp_path / "all.mbox", mails, classify, policy)
    assert ends(found) == [SkipReason.REPLACED, "thanks"]
    assert found[0].draft is None


def test_a_mail_that_lies_there_twice_is_one(tmp_path: Path, classify: Classify) -> None:
    mails = [dated(0 * HOUR, REJECTION, 1), dated(0 * HOUR, REJECTION, 1)]
    assert ends(scanned(tmp_path / "all.mbox", mails, classify)) == ["thanks"]


def test_passing_it_on_to_a_friend_is_no_answer(tmp_path: Path, classify: Classify) -> None:
    words = {"sender": "jane@example.org", "answers": id_of(1)}
    told = dated(HOUR, "Look at that.\n", 2, to="friend@elsewhere.example", **words)
    passed_on = (told[0], told[1].replace(b"Subject: ", b"Subject: Fwd: "))
    thanked = dated(HOUR, "Thank you!\n", 3, to=MAYA, **words)
    rejection = dated(0 * HOUR, REJECTION, 1)
    assert ends(scanned(tmp_path / "told.mbox", [passed_on, rejection], classify)) == ["thanks"]
    assert ends(scanned(tmp_path / "thanked.mbox", [thanked, rejection], classify)) == ["already_answered"]


def test_a_mail_that_breaks_the_reader_is_counted_as_left_out_and_the_others_go_on(
    tmp_path: Path, classify: Classify
) -> None:
    poison = dated(HOUR, REJECTION.replace("Hi Jane", "poison"), 2, "Lantern")
    found = scanned_with(tmp_path / "all.mbox", [poison, dated(0 * HOUR, REJECTION, 1)], breaking_on_poison(classify))
    assert (found.read, ends(found.findings)) == (1, ["thanks"])
    assert (found.left_out.stretches, found.left_out.size) == (1, len(poison[1]) + 2)
    assert "Left out: 1 stretch that held no readable mail" in summary(found)


def test_a_mail_that_breaks_a_decision_is_counted_as_left_out_and_the_others_go_on(
    tmp_path: Path, classify: Classify, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaking(message: Message) -> Details:
        if "poison" in message.text:
            raise ValueError("no words of the mail may be kept")
        return details_of(message)

    monkeypatch.setattr(pipeline, "details_of", breaking)
    poison = dated(HOUR, REJECTION.replace("Hi Jane", "poison"), 2, "Lantern")
    found = scanned_with(tmp_path / "all.mbox", [poison, dated(0 * HOUR, REJECTION, 1)], classify)
    assert ends(found.findings) == ["thanks"]
    assert found.left_out.stretches == 1


def test_where_the_conversation_breaks_the_reader_the_next_draft_is_looked_at_all_the_same(
    classify: Classify,
) -> None:
    account = MemoryAccount()
    poison = dated(HOUR, RECEIPTS.replace("Hi Jane", "poison"), 2, answers=id_of(1))
    for moment, raw in (dated(0 * HOUR, REJECTION, 1), poison, dated(2 * HOUR, REJECTION, 3, "Lantern")):
        account.deliver(raw, moment)
    jane = Account("jane", JANE, HOUR, look_back=HOUR, settle=HOUR, open=account.mailbox)
    found = scan_mailbox(jane, account.mailbox(), breaking_on_poison(classify), BEGIN)
    assert ends(found.findings) == ["thanks"]
    assert found.left_out.stretches == 2


@pytest.mark.parametrize("error", [KeyboardInterrupt, MemoryError, OSError, Unavailable("The server is away.")])
def test_what_is_no_mail_s_fault_ends_the_scan(tmp_path: Path, error: BaseException | type[BaseException]) -> None:
    def ending(messages: Sequence[Message]) -> Sequence[Verdict]:  # noqa: ARG001 - it is stopped before that
        raise error

    with pytest.raises(error if isinstance(error, type) else type(error)):
        scanned(tmp_path / "all.mbox", [dated(0 * HOUR, REJECTION, 1)], ending)


@pytest.mark.parametrize(("keep", "end"), [("400d", "reconnect"), ("100d", "not_rejection")])
def test_what_a_mail_said_is_remembered_for_as_long_as_the_named_mailbox_says(
    workplace: Workplace, tmp_path: Path, keep: str, end: str
) -> None:
    file = boxed(tmp_path / "all.mbox", sorted(a_year(["Lantern"]), key=lambda each: each[0]))
    for name, days in (("jane", keep), ("other", "300d")):
        (tmp_path / name / "cur").mkdir(parents=True)
        workplace.mailbox(name, FORGETFUL.format(path=tmp_path / name, keep=days))
    last = workplace.json("scan", file, "--mailbox", "jane")[-1]
    assert end in (last["kind"], last["reason"])
