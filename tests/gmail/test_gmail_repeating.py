"""Reading from Gmail is repeated, within bounds of time and number."""

import time

import pytest

from service.errors import Unavailable
from service.providers.gmail import GmailMailbox
from service.providers.gmail_transport import TRIES
from tests.account import PROMPT
from tests.letters import SINCE, at, drain, letter, subjects
from tests.servers.gmail import EVERY, Fault
from tests.servers.gmail_account import GmailAccount

GONE = Fault(status=0)


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
    assert time.monotonic() - begun < PROMPT
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
