"""What a server's "no" means: try again later, or the user must act; and what it never tells."""

import logging
from collections.abc import Iterator

import pytest

from service.errors import LoginRefused, Refused, Unavailable, Unclear
from service.mailbox import MessageRef
from service.providers.imap import ImapMailbox
from tests.letters import SINCE, at, draft_for, drain, id_of, letter, subjects
from tests.servers.fake_imap import ARRIVED, FakeImap, FakeMail
from tests.servers.imap_account import settings

THROTTLED = b"{tag} BAD Request is throttled. Suggested Backoff Time: 297123 milliseconds\r\n"
REF = MessageRef('["INBOX", 7, 1]', id_of(1), ARRIVED)


@pytest.fixture
def fake() -> Iterator[FakeImap]:
    with FakeImap(INBOX=[FakeMail(1, letter(1))]) as server:
        yield server


@pytest.fixture
def mailbox(fake: FakeImap) -> Iterator[ImapMailbox]:
    opened = provider(fake)
    yield opened
    opened.close()


def provider(fake: FakeImap, **changes: object) -> ImapMailbox:
    """Make a provider for the fake server."""
    table = settings(fake.port, "jane").model_copy(update=changes)
    return ImapMailbox(table, lambda: "the-password", timeout=5)


# 14, 15, 17, 21: what a "no" means


@pytest.mark.faults(14, 15, 17, 21)
@pytest.mark.parametrize(
    ("said", "error"),
    [
        (b"{tag} NO [LIMIT] Too many logins, wait\r\n", Unavailable),
        (b"{tag} NO [UNAVAILABLE] Temporary authentication failure\r\n", Unavailable),
        (b"{tag} NO [INUSE] mailbox is locked\r\n", Unavailable),
        (b"{tag} NO [SERVERBUG] oops\r\n", Unavailable),
        (b"{tag} NO [ALERT] Too many simultaneous connections. (Failure)\r\n", Unavailable),
        (b"{tag} NO [OVERQUOTA] Account exceeded command or bandwidth limits.\r\n", Unavailable),
        (b"{tag} NO Server error - Please try again later\r\n", Unavailable),
        (b"{tag} BAD User is authenticated but not connected.\r\n", Unavailable),
        (b"* BYE shutting down\r\n", Unavailable),
        (b"", Unavailable),
        (b"{tag} NO [AUTHENTICATIONFAILED] Invalid credentials\r\n", LoginRefused),
        (b"{tag} NO [EXPIRED] Password expired\r\n", LoginRefused),
        (b"{tag} NO [ALERT] Application-specific password required\r\n", LoginRefused),
        (b"{tag} NO LOGIN failed.\r\n", LoginRefused),
    ],
)
def test_a_failed_login_is_temporary_or_the_user_s_by_what_the_server_says(
    fake: FakeImap, mailbox: ImapMailbox, said: bytes, error: type[Exception]
) -> None:
    fake.script = {b"LOGIN": said}
    with pytest.raises((Unavailable, Refused)) as failure:
        mailbox.fetch(None, SINCE)
    assert type(failure.value) is error
    fake.script.clear()
    assert subjects(drain(mailbox)[0]) == [1]


@pytest.mark.faults(14, 15)
@pytest.mark.parametrize(
    ("said", "error"),
    [
        (b"{tag} NO [OVERQUOTA] full\r\n", Refused),
        (b"{tag} NO [NOPERM] not yours\r\n", Refused),
        (b"{tag} NO [TRYCREATE] no such folder\r\n", Refused),
        (b"{tag} NO Over quota\r\n", Refused),
        (b"{tag} NO [UNAVAILABLE] not now\r\n", Unavailable),
        (b"{tag} NO [LIMIT] slowly\r\n", Unavailable),
        (b"", Unclear),
        (b"* BYE so long\r\n", Unclear),
    ],
)
def test_a_failed_append_is_sorted_by_what_the_server_says(
    fake: FakeImap, mailbox: ImapMailbox, said: bytes, error: type[Exception]
) -> None:
    fake.script = {b"APPEND": said}
    with pytest.raises((Unavailable, Refused)) as failure:
        mailbox.save_draft(draft_for(1), REF)
    assert type(failure.value) is error


@pytest.mark.faults(15)
def test_an_alert_is_shown_on_one_line_and_without_controls(fake: FakeImap, mailbox: ImapMailbox) -> None:
    fake.script = {b"LOGIN": b"* OK [ALERT] Please\x1b[31m log in \tvia your web browser\r\n{tag} NO no\r\n"}
    with pytest.raises(Refused, match=r"Please \[31m log in via your web browser"):
        mailbox.fetch(None, SINCE)
    fake.script = {b"LOGIN": b"* OK [ALERT] We close in May\r\n{tag} OK\r\n"}
    assert any("We close in May" in line for line in mailbox.check())


@pytest.mark.faults(33)
def test_a_server_that_quotes_the_password_back_does_not_get_it_into_an_error(
    fake: FakeImap, mailbox: ImapMailbox
) -> None:
    for quote in (
        lambda command: b"{tag} NO failed: " + command + b"\r\n",
        lambda command: b"{tag} BAD failed: " + command + b"\r\n",
        lambda command: b"{tag} NO [ALERT] failed: " + command + b"\r\n",
    ):
        fake.script = {b"LOGIN": quote}
        with pytest.raises(Refused) as refusal:
            mailbox.fetch(None, SINCE)
        assert "the-password" not in f"{refusal.value} {refusal.value!r}"


@pytest.mark.faults(15)
def test_a_bye_instead_of_a_greeting_is_unavailable(fake: FakeImap, mailbox: ImapMailbox) -> None:
    fake.greeting = b"* BYE Too many connections\r\n"
    with pytest.raises(Unavailable):
        mailbox.fetch(None, SINCE)


@pytest.mark.faults(21)
@pytest.mark.parametrize("command", [b"EXAMINE", b"UID SEARCH", b"UID FETCH"])
def test_the_throttle_of_office_365_says_how_long_to_wait(fake: FakeImap, mailbox: ImapMailbox, command: bytes) -> None:
    fake.script = {command: THROTTLED}
    with pytest.raises(Unavailable) as failure:
        mailbox.fetch(None, SINCE)
    assert failure.value.retry_after == pytest.approx(297.123)
    assert len([each for each in fake.commands if each.startswith(command)]) == 1


@pytest.mark.faults(21)
def test_a_throttled_append_is_unavailable_and_nothing_is_written(fake: FakeImap, mailbox: ImapMailbox) -> None:
    fake.script = {b"APPEND": THROTTLED}
    with pytest.raises(Unavailable) as failure:
        mailbox.save_draft(draft_for(1), REF)
    assert type(failure.value) is Unavailable
    assert failure.value.retry_after == pytest.approx(297.123)


@pytest.mark.faults(21)
def test_authenticated_but_not_connected_gets_a_new_connection(fake: FakeImap, mailbox: ImapMailbox) -> None:
    fake.script = {b"EXAMINE": b"{tag} BAD User is authenticated but not connected.\r\n"}
    with pytest.raises(Unavailable):
        mailbox.conversation(REF)
    fake.script.clear()
    assert mailbox.conversation(REF).mail == letter(1)
    assert len([command for command in fake.commands if command.startswith(b"LOGIN")]) == 2


def test_in_the_clear_only_to_this_machine(fake: FakeImap, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("socket.socket.getpeername", lambda _: ("192.0.2.1", 143))
    mailbox = provider(fake)
    with pytest.raises(Refused, match="this machine"):
        mailbox.fetch(None, SINCE)
    mailbox.close()
    assert not [command for command in fake.commands if command.startswith(b"LOGIN")]


@pytest.mark.faults(33)
@pytest.mark.parametrize("secret", ["a\r\nA1 DELETE INBOX", "a\0b"])
def test_a_secret_with_a_line_break_never_goes_out(fake: FakeImap, secret: str) -> None:
    mailbox = ImapMailbox(settings(fake.port, "jane"), lambda: secret, timeout=5)
    with pytest.raises(Refused):
        mailbox.fetch(None, at(0))
    mailbox.close()
    assert not [command for command in fake.commands if not command.startswith(b"CAPABILITY")]


@pytest.mark.faults(33)
def test_even_at_debug_no_secret_and_no_mail_is_logged(
    fake: FakeImap, mailbox: ImapMailbox, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    drain(mailbox)
    mailbox.save_draft(draft_for(1), REF)
    assert [command for command in fake.commands if b"the-password" in command]
    for words in ("the-password", "Letter 1", "Thank you", "mara@brightloom.example"):
        assert words not in caplog.text
