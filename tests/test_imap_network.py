"""What breaks on the network: silence, drips, certificates, STARTTLS, tokens; against a real IMAP server."""

import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from config.schema import Imap
from service.errors import Refused, Unavailable
from service.providers.imap import ImapMailbox
from tests.letters import SINCE, drain
from tests.servers import dovecot
from tests.servers.authority import Authority
from tests.servers.dovecot import PASSWORD, Dovecot, Variant
from tests.servers.imap_account import ImapAccount, settings
from tests.servers.introspection import GOOD_TOKEN, Introspection
from tests.servers.proxy import Plan, Proxy

pytestmark = pytest.mark.skipif(
    not dovecot.is_installed(), reason="these faults are made on Dovecot, which is not installed on this machine"
)


@pytest.fixture(scope="module")
def server() -> Iterator[Dovecot]:
    with Dovecot.anywhere() as running:
        yield running


@pytest.fixture(scope="module")
def other() -> Iterator[Dovecot]:
    """A server with a certificate for another name, that takes access tokens."""
    with Introspection() as judge:
        variant = Variant(hosts=("imap.other.example",), introspection=judge.url)
        with Dovecot.anywhere(variant) as running:
            yield running


@pytest.fixture
def account(server: Dovecot) -> Iterator[ImapAccount]:
    opened = ImapAccount(server.port, "networked", PASSWORD)
    yield opened
    opened.leave()


@pytest.mark.faults(16)
def test_a_server_that_falls_silent_is_unavailable_after_the_timeout(account: ImapAccount) -> None:
    with Proxy(account.port, Plan(silent=True)) as proxy:
        mailbox = account.through(proxy.port, timeout=0.3)
        with pytest.raises(Unavailable, match="no answer in time"):
            mailbox.fetch(None, SINCE)
        mailbox.close()


@pytest.mark.faults(16)
def test_a_stalled_tls_handshake_is_unavailable_after_the_timeout(server: Dovecot) -> None:
    with Proxy(server.tls_port, Plan(silent=True)) as proxy:
        mailbox = secure(proxy.port, server.ca_file, timeout=0.3)
        with pytest.raises(Unavailable, match="no answer in time"):
            mailbox.fetch(None, SINCE)
        mailbox.close()


@pytest.mark.faults(16)
@pytest.mark.parametrize("encrypted", [False, True], ids=["in the clear", "in the TLS handshake"])
def test_close_ends_a_call_on_a_server_that_sends_a_byte_at_a_time(server: Dovecot, encrypted: bool) -> None:  # noqa: FBT001 - a parameter of the test
    target = server.tls_port if encrypted else server.port
    with Proxy(target, Plan(drip=0.2)) as proxy:
        plain = ImapMailbox(settings(proxy.port, "jane"), lambda: PASSWORD, timeout=20)
        mailbox = secure(proxy.port, server.ca_file, timeout=20) if encrypted else plain
        threading.Timer(0.5, mailbox.close).start()
        begun = time.monotonic()
        with pytest.raises(Unavailable):
            mailbox.fetch(None, SINCE)
        assert time.monotonic() - begun < 5
        mailbox.close()


@pytest.mark.faults(16)
def test_starttls_is_used_before_the_password_goes_out(server: Dovecot, account: ImapAccount) -> None:
    with Proxy(server.port) as proxy:
        mailbox = account.through(proxy.port, tls="starttls", ca_file=server.ca_file)
        assert drain(mailbox)[0] == []
        assert any("TLS" in line for line in mailbox.check())
        mailbox.close()
        assert b"STARTTLS" in proxy.said()
        assert PASSWORD.encode() not in proxy.said()


@pytest.mark.faults(16)
def test_a_starttls_that_was_taken_out_on_the_way_is_refused_and_no_password_goes_out(
    server: Dovecot, account: ImapAccount
) -> None:
    with Proxy(server.port, Plan(swap=(b"STARTTLS", b"ID"))) as proxy:
        mailbox = account.through(proxy.port, tls="starttls", ca_file=server.ca_file)
        with pytest.raises(Refused, match="STARTTLS"):
            mailbox.fetch(None, SINCE)
        mailbox.close()
        assert PASSWORD.encode() not in proxy.said()


@pytest.mark.faults(16)
def test_a_certificate_of_an_unknown_authority_is_refused_and_the_remedy_names_ca_file(
    server: Dovecot, tmp_path: Path
) -> None:
    for ca_file in (None, Authority(tmp_path).ca_file):
        mailbox = secure(server.tls_port, ca_file)
        with pytest.raises(Refused, match="certificate") as refusal:
            mailbox.fetch(None, SINCE)
        assert "ca_file" in refusal.value.remedy
        mailbox.close()


@pytest.mark.faults(16)
@pytest.mark.parametrize("tls", ["implicit", "starttls"])
def test_a_certificate_for_another_host_is_refused(other: Dovecot, tls: str) -> None:
    port = other.tls_port if tls == "implicit" else other.port
    mailbox = secure(port, other.ca_file, tls=tls)
    with pytest.raises(Refused, match="certificate"):
        mailbox.fetch(None, SINCE)
    mailbox.close()


def test_the_authorities_in_ssl_cert_file_are_trusted(
    server: Dovecot, account: ImapAccount, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(server.ca_file))
    mailbox = ImapMailbox(settings(server.tls_port, account.user, tls="implicit"), lambda: PASSWORD, timeout=20)
    assert drain(mailbox)[0] == []
    mailbox.close()


def secure(port: int, ca_file: Path | None, *, timeout: float = 20, tls: str = "implicit") -> ImapMailbox:
    """Make a provider that wants TLS."""
    table = settings(port, "jane", ca_file=ca_file).model_copy(update={"tls": tls})
    return ImapMailbox(table, lambda: PASSWORD, timeout=timeout)


@pytest.mark.faults(14)
def test_too_many_logins_of_one_user_are_no_wrong_password() -> None:
    with Dovecot.anywhere(Variant(connections=1)) as crowded:
        account = ImapAccount(crowded.port, "crowded", PASSWORD)
        mailbox = account.mailbox()
        with pytest.raises(Unavailable):
            mailbox.fetch(None, SINCE)
        account.leave()
        assert drain(mailbox)[0] == []
        mailbox.close()


# XOAUTH2


def test_an_access_token_logs_in_by_xoauth2(other: Dovecot) -> None:
    mailbox = ImapMailbox(with_token(other.port), lambda: GOOD_TOKEN, timeout=20)
    assert drain(mailbox)[0] == []
    mailbox.close()


@pytest.mark.faults(17, 33)
def test_a_stale_access_token_is_refused_and_never_shown(other: Dovecot) -> None:
    with Proxy(other.port) as proxy:
        mailbox = ImapMailbox(with_token(proxy.port), lambda: "stale-token", timeout=20)
        with pytest.raises(Refused) as refusal:
            mailbox.fetch(None, SINCE)
        assert "token_command" in refusal.value.remedy
        assert "stale-token" not in f"{refusal.value!r} {refusal.value} {refusal.value.__cause__!r} {mailbox!r}"
        assert proxy.said().count(b"AUTHENTICATE XOAUTH2") == 1
        mailbox.close()


def test_the_secret_is_asked_for_at_each_login(other: Dovecot) -> None:
    tokens = iter([GOOD_TOKEN, "stale-token"])
    mailbox = ImapMailbox(with_token(other.port), lambda: next(tokens), timeout=20)
    drain(mailbox)
    mailbox.close()
    with pytest.raises(Refused):
        mailbox.fetch(None, SINCE)
    mailbox.close()


def with_token(port: int) -> Imap:
    """Return a mailbox table whose way in is an access token."""
    return settings(port, "jane@example.org", token_command=("not", "run"), password_env=None)
