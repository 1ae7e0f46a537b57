"""Saving on Gmail: after every fault the server is counted, and one draft is what there is, or none."""

import pytest

from service.errors import Refused, Unavailable, Unclear
from service.mailbox import MessageRef
from service.providers.gmail import GmailMailbox
from tests.account import IMPATIENT
from tests.letters import answer, at, draft_for, drain, letter
from tests.servers.gmail import EVERY, Fault, GmailServer
from tests.servers.gmail_account import GmailAccount

GONE = Fault(status=0)
COMMITTED = Fault(status=0, committed=True)


@pytest.mark.faults(1, 6, 7)
@pytest.mark.parametrize(
    "fault",
    [
        COMMITTED,
        Fault(status=503, committed=True),
        Fault(status=500, committed=True),
        Fault(status=408, committed=True),
        Fault(body=b"<html>Sign in to this hotel</html>"),
        Fault(body=b"[]"),
        Fault(body=b"{}"),
    ],
)
def test_a_draft_whose_answer_was_lost_is_there_once_and_found_again(
    account: GmailAccount, mailbox: GmailMailbox, ref: MessageRef, fault: Fault
) -> None:
    account.server.faults["drafts.create", 1] = fault
    with pytest.raises(Unclear):
        mailbox.save_draft(draft_for(), ref)
    assert len(account.drafts()) == account.server.asked("drafts.create") == 1
    assert not mailbox.save_draft(draft_for(), ref).created
    assert len(account.drafts()) == account.server.asked("drafts.create") == 1


@pytest.mark.faults(6, 7)
@pytest.mark.parametrize("fault", [GONE, Fault(status=503), Fault(status=500)])
def test_a_draft_that_was_perhaps_saved_is_not_tried_again_by_itself(
    account: GmailAccount, mailbox: GmailMailbox, ref: MessageRef, fault: Fault
) -> None:
    account.server.faults["drafts.create", 1] = fault
    with pytest.raises(Unclear):
        mailbox.save_draft(draft_for(), ref)
    assert account.server.asked("drafts.create") == 1
    assert mailbox.save_draft(draft_for(), ref).created
    assert len(account.drafts()) == 1


@pytest.mark.faults(2)
def test_a_server_that_saves_and_falls_silent_leaves_one_draft(account: GmailAccount, ref: MessageRef) -> None:
    impatient = account.mailbox(timeout=IMPATIENT)
    account.server.faults["drafts.create", 1] = Fault(drip=True)
    with pytest.raises(Unclear):
        impatient.save_draft(draft_for(), ref)
    assert len(account.drafts()) == account.server.asked("drafts.create") == 1
    assert not impatient.save_draft(draft_for(), ref).created
    impatient.close()


@pytest.mark.faults(7)
@pytest.mark.parametrize(
    ("status", "reason"),
    [
        (429, "rateLimitExceeded"),
        (403, "userRateLimitExceeded"),
        (403, "rateLimitExceeded"),
        (403, "dailyLimitExceeded"),
        (401, "authError"),
        (404, "notFound"),
        (409, "aborted"),
        (302, ""),
    ],
)
def test_a_draft_that_was_surely_not_saved_is_for_later(
    account: GmailAccount, mailbox: GmailMailbox, ref: MessageRef, status: int, reason: str
) -> None:
    account.server.faults["drafts.create", 1] = Fault(status=status, reason=reason, headers={"Retry-After": "7"})
    with pytest.raises(Unavailable) as trouble:
        mailbox.save_draft(draft_for(), ref)
    assert not isinstance(trouble.value, Unclear)
    assert account.server.asked("drafts.create") == 1
    assert mailbox.save_draft(draft_for(), ref).created
    assert len(account.drafts()) == 1


@pytest.mark.faults(7)
@pytest.mark.parametrize(
    ("status", "reason"),
    [(403, "insufficientPermissions"), (403, "accessNotConfigured"), (403, "domainPolicy"), (403, "forbidden")],
)
def test_a_draft_that_needs_the_user_first_says_what_to_do(
    account: GmailAccount, mailbox: GmailMailbox, ref: MessageRef, status: int, reason: str
) -> None:
    account.server.faults["drafts.create", 1] = Fault(status=status, reason=reason)
    with pytest.raises(Refused) as refusal:
        mailbox.save_draft(draft_for(), ref)
    assert refusal.value.remedy
    assert account.drafts() == {}


def test_a_draft_for_which_no_connection_can_be_made_was_surely_not_saved(
    account: GmailAccount, server: GmailServer, ref: MessageRef
) -> None:
    mailbox = account.mailbox(timeout=IMPATIENT)
    server.faults["drafts.list", EVERY] = GONE
    with pytest.raises(Unavailable) as trouble:
        mailbox.save_draft(draft_for(), ref)
    assert not isinstance(trouble.value, Unclear)
    assert server.asked("drafts.create") == 0
    mailbox.close()


@pytest.mark.faults(23)
def test_a_draft_is_found_though_the_server_gives_it_a_message_id_of_its_own(
    account: GmailAccount, mailbox: GmailMailbox, ref: MessageRef
) -> None:
    account.world.rewrites_message_id = True
    account.server.faults["drafts.create", 1] = COMMITTED
    with pytest.raises(Unclear):
        mailbox.save_draft(draft_for(), ref)
    assert draft_for().message_id.encode() not in b"".join(account.drafts().values())
    assert not mailbox.save_draft(draft_for(), ref).created
    assert len(account.drafts()) == 1


@pytest.mark.faults(31)
def test_a_draft_to_a_mail_without_a_message_id_is_found_by_its_thread_if_need_be(
    account: GmailAccount, mailbox: GmailMailbox
) -> None:
    account.deliver(letter(1, message_id=None), at(60))
    (mail,) = drain(mailbox)[0]
    account.world.add(answer(1), {"DRAFT"}, thread=mail.ref.locator.partition("/")[2])
    account.world.drafts["r-own"] = next(m.id for m in account.world.messages.values() if "DRAFT" in m.labels)
    assert not mailbox.save_draft(draft_for(), mail.ref).created
    assert len(account.drafts()) == 1
