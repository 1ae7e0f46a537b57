"""Gmail and its ways to fail: after every fault the server is counted, and one draft is what there is, or none."""

import json
import logging
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from googleapiclient import discovery_cache

from service.errors import Refused, Unavailable, Unclear
from service.mailbox import BATCH_SIZE, MessageRef, Place
from service.providers.gmail import GmailMailbox, same_account
from service.providers.gmail_transport import ALLOWED, TRIES, permit
from service.providers.google_credentials import read_token
from service.providers.google_endpoint import NotAllowed
from tests.letters import SINCE, answer, at, draft_for, drain, id_of, letter, stands, subjects
from tests.servers.gmail import EVERY, HISTORY_TYPES, ROUTES, Fault, GmailServer, pattern_of
from tests.servers.gmail_account import GmailAccount
from tests.servers.google_consent import READ

GONE = Fault(status=0)
COMMITTED = Fault(status=0, committed=True)


@pytest.fixture
def server() -> Iterator[GmailServer]:
    with GmailServer().running() as running:
        yield running


@pytest.fixture
def account(server: GmailServer, tmp_path: Path) -> GmailAccount:
    return GmailAccount(server, tmp_path)


@pytest.fixture
def mailbox(account: GmailAccount) -> Iterator[GmailMailbox]:
    opened = account.mailbox()
    yield opened
    opened.close()


@pytest.fixture
def ref(account: GmailAccount, mailbox: GmailMailbox) -> MessageRef:
    """One rejection, fetched."""
    account.deliver(letter(), at(60))
    (mail,) = drain(mailbox)[0]
    return mail.ref


# -- a draft is made once ------------------------------------------------------------------------------------------


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
    impatient = account.mailbox(timeout=0.5)
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
    mailbox = account.mailbox(timeout=1)
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


# -- reading is repeated, within bounds ----------------------------------------------------------------------------

PASSING = [
    GONE,
    Fault(status=500),
    Fault(status=503),
    Fault(status=429, reason="rateLimitExceeded"),
    Fault(status=403, reason="userRateLimitExceeded"),
    Fault(status=429, reason="rateLimitExceeded", headers={"Retry-After": "0"}),
]


@pytest.mark.faults(7)
@pytest.mark.parametrize("fault", PASSING)
@pytest.mark.parametrize("method", ["users.getProfile", "messages.list", "messages.get"])
def test_a_read_that_fails_once_is_repeated(
    account: GmailAccount, mailbox: GmailMailbox, fault: Fault, method: str
) -> None:
    account.deliver(letter(), at(60))
    account.server.faults[method, 1] = fault
    assert subjects(drain(mailbox)[0]) == [1]


@pytest.mark.faults(7)
@pytest.mark.parametrize("fault", [Fault(status=503, headers={"Retry-After": "0"}), Fault(status=0)])
def test_a_read_that_goes_on_failing_ends_in_bounded_time(account: GmailAccount, fault: Fault) -> None:
    mailbox = account.mailbox(timeout=2)
    account.server.faults["users.getProfile", EVERY] = fault
    with pytest.raises(Unavailable):
        mailbox.fetch(None, SINCE)
    assert 1 < account.server.asked("users.getProfile") <= TRIES
    mailbox.close()


@pytest.mark.faults(7)
def test_a_wait_that_the_server_asks_for_is_passed_on_when_it_is_too_long(
    account: GmailAccount, mailbox: GmailMailbox
) -> None:
    account.server.faults["users.getProfile", EVERY] = Fault(status=429, headers={"Retry-After": "120"})
    with pytest.raises(Unavailable) as trouble:
        mailbox.fetch(None, SINCE)
    assert trouble.value.retry_after == 120
    assert account.server.asked("users.getProfile") == 1


@pytest.mark.faults(16)
@pytest.mark.parametrize("fault", [Fault(drip=True), Fault(hang=30)])
def test_a_server_that_drips_or_hangs_is_left_after_the_time_limit(account: GmailAccount, fault: Fault) -> None:
    mailbox = account.mailbox(timeout=0.5)
    account.server.faults["users.getProfile", EVERY] = fault
    begun = time.monotonic()
    with pytest.raises(Unavailable):
        mailbox.fetch(None, SINCE)
    assert time.monotonic() - begun < 3
    mailbox.close()


@pytest.mark.parametrize("body", [b"<html>Sign in to this hotel</html>", b"[]", b"{}", b'{"historyId": "x"}', b""])
def test_an_answer_that_makes_no_sense_is_unavailable(
    account: GmailAccount, mailbox: GmailMailbox, body: bytes
) -> None:
    account.server.faults["users.getProfile", EVERY] = Fault(body=body)
    with pytest.raises(Unavailable):
        mailbox.fetch(None, SINCE)


def test_a_redirect_is_not_followed(account: GmailAccount, mailbox: GmailMailbox) -> None:
    elsewhere = {"Location": f"{account.server.url}elsewhere"}
    account.server.faults["users.getProfile", EVERY] = Fault(status=302, headers=elsewhere)
    with pytest.raises(Unavailable):
        mailbox.fetch(None, SINCE)
    assert "/elsewhere" not in {request.path for request in account.server.requests}


# -- tokens --------------------------------------------------------------------------------------------------------


@pytest.mark.faults(18)
def test_an_expired_token_is_renewed_and_kept(account: GmailAccount, mailbox: GmailMailbox) -> None:
    account.server.consent.access_tokens = {"another"}
    drain(mailbox)
    assert read_token(account.token_file).access in account.server.consent.access_tokens
    assert account.server.asked("token") == 1


def test_a_token_that_says_it_has_expired_is_renewed_before_it_is_used(account: GmailAccount) -> None:
    account.token_file = account.write_token(expiry="2020-01-01T00:00:00Z")
    mailbox = account.mailbox()
    drain(mailbox)
    assert account.server.asked("token") == 1
    assert account.server.requests[0].path == "/token"
    mailbox.close()


@pytest.mark.faults(18)
def test_a_rotated_refresh_token_is_kept_before_it_is_needed(account: GmailAccount) -> None:
    account.server.consent.rotates = True
    for _ in range(3):
        account.server.consent.access_tokens = {"another"}
        mailbox = account.mailbox()
        drain(mailbox)
        mailbox.close()
    assert read_token(account.token_file).refresh in account.server.consent.refresh_tokens


def test_a_token_renewed_by_another_process_is_taken_over(account: GmailAccount, mailbox: GmailMailbox) -> None:
    drain(mailbox)
    account.server.consent.access_tokens, account.server.consent.refresh_tokens = {"fresh"}, {"fresh-refresh"}
    account.write_token(token="fresh", refresh_token="fresh-refresh")
    drain(mailbox)
    assert account.server.asked("token") == 0


@pytest.mark.faults(18)
def test_a_revoked_consent_is_the_user_s_to_give_again(account: GmailAccount, mailbox: GmailMailbox) -> None:
    account.server.consent.access_tokens = account.server.consent.refresh_tokens = set()
    with pytest.raises(Refused) as refusal:
        mailbox.fetch(None, SINCE)
    assert "ajar login" in refusal.value.remedy
    assert "7 days" in refusal.value.remedy


@pytest.mark.faults(18)
@pytest.mark.parametrize(
    "fault", [GONE, Fault(status=429), Fault(status=503), Fault(hang=30), Fault(drip=True), Fault(body=b"<html>")]
)
def test_a_token_endpoint_in_trouble_is_no_revoked_consent(account: GmailAccount, fault: Fault) -> None:
    account.server.consent.access_tokens = set()
    account.server.faults["token", EVERY] = fault
    mailbox = account.mailbox(timeout=0.5)
    begun = time.monotonic()
    with pytest.raises(Unavailable):
        mailbox.fetch(None, SINCE)
    assert time.monotonic() - begun < 3
    mailbox.close()


@pytest.mark.faults(33)
def test_a_token_file_that_others_may_read_is_refused_with_the_remedy(
    account: GmailAccount, mailbox: GmailMailbox
) -> None:
    account.token_file.chmod(0o640)
    with pytest.raises(Refused) as refusal:
        mailbox.fetch(None, SINCE)
    assert "chmod 600" in refusal.value.remedy
    assert account.server.requests == []


@pytest.mark.parametrize("content", ["", "{}", "[]", '{"client_id": 1}'])
def test_a_token_file_that_is_none_is_refused(account: GmailAccount, mailbox: GmailMailbox, content: str) -> None:
    account.token_file.write_text(content)
    with pytest.raises(Refused, match="token file"):
        mailbox.fetch(None, SINCE)


def test_no_token_file_means_that_the_user_has_not_logged_in(account: GmailAccount, mailbox: GmailMailbox) -> None:
    account.token_file.unlink()
    with pytest.raises(Refused) as refusal:
        mailbox.fetch(None, SINCE)
    assert "ajar login" in refusal.value.remedy


def test_a_refresh_token_never_goes_in_the_clear_beyond_this_machine(account: GmailAccount) -> None:
    account.token_file = account.write_token(token_uri="http://tokens.example/token")
    mailbox = account.mailbox()
    with pytest.raises(Refused, match="https"):
        mailbox.fetch(None, SINCE)
    mailbox.close()


@pytest.mark.faults(18)
def test_a_process_killed_while_it_writes_the_token_file_leaves_a_whole_one(account: GmailAccount) -> None:
    program = (
        "import dataclasses, pathlib, sys\n"
        "from service.providers.google_credentials import read_token, write_token\n"
        "path = pathlib.Path(sys.argv[1]); token = read_token(path); print(flush=True)\n"
        "while True: token = dataclasses.replace(token, access='x' * 50_000); write_token(path, token)\n"
    )
    for pause in (0.0, 0.005):
        with subprocess.Popen([sys.executable, "-c", program, account.token_file], stdout=subprocess.PIPE) as writer:
            assert writer.stdout
            writer.stdout.readline()
            time.sleep(pause)
            writer.send_signal(signal.SIGKILL)
        assert read_token(account.token_file).refresh == "refresh-0"
        assert account.token_file.stat().st_mode & 0o077 == 0


@pytest.mark.faults(18)
def test_a_consent_that_does_not_cover_drafts_is_found_by_check(account: GmailAccount) -> None:
    account.token_file = account.write_token(scopes=[READ])
    mailbox = account.mailbox()
    with pytest.raises(Refused, match=r"gmail\.compose"):
        mailbox.check()
    mailbox.close()


def test_a_token_for_another_account_is_refused(account: GmailAccount, mailbox: GmailMailbox) -> None:
    account.world.address = "june@example.org"
    for call in (mailbox.check, lambda: mailbox.fetch(None, SINCE)):
        with pytest.raises(Refused, match=r"june@example\.org"):
            call()


def test_two_spellings_of_one_gmail_address_are_one_account() -> None:
    assert same_account("Jane.Doe@gmail.com") == same_account("janedoe+jobs@googlemail.com")
    assert same_account("jane.doe@example.org") != same_account("janedoe@example.org")


@pytest.mark.faults(33)
def test_no_secret_is_in_a_log_an_error_or_a_repr(
    account: GmailAccount, mailbox: GmailMailbox, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    account.server.consent.access_tokens = {"another"}
    account.deliver(letter(body=b"a word of the body"), at(60))
    (mail,) = drain(mailbox)[0]
    mailbox.save_draft(draft_for(), mail.ref)
    account.server.consent.access_tokens = account.server.consent.refresh_tokens = set()
    with pytest.raises(Refused) as refusal:
        mailbox.fetch(None, SINCE)
    told = f"{caplog.text} {refusal.value!r} {refusal.value} {mailbox!r} {read_token(account.token_file)!r}"
    for secret in ("access-", "refresh-0", "client-secret", "a word of the body", "Letter 1"):
        assert secret not in told


# -- history -------------------------------------------------------------------------------------------------------


@pytest.mark.faults(19)
def test_a_history_that_gmail_forgot_begins_anew_at_since(account: GmailAccount, mailbox: GmailMailbox) -> None:
    account.deliver(letter(1), at(-60))
    account.deliver(letter(2), at(60))
    _, cursor = drain(mailbox)
    account.server.forgotten = account.world.history + 1
    account.deliver(letter(3), at(120))
    mails, cursor = drain(mailbox, cursor)
    assert subjects(mails) == [2, 3]
    account.server.forgotten = 0
    assert drain(mailbox, cursor)[0] == []


@pytest.mark.faults(19)
def test_a_page_with_a_token_and_no_history_is_not_the_end(account: GmailAccount, mailbox: GmailMailbox) -> None:
    _, cursor = drain(mailbox)
    account.deliver(letter(1), at(60))
    account.server.empty_pages = account.server.asked("history.list") + 3
    assert subjects(drain(mailbox, cursor)[0]) == [1]


@pytest.mark.faults(19)
def test_pages_that_never_end_are_left_at_last(account: GmailAccount, mailbox: GmailMailbox) -> None:
    _, cursor = drain(mailbox)
    account.server.empty_pages = 10**9
    with pytest.raises(Refused):
        mailbox.fetch(cursor, SINCE)
    assert account.server.asked("history.list") < 300


@pytest.mark.faults(19)
def test_the_pointer_never_moves_back(account: GmailAccount, mailbox: GmailMailbox) -> None:
    account.deliver(letter(1), at(60))
    _, cursor = drain(mailbox)
    account.server.stale_pointer = 1000
    assert drain(mailbox, cursor)[0] == []
    account.deliver(letter(2), at(120))
    mails, cursor = drain(mailbox, cursor)
    assert subjects(mails) == [2]
    assert drain(mailbox, cursor)[0] == []


def test_small_pages_change_nothing(account: GmailAccount, mailbox: GmailMailbox) -> None:
    account.server.page_size = 1
    for number in range(1, 6):
        account.deliver(letter(number), at(number))
    mails, cursor = drain(mailbox)
    assert subjects(mails) == [1, 2, 3, 4, 5]
    for number in range(6, 9):
        account.deliver(letter(number), at(number))
    assert subjects(drain(mailbox, cursor)[0]) == [6, 7, 8]


def test_a_long_history_comes_in_batches_and_whole(account: GmailAccount, mailbox: GmailMailbox) -> None:
    _, cursor = drain(mailbox)
    for number in range(BATCH_SIZE + 5):
        account.deliver(letter(number), at(number))
    first = mailbox.fetch(cursor, SINCE)
    assert len(first.mails) == BATCH_SIZE
    assert first.more
    assert subjects([*first.mails, *drain(mailbox, first.cursor)[0]]) == list(range(BATCH_SIZE + 5))


def test_large_mails_do_not_pile_up_in_one_batch(account: GmailAccount, mailbox: GmailMailbox) -> None:
    for number in range(8):
        account.deliver(letter(number, body=b"x" * 1_900_000), at(number))
    first = mailbox.fetch(None, SINCE)
    assert sum(len(mail.raw) for mail in first.mails) < 12_000_000
    assert subjects([*first.mails, *drain(mailbox, first.cursor)[0]]) == list(range(8))


@pytest.mark.faults(23)
def test_a_mail_that_the_search_does_not_find_yet_is_not_skipped(account: GmailAccount, mailbox: GmailMailbox) -> None:
    account.deliver(letter(1), at(60))
    account.world.unindexed.add(account.deliver(letter(2), at(120)))
    assert subjects(drain(mailbox)[0]) == [1, 2]


def test_a_mail_taken_out_of_the_spam_folder_comes(account: GmailAccount, mailbox: GmailMailbox) -> None:
    spam = account.world.add(letter(1), {"SPAM"}, at(60))
    mails, cursor = drain(mailbox)
    assert mails == []
    account.world.relabel(spam, add={"INBOX"}, remove={"SPAM"})
    assert subjects(drain(mailbox, cursor)[0]) == [1]


def test_labels_are_read_by_name_and_an_unknown_one_is_refused_with_those_there_are(account: GmailAccount) -> None:
    account.world.labels["Job search"] = "Label_7"
    account.world.add(letter(1), {"Label_7"}, at(60))
    account.deliver(letter(2), at(120))
    mailbox = account.mailbox(folders=("INBOX", "job search"))
    mails, cursor = drain(mailbox)
    assert sorted(subjects(mails)) == [1, 2]
    account.world.add(letter(3), {"Label_7"}, at(180))
    assert subjects(drain(mailbox, cursor)[0]) == [3]
    mailbox.close()
    wrong = account.mailbox(folders=("Jobs",))
    with pytest.raises(Refused) as refusal:
        wrong.check()
    assert "Job search" in refusal.value.remedy
    wrong.close()


# -- what stands around a mail -------------------------------------------------------------------------------------


@pytest.mark.faults(23)
def test_an_answer_in_a_thread_of_its_own_is_seen_though_the_search_does_not_find_it_yet(
    account: GmailAccount, mailbox: GmailMailbox, ref: MessageRef
) -> None:
    other = answer(1, message_id="<other@example.org>").replace(b"Subject: Letter 1", b"Subject: Thank you")
    sent = account.put(Place.SENT, other)
    account.world.unindexed.add(sent)
    assert account.world.messages[sent].thread != ref.locator.partition("/")[2]
    assert stands(mailbox.conversation(ref), Place.SENT, "<other@example.org>")


@pytest.mark.faults(23)
def test_a_draft_in_a_thread_of_its_own_is_seen(account: GmailAccount, mailbox: GmailMailbox, ref: MessageRef) -> None:
    other = answer(1, message_id="<other@example.org>").replace(b"Subject: Letter 1", b"Subject: Thank you")
    account.put(Place.DRAFTS, other)
    assert stands(mailbox.conversation(ref), Place.DRAFTS, "<other@example.org>")
    assert not mailbox.save_draft(draft_for(), ref).created


def test_what_the_user_sent_before_the_mail_came_is_not_around_it(
    account: GmailAccount, mailbox: GmailMailbox, ref: MessageRef
) -> None:
    account.world.add(letter(5, sender="jane@example.org", to="mara@brightloom.example"), {"SENT"}, at(-3600))
    assert mailbox.conversation(ref).around == ()


def test_a_colleague_of_the_sender_who_writes_in_another_thread_is_seen_whole(
    account: GmailAccount, mailbox: GmailMailbox, ref: MessageRef
) -> None:
    later = letter(
        2, sender="Ola Brandt <ola@brightloom.example>", in_reply_to=id_of(1), body=b"We would like to talk.\r\n"
    )
    account.deliver(later, at(3600))
    (found,) = mailbox.conversation(ref).around
    assert found.place is Place.RECEIVED
    assert b"We would like to talk." in found.raw


def test_a_draft_that_the_user_discarded_is_gone_and_no_error(
    account: GmailAccount, mailbox: GmailMailbox, ref: MessageRef
) -> None:
    draft = mailbox.save_draft(draft_for(), ref)
    account.erase(draft.locator)
    conversation = mailbox.conversation(ref)
    assert conversation.around == ()
    assert conversation.complete


def test_a_mail_marked_as_spam_is_gone(account: GmailAccount, mailbox: GmailMailbox, ref: MessageRef) -> None:
    account.world.relabel(ref.locator.partition("/")[0], add={"SPAM"}, remove={"INBOX"})
    assert mailbox.conversation(ref).mail is None


def test_mail_that_has_nothing_to_do_with_it_costs_little(
    account: GmailAccount, mailbox: GmailMailbox, ref: MessageRef
) -> None:
    for number in range(100):
        sender = f"Shop <news{number}@shop.example>"
        account.world.add(letter(number + 100, sender=sender), {"INBOX"}, at(-86_400 + number))
        account.world.add(letter(number + 500, sender="jane@example.org"), {"SENT"}, at(-86_400 + number))
    before = account.server.asked("messages.get")
    mailbox.conversation(ref)
    assert account.server.asked("messages.get") - before < 60


# -- never send, never change --------------------------------------------------------------------------------------

ENDPOINT = "https://gmail.googleapis.com/"
USERS = f"{ENDPOINT}gmail/v1/users/me"


@pytest.mark.faults(32)
@pytest.mark.parametrize(
    ("method", "uri"),
    [
        ("POST", f"{USERS}/messages/send"),
        ("POST", f"{USERS}/drafts/send"),
        ("POST", f"{USERS}/messages"),
        ("POST", f"{USERS}/messages/18c/modify"),
        ("POST", f"{USERS}/messages/18c/trash"),
        ("POST", f"{USERS}/drafts/../messages/send"),
        ("POST", f"{ENDPOINT}upload/gmail/v1/users/me/messages/send"),
        ("POST", f"{ENDPOINT}batch/gmail/v1"),
        ("PUT", f"{USERS}/drafts/r1"),
        ("DELETE", f"{USERS}/drafts/r1"),
        ("GET", f"{USERS}/settings/filters"),
        ("GET", "https://elsewhere.example/gmail/v1/users/me/profile"),
        ("GET", f"{ENDPOINT}gmail/v1/users/somebody/profile"),
    ],
)
def test_what_is_not_on_the_list_raises_before_it_leaves(method: str, uri: str) -> None:
    with pytest.raises(NotAllowed):
        permit(method, uri, ENDPOINT)


@pytest.mark.faults(32)
def test_no_way_of_asking_the_transport_to_send_reaches_the_server(
    account: GmailAccount, mailbox: GmailMailbox, ref: MessageRef
) -> None:
    before = len(account.server.requests)
    for path in ("messages/send", "drafts/send", f"messages/{ref.locator.partition('/')[0]}/trash"):
        with pytest.raises(NotAllowed):
            mailbox._transport.request(f"{account.server.url}gmail/v1/users/me/{path}", "POST", "{}")  # noqa: SLF001
    assert len(account.server.requests) == before


@pytest.mark.faults(32)
def test_a_whole_life_with_a_mailbox_asks_nothing_but_reads_one_draft_and_tokens(
    account: GmailAccount, mailbox: GmailMailbox, ref: MessageRef
) -> None:
    account.server.consent.access_tokens = {"another"}
    before = account.snapshot()
    mailbox.check()
    mailbox.conversation(ref)
    mailbox.save_draft(draft_for(), ref)
    mailbox.conversation(MessageRef("stale", ref.message_id, ref.arrived_at))
    writes = [request.path for request in account.server.requests if request.method != "GET"]
    assert sorted(writes) == ["/gmail/v1/users/me/drafts", "/token"]
    assert account.server.asked("unknown") == 0
    assert account.snapshot() == before


# -- the server of these tests is like the real one ----------------------------------------------------------------


def methods_of(resource: dict[str, dict[str, dict[str, object]]]) -> Iterator[dict[str, object]]:
    """Yield every method of a discovery document."""
    yield from resource.get("methods", {}).values()
    for below in resource.get("resources", {}).values():
        yield from methods_of(below)  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def gmail_methods() -> dict[str, dict[str, object]]:
    """Google's own description of its API, as google-api-python-client carries it."""
    document = Path(discovery_cache.__file__).with_name("documents") / "gmail.v1.json"
    return {str(method["id"]): method for method in methods_of(json.loads(document.read_text()))}


@pytest.mark.parametrize("name", ROUTES)
def test_a_route_of_the_test_server_exists_at_google(name: str, gmail_methods: dict[str, dict[str, object]]) -> None:
    method = gmail_methods[f"gmail.users.{name.removeprefix('users.')}"]
    assert (method["httpMethod"], method["path"]) == ROUTES[name]


def test_parameters_that_are_sent_exist_at_google(
    account: GmailAccount, mailbox: GmailMailbox, ref: MessageRef, gmail_methods: dict[str, dict[str, object]]
) -> None:
    mailbox.check()
    mailbox.conversation(ref)
    mailbox.save_draft(draft_for(), ref)
    asked = set()
    for request in account.server.requests:
        for name, (verb, path) in ROUTES.items():
            if verb == request.method and re.fullmatch(pattern_of(path), request.path[1:]):
                known = gmail_methods[f"gmail.users.{name.removeprefix('users.')}"]["parameters"]
                assert isinstance(known, dict)
                assert set(request.query) - {"alt"} <= set(known)
                asked.add(name)
    assert asked == set(ROUTES) - {"labels.list"}


def test_history_types_are_google_s(gmail_methods: dict[str, dict[str, object]]) -> None:
    parameters = gmail_methods["gmail.users.history.list"]["parameters"]
    assert isinstance(parameters, dict)
    assert set(HISTORY_TYPES) <= set(parameters["historyTypes"]["enum"])


@pytest.mark.faults(32)
def test_everything_allowed_is_a_read_or_the_making_of_a_draft(gmail_methods: dict[str, dict[str, object]]) -> None:
    allowed = {
        name
        for name, method in gmail_methods.items()
        if (pattern := ALLOWED.get(str(method["httpMethod"])))
        and pattern.fullmatch(re.sub(r"\{userId\}", "me", str(method["path"])).replace("{id}", "18c"))
    }
    assert {name for name in allowed if gmail_methods[name]["httpMethod"] != "GET"} == {"gmail.users.drafts.create"}
    assert {f"gmail.users.{name.removeprefix('users.')}" for name in ROUTES} <= allowed


def test_a_mail_is_not_before_since_by_a_fraction_of_a_second(account: GmailAccount, mailbox: GmailMailbox) -> None:
    account.deliver(letter(1), SINCE - timedelta(milliseconds=1))
    account.deliver(letter(2), SINCE)
    assert subjects(drain(mailbox)[0]) == [2]
