"""`ajar login NAME`: the browser, the consent page, the token file; nothing is kept unless all is well."""

import json
import os
import stat
import sys
import threading
import urllib.error
import urllib.request
import webbrowser
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from service.errors import Refused, Unavailable
from service.login import login
from service.providers.gmail import GmailMailbox
from tests.letters import SINCE, at, letter
from tests.servers.gmail import Fault, GmailServer, free_port
from tests.servers.gmail_account import GmailAccount
from tests.servers.google_consent import COMPOSE, READ


@pytest.fixture
def server() -> Iterator[GmailServer]:
    with GmailServer().running() as running:
        yield running


@pytest.fixture
def account(server: GmailServer, tmp_path: Path) -> GmailAccount:
    return GmailAccount(server, tmp_path)


@pytest.fixture
def token_file(tmp_path: Path) -> Path:
    return tmp_path / "state" / "jane.json"


def visit(address: str) -> None:
    """Open an address and follow where it leads, as a browser does."""
    urllib.request.urlopen(address, timeout=10).close()  # noqa: S310 - an address of this test's own


def log_in(
    account: GmailAccount, token_file: Path, browser: Callable[[str], object] = visit, **more: float
) -> list[str]:
    shown: list[str] = []
    login(account.settings(), token_file, open_browser=browser, show=shown.append, **more)
    return shown


def test_a_login_gives_a_token_file_with_which_the_mailbox_opens(account: GmailAccount, token_file: Path) -> None:
    log_in(account, token_file)
    account.deliver(letter(), at(60))
    mailbox = GmailMailbox(account.settings(), token_file, timeout=5)
    assert len(mailbox.fetch(None, SINCE).mails) == 1
    mailbox.close()


@pytest.mark.faults(33)
def test_the_token_file_is_for_its_owner_only_and_holds_what_is_promised(
    account: GmailAccount, token_file: Path
) -> None:
    log_in(account, token_file)
    assert stat.S_IMODE(token_file.stat().st_mode) == 0o600
    assert stat.S_IMODE(token_file.parent.stat().st_mode) == 0o700
    held = json.loads(token_file.read_text())
    assert held.keys() >= {"token", "refresh_token", "token_uri", "client_id", "client_secret", "scopes"}
    assert held["token_uri"] == f"{account.server.url}token"
    assert held["refresh_token"] in account.server.consent.refresh_tokens
    assert list(token_file.parent.iterdir()) == [token_file]


def test_exactly_the_two_scopes_are_asked_for_with_pkce_on_a_port_of_this_machine(
    account: GmailAccount, token_file: Path
) -> None:
    log_in(account, token_file)
    (page,) = account.server.consent.pages
    assert set(page["scope"].split()) == {READ, COMPOSE}
    assert page["code_challenge_method"] == "S256"
    assert page["access_type"] == "offline"
    assert urlsplit(page["redirect_uri"]).hostname == "127.0.0.1"


def test_the_address_is_shown_so_that_no_browser_is_needed(account: GmailAccount, token_file: Path) -> None:
    def none_here(_: str) -> None:
        raise webbrowser.Error("could not locate runnable browser")

    shown: list[str] = []

    def show(line: str) -> None:
        shown.append(line)
        threading.Thread(target=visit, args=(line.rpartition(" ")[2],)).start()  # the user, on another screen

    login(account.settings(), token_file, open_browser=none_here, show=show)
    assert token_file.exists()
    assert f"{account.server.url}auth?" in shown[0]


def test_the_program_in_browser_is_opened_even_if_it_does_not_return_before_the_answer(
    account: GmailAccount, token_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "browser"
    program.write_text(f"#!{sys.executable}\nimport sys, urllib.request\nurllib.request.urlopen(sys.argv[1]).close()\n")
    program.chmod(0o755)
    monkeypatch.setenv("BROWSER", str(program))
    monkeypatch.setattr(webbrowser, "_tryorder", None)  # the list is made once for each process
    log_in(account, token_file, webbrowser.open)
    assert token_file.exists()


@pytest.mark.faults(18)
@pytest.mark.parametrize("ticked", [(READ,), (COMPOSE,), ()])
def test_a_permission_left_unticked_is_refused_and_nothing_is_kept(
    account: GmailAccount, token_file: Path, ticked: tuple[str, ...]
) -> None:
    account.server.consent.granted = ticked or ("openid",)
    with pytest.raises(Refused, match="unticked") as refusal:
        log_in(account, token_file)
    assert all(scope.rpartition("/")[2] in refusal.value.sentence for scope in {READ, COMPOSE} - set(ticked))
    assert not token_file.exists()


def test_more_permissions_than_asked_for_do_no_harm(account: GmailAccount, token_file: Path) -> None:
    account.server.consent.granted = (READ, COMPOSE, "openid")
    log_in(account, token_file)
    assert token_file.exists()


def test_a_user_who_says_no_is_told_so(account: GmailAccount, token_file: Path) -> None:
    account.server.consent.granted = None
    with pytest.raises(Refused, match="not given"):
        log_in(account, token_file)
    assert not token_file.exists()


def test_another_account_than_the_mailbox_s_is_refused_and_the_old_token_stays(
    account: GmailAccount, token_file: Path
) -> None:
    log_in(account, token_file)
    before = token_file.read_bytes()
    account.world.address = "june@example.org"
    with pytest.raises(Refused, match=r"june@example\.org, not for jane@example\.org"):
        log_in(account, token_file)
    assert token_file.read_bytes() == before
    assert list(token_file.parent.iterdir()) == [token_file]


def test_what_a_browser_asks_beside_the_answer_is_no_answer(account: GmailAccount, token_file: Path) -> None:
    def curious(address: str) -> None:
        here = parse_qs(urlsplit(address).query)["redirect_uri"][0]
        for beside in ("favicon.ico", "?state=somebody-else-s&code=stolen"):
            try:
                visit(here + beside)
            except urllib.error.HTTPError as error:
                error.close()
        visit(address)

    log_in(account, token_file, curious)
    assert token_file.exists()


def test_nobody_answering_is_unavailable_after_a_while(account: GmailAccount, token_file: Path) -> None:
    with pytest.raises(Unavailable, match="in time"):
        log_in(account, token_file, lambda _: None, patience=0.1)


@pytest.mark.faults(18)
def test_a_token_endpoint_that_fails_is_unavailable(account: GmailAccount, token_file: Path) -> None:
    account.server.faults["token", 1] = Fault(status=0)
    with pytest.raises(Unavailable):
        log_in(account, token_file)
    assert not token_file.exists()


@pytest.mark.parametrize(
    "content",
    ["", "[]", '{"web": {"client_id": "x"}}', '{"installed": {"client_id": "x"}}'],
)
def test_a_client_file_of_another_kind_is_refused_with_a_remedy(
    account: GmailAccount, token_file: Path, content: str
) -> None:
    settings = account.settings()
    assert settings.client_secret_file is not None
    settings.client_secret_file.write_text(content)
    with pytest.raises(Refused) as refusal:
        login(settings, token_file, open_browser=visit, show=print)
    assert "Desktop app" in refusal.value.remedy


def test_no_secret_goes_in_the_clear_beyond_this_machine(account: GmailAccount, token_file: Path) -> None:
    settings = account.settings()
    assert settings.client_secret_file is not None
    held = json.loads(settings.client_secret_file.read_text())
    held["installed"]["token_uri"] = "http://tokens.example/token"
    settings.client_secret_file.write_text(json.dumps(held))
    with pytest.raises(Refused, match="https"):
        login(settings, token_file, open_browser=visit, show=print)


def test_the_environment_is_left_as_it_was(account: GmailAccount, token_file: Path) -> None:
    before = dict(os.environ)
    log_in(account, token_file)
    assert dict(os.environ) == before


@pytest.mark.faults(33)
def test_no_secret_is_shown(account: GmailAccount, token_file: Path) -> None:
    shown = " ".join(log_in(account, token_file))
    held = json.loads(token_file.read_text())
    assert not any(held[key] in shown for key in ("token", "refresh_token", "client_secret"))


def test_a_google_out_of_reach_is_unavailable(account: GmailAccount, token_file: Path) -> None:
    with pytest.raises(Unavailable):
        login(
            account.settings(api_endpoint=f"http://127.0.0.1:{free_port()}/"),
            token_file,
            open_browser=visit,
            show=print,
        )
    assert not token_file.exists()
