"""Tokens: renewed, rotated, revoked, kept private; and whose account it is."""

import logging
import signal
import subprocess
import sys
import time

import pytest

from service.errors import Refused, Unavailable
from service.providers.gmail import GmailMailbox, same_account
from service.providers.google_credentials import read_token
from tests.account import PROMPT
from tests.letters import SINCE, at, draft_for, drain, letter
from tests.servers.gmail import EVERY, Fault
from tests.servers.gmail_account import GmailAccount
from tests.servers.google_consent import READ

GONE = Fault(status=0)


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
    assert time.monotonic() - begun < PROMPT
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
