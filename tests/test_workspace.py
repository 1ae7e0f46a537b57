"""A whole Google Workspace: a service account that acts for its users, and asks nobody for consent."""

import logging
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from service.errors import Refused, Unavailable
from service.providers.gmail import GmailMailbox
from tests.letters import SINCE, at, draft_for, drain, letter
from tests.servers.gmail import GmailServer
from tests.servers.gmail_account import GmailAccount
from tests.servers.google_consent import COMPOSE, READ
from tests.servers.workspace import ACCOUNT, AUDIENCE, Workspace


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with Workspace(tmp_path) as running:
        yield running


@pytest.fixture
def account(workspace: Workspace, tmp_path: Path) -> Iterator[GmailAccount]:
    with GmailServer().running() as server:
        server.consent.access_tokens = workspace.access_tokens.keys()  # type: ignore[assignment]  # a live view
        yield GmailAccount(server, tmp_path)


@pytest.fixture
def opened(workspace: Workspace, account: GmailAccount, tmp_path: Path) -> Iterator[Callable[..., GmailMailbox]]:
    made: list[GmailMailbox] = []

    def mailbox(key_file: Path | None = None, **changes: str) -> GmailMailbox:
        way = {"auth": "service-account", "client_secret_file": None, "token_uri": workspace.token_uri}
        settings = account.settings(**way, service_account_file=key_file or workspace.key_file(), **changes)
        made.append(GmailMailbox(settings, tmp_path / "no-token-file.json", timeout=5))
        return made[-1]

    yield mailbox
    for each in made:
        each.close()


def test_mail_is_read_and_a_draft_saved_without_anybody_s_consent(
    opened: Callable[..., GmailMailbox], account: GmailAccount
) -> None:
    account.deliver(letter(), at(60))
    mailbox = opened()
    (mail,) = drain(mailbox)[0]
    assert mailbox.save_draft(draft_for(), mail.ref).created
    assert len(account.drafts()) == 1
    assert mailbox.check()


def test_the_assertion_names_the_account_the_user_and_exactly_the_two_scopes(
    opened: Callable[..., GmailMailbox], workspace: Workspace
) -> None:
    opened().check()
    (claims,) = workspace.assertions
    assert (claims["iss"], claims["sub"], claims["aud"]) == (ACCOUNT, "jane@example.org", AUDIENCE)
    assert set(claims["scope"].split()) == {READ, COMPOSE}
    assert time.time() < claims["exp"] <= claims["iat"] + 3600


def test_the_subject_may_be_another_address_of_the_user_than_the_one_that_mail_comes_to(
    opened: Callable[..., GmailMailbox], workspace: Workspace, account: GmailAccount
) -> None:
    workspace.users = {"j.doe@example.org"}
    account.world.address = "j.doe@example.org"
    opened(subject="j.doe@example.org").check()
    assert workspace.assertions[0]["sub"] == "j.doe@example.org"


def test_one_token_serves_until_it_ends_and_one_that_is_refused_is_renewed(
    opened: Callable[..., GmailMailbox], workspace: Workspace
) -> None:
    mailbox = opened()
    mailbox.check()
    mailbox.fetch(None, SINCE)
    assert len(workspace.assertions) == 1
    workspace.access_tokens.clear()
    mailbox.fetch(None, SINCE)
    assert len(workspace.assertions) == 2


@pytest.mark.faults(18)
def test_an_account_that_the_administrator_did_not_allow_is_refused_with_the_scopes_to_allow(
    opened: Callable[..., GmailMailbox], workspace: Workspace
) -> None:
    workspace.allowed = {READ}
    with pytest.raises(Refused, match=r"may not act for jane@example\.org") as refusal:
        opened().check()
    assert f"{READ},{COMPOSE}" in refusal.value.remedy
    assert "Domain-wide delegation" in refusal.value.remedy


@pytest.mark.faults(18)
def test_a_user_whom_the_domain_does_not_have_is_refused(
    opened: Callable[..., GmailMailbox], workspace: Workspace
) -> None:
    workspace.users = set()
    with pytest.raises(Refused, match=r"no token for jane@example\.org") as refusal:
        opened().check()
    assert "user of the domain" in refusal.value.remedy


@pytest.mark.faults(18)
def test_a_token_that_gmail_does_not_take_points_to_the_administrator_and_to_no_login(
    opened: Callable[..., GmailMailbox], account: GmailAccount
) -> None:
    account.server.consent.access_tokens = set()
    with pytest.raises(Refused, match="does not take the token") as refusal:
        opened().check()
    assert "Admin console" in refusal.value.remedy
    assert "ajar login" not in refusal.value.remedy


@pytest.mark.faults(18)
def test_a_key_that_was_deleted_is_refused(opened: Callable[..., GmailMailbox], workspace: Workspace) -> None:
    with pytest.raises(Refused, match="key") as refusal:
        opened(workspace.key_file(forged=True)).check()
    assert "JSON key" in refusal.value.remedy


@pytest.mark.faults(18)
@pytest.mark.parametrize("status", [429, 500, 503])
def test_a_token_endpoint_in_trouble_is_unavailable_and_later_all_is_well(
    opened: Callable[..., GmailMailbox], workspace: Workspace, status: int
) -> None:
    mailbox = opened()
    workspace.status = status
    with pytest.raises(Unavailable):
        mailbox.check()
    workspace.status = 0
    assert mailbox.check()


@pytest.mark.parametrize(
    "content", ["", "[]", "{}", '{"client_email": "a", "token_uri": "b", "private_key": "secret"}']
)
def test_a_file_that_is_no_key_is_refused_and_never_quoted(
    opened: Callable[..., GmailMailbox], workspace: Workspace, content: str
) -> None:
    file = workspace.key_file()
    file.write_text(content)
    with pytest.raises(Refused, match="service account file") as refusal:
        opened(file).check()
    assert "secret" not in f"{refusal.value} {refusal.value.__cause__!r}"


@pytest.mark.faults(33)
def test_a_key_that_others_can_read_is_refused(opened: Callable[..., GmailMailbox], workspace: Workspace) -> None:
    file = workspace.key_file()
    file.chmod(0o644)
    with pytest.raises(Refused, match="Other users") as refusal:
        opened(file).check()
    assert "chmod 600" in refusal.value.remedy


def test_no_assertion_goes_in_the_clear_beyond_this_machine(account: GmailAccount, workspace: Workspace) -> None:
    file = workspace.key_file(token_uri="http://tokens.example/token")
    way = {"auth": "service-account", "client_secret_file": None, "service_account_file": file}
    mailbox = GmailMailbox(account.settings(**way), file, timeout=5)
    with pytest.raises(Refused, match="https"):
        mailbox.check()
    mailbox.close()


@pytest.mark.faults(33)
def test_neither_key_nor_token_is_in_a_log_an_error_or_a_repr(
    opened: Callable[..., GmailMailbox], workspace: Workspace, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    mailbox = opened()
    mailbox.check()
    workspace.allowed = set()
    workspace.access_tokens.clear()
    with pytest.raises(Refused) as refusal:
        mailbox.check()
    told = f"{caplog.text} {refusal.value!r} {refusal.value} {mailbox!r}"
    assert "delegated-" not in told
    assert "PRIVATE KEY" not in told
    assert "assertion" not in told
