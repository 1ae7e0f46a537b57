"""Gmail keeps the contract of every mailbox: on our own small server, and on an emulator that others wrote."""

from collections.abc import Iterator
from email import message_from_bytes
from email.policy import default
from pathlib import Path

import pytest

from service.errors import Refused, Unavailable, Unclear
from service.mailbox import Mailbox
from tests.account import Account
from tests.contract import MailboxContract, RemoteMailboxContract
from tests.letters import SINCE, at, draft_for, drain, letter
from tests.servers.gmail import GmailServer
from tests.servers.gmail_account import GmailAccount
from tests.servers.myworld import MyWorld, MyWorldAccount

COMMITTED = {"timeout_after_commit", "truncated"}


@pytest.fixture
def server() -> Iterator[GmailServer]:
    with GmailServer().running() as running:
        yield running


@pytest.fixture
def account(server: GmailServer, tmp_path: Path) -> GmailAccount:
    return GmailAccount(server, tmp_path)


class TestGmail(RemoteMailboxContract):
    """Over our own server."""


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[MyWorld]:
    with MyWorld(tmp_path_factory.mktemp("authority")).running() as running:
        yield running


class TestMyWorld(MailboxContract):
    """Over an emulator that gives each draft its own Message-ID and builds every mail anew."""

    keeps_bytes = False
    keeps_message_id = False

    @pytest.fixture
    def account(self, world: MyWorld, tmp_path: Path) -> MyWorldAccount:
        return MyWorldAccount(world, tmp_path)

    def test_a_mail_comes_byte_for_byte(self, account: Account, mailbox: Mailbox) -> None:
        # The emulator chooses the transfer encoding anew, so the words are compared.
        account.deliver(letter(body="Grüße 🙂 — tab\there\r\n".encode()), at(10))
        (mail,) = drain(mailbox)[0]
        assert message_from_bytes(mail.raw, policy=default).get_content().rstrip() == "Grüße 🙂 — tab\there"

    @pytest.mark.faults(1, 6, 7)
    @pytest.mark.parametrize("kind", [*sorted(COMMITTED), "timeout", "server_error", "bad_gateway", "transport_error"])
    def test_a_draft_whose_outcome_is_unknown_is_made_once(self, account: MyWorldAccount, kind: str) -> None:
        mailbox = account.mailbox()
        account.deliver(letter(), at(60))
        (mail,) = drain(mailbox)[0]
        account.break_("drafts.create", kind)
        with pytest.raises(Unclear):
            mailbox.save_draft(draft_for(), mail.ref)
        assert account.calls("drafts.create") == 1
        assert len(account.drafts()) == (kind in COMMITTED)
        assert mailbox.save_draft(draft_for(), mail.ref).created == (kind not in COMMITTED)
        assert len(account.drafts()) == 1
        mailbox.close()

    @pytest.mark.faults(7)
    def test_a_rate_limit_means_that_nothing_was_saved(self, account: MyWorldAccount) -> None:
        mailbox = account.mailbox()
        account.deliver(letter(), at(60))
        (mail,) = drain(mailbox)[0]
        account.break_("drafts.create", "rate_limit")
        with pytest.raises(Unavailable) as trouble:
            mailbox.save_draft(draft_for(), mail.ref)
        assert not isinstance(trouble.value, Unclear)
        assert account.drafts() == {}
        mailbox.close()

    def test_google_s_own_names_are_reached_through_https_proxy_and_ssl_cert_file(
        self, account: MyWorldAccount, world: MyWorld, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        account.deliver(letter(), at(60))
        for name, value in world.proxy_variables().items():
            monkeypatch.setenv(name, value)
        mailbox = account.mailbox(api_endpoint=None)
        (mail,) = drain(mailbox)[0]
        assert mailbox.save_draft(draft_for(), mail.ref).created
        mailbox.close()
        assert len(account.drafts()) == 1

    def test_an_authority_that_is_not_trusted_is_not_talked_to(
        self, account: MyWorldAccount, world: MyWorld, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("HTTPS_PROXY", world.proxy_variables()["HTTPS_PROXY"])
        mailbox = account.mailbox(api_endpoint=None)
        with pytest.raises(Refused, match="certificate of Gmail cannot be trusted: self-signed") as trouble:
            mailbox.fetch(None, SINCE)
        assert "SSL_CERT_FILE" in str(trouble.value.remedy)
        mailbox.close()
        assert not account.instance.calls
