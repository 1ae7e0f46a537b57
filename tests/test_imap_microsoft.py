"""Outlook.com and Office 365: a code for the user to type in, tokens that rotate, XOAUTH2; on Dovecot."""

import json
import logging
import socket
import stat
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from config.schema import Imap
from service.errors import AjarError, Refused, Unavailable
from service.login_microsoft import login_microsoft
from service.providers import open_mailbox, token_file
from service.providers.imap_tokens import tokens_of
from service.providers.token_file import TokenFile
from tests.letters import SINCE, at, letter
from tests.servers import dovecot
from tests.servers.dovecot import PASSWORD, Dovecot, Variant
from tests.servers.imap_account import ImapAccount, settings
from tests.servers.introspection import Introspection
from tests.servers.microsoft import CLIENT_ID, IMAP, Fault, Microsoft
from tests.servers.ports import free_port
from tests.workplace import PATIENCE, Workplace

pytestmark = pytest.mark.skipif(
    not dovecot.is_installed(), reason="access tokens are tried on Dovecot, which is not installed on this machine"
)
USER = "jane@example.org"


class Scene:
    """Microsoft's sign-in service, an IMAP server that asks it, and what Ajar is given."""

    def __init__(self, microsoft: Microsoft, server: Dovecot, folder: Path) -> None:
        self.microsoft = microsoft
        self.server = server
        self.token_file = folder / "tokens" / "jane.json"

    def settings(self, port: int | None = None, /, **changes: str) -> Imap:
        way = {"oauth": "microsoft", "client_id": CLIENT_ID, "authority": self.microsoft.authority}
        table = settings(port or self.server.port, USER).model_dump(exclude_none=True, exclude={"password_env"})
        return Imap.model_validate(table | way | changes)

    def log_in(self, patience: float = 20, **changes: str) -> tuple[list[str], list[float]]:
        shown: list[str] = []
        pauses: list[float] = []

        def pause(seconds: float) -> None:
            pauses.append(seconds)
            time.sleep(0.05 if seconds == 1 else seconds)

        login_microsoft(self.settings(**changes), self.token_file, show=shown.append, patience=patience, pause=pause)
        return shown, pauses

    def fetch(self, port: int | None = None) -> int:
        mailbox = open_mailbox(self.settings(port), "jane", self.token_file)
        try:
            return len(mailbox.fetch(None, SINCE).mails)
        finally:
            mailbox.close()

    def held(self) -> dict[str, Any]:
        held: dict[str, Any] = json.loads(self.token_file.read_text())
        return held

    def age(self, left: timedelta) -> None:
        """Let the access token on the disk end in so long."""
        TokenFile(self.token_file).write(self.held() | {"expiry": (datetime.now(UTC) + left).isoformat()})

    def configure(self, workplace: Workplace, port: int) -> None:
        """Write the mailbox file of a user whose mail server listens here, and hand over the tokens that there are."""
        table = self.settings(port).model_dump(mode="json", exclude_unset=True)
        lines = [f"{key} = {json.dumps(value)}" for key, value in table.items()]
        workplace.mailbox("jane", "\n".join(["[mailbox]", *lines]))
        workplace.environment["SSL_CERT_FILE"] = str(self.microsoft.ca_file)
        if self.token_file.exists():
            TokenFile(workplace.state / "tokens" / "jane.json").write(self.held())

    def spoil(self, fault: Fault, name: str = "token") -> None:
        self.microsoft.faults[name, self.microsoft.calls[name] + 1] = fault


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Microsoft, Dovecot]]:
    with (
        Microsoft(tmp_path_factory.mktemp("microsoft")) as microsoft,
        Introspection(microsoft.owner) as judge,
        Dovecot.anywhere(Variant(introspection=judge.url)) as server,
    ):
        account = ImapAccount(server.port, USER, PASSWORD)
        account.empty()
        account.deliver(letter(), at(60))
        account.leave()
        yield microsoft, server


@pytest.fixture
def scene(world: tuple[Microsoft, Dovecot], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Scene]:
    microsoft, server = world
    monkeypatch.setenv("SSL_CERT_FILE", str(microsoft.ca_file))
    for overruling in ("REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE"):  # requests heeds them first
        monkeypatch.delenv(overruling, raising=False)
    microsoft.begin_anew()
    yield Scene(microsoft, server, tmp_path)
    microsoft.begin_anew()


# -- ajar login ----------------------------------------------------------------------------------------------------


def test_a_login_shows_an_address_and_a_code_and_gives_tokens_that_open_the_mailbox(scene: Scene) -> None:
    shown, _ = scene.log_in()
    assert "https://microsoft.example/devicelogin" in shown[0]
    assert "ABCD1234" in shown[0]
    assert USER in shown[1]
    assert scene.fetch() == 1


@pytest.mark.faults(33)
def test_the_token_file_is_for_its_owner_only_and_no_token_is_shown(scene: Scene) -> None:
    shown, _ = scene.log_in()
    assert stat.S_IMODE(scene.token_file.stat().st_mode) == 0o600
    assert stat.S_IMODE(scene.token_file.parent.stat().st_mode) == 0o700
    assert list(scene.token_file.parent.iterdir()) == [scene.token_file]
    assert scene.held()["refresh_token"] in scene.microsoft.refresh_tokens
    assert not any(scene.held()[key] in " ".join(shown) for key in ("token", "refresh_token"))


def test_no_more_is_asked_for_than_imap_and_to_stay_signed_in(scene: Scene) -> None:
    scene.log_in()
    asked = {scope for name, form in scene.microsoft.forms if name == "devicecode" for scope in form["scope"].split()}
    assert asked == {IMAP, "offline_access", "openid", "profile"}


def test_a_user_who_takes_time_is_waited_for_and_more_slowly_when_asked_to(scene: Scene) -> None:
    scene.microsoft.answers = ["authorization_pending", "slow_down", ""]
    assert scene.log_in()[1] == [1, 1, 6]


@pytest.mark.faults(18)
@pytest.mark.parametrize("fault", [Fault(0), Fault(503), Fault(429), Fault(200, b"not json")], ids=str)
def test_an_answer_that_is_lost_while_the_user_types_ends_nothing(scene: Scene, fault: Fault) -> None:
    scene.spoil(fault)
    scene.log_in()
    assert scene.fetch() == 1


@pytest.mark.parametrize(
    ("answer", "kind", "words"),
    [
        ("authorization_declined", Refused, "not given"),
        ("expired_token", Unavailable, "in time"),
        ("authorization_pending", Unavailable, "in time"),
    ],
)
def test_without_consent_nothing_is_kept(scene: Scene, answer: str, kind: type[AjarError], words: str) -> None:
    scene.microsoft.answers = [answer]
    with pytest.raises(kind, match=words) as error:
        scene.log_in(patience=0.3)
    assert "ajar login" in error.value.remedy
    assert not scene.token_file.exists()


def test_another_account_than_the_mailbox_s_is_refused_and_the_old_tokens_stay(scene: Scene) -> None:
    scene.log_in()
    before = scene.token_file.read_bytes()
    scene.microsoft.user = "june@example.org"
    with pytest.raises(Refused, match="refuses the login") as refusal:
        scene.log_in()
    assert USER in refusal.value.remedy
    assert scene.token_file.read_bytes() == before
    assert list(scene.token_file.parent.iterdir()) == [scene.token_file]


def test_an_application_that_microsoft_does_not_know_is_refused_with_what_to_look_at(scene: Scene) -> None:
    with pytest.raises(Refused, match="application") as refusal:
        scene.log_in(client_id="another")
    assert "public client flows" in refusal.value.remedy


def test_a_tenant_that_is_not_there_is_refused_and_the_key_named(scene: Scene) -> None:
    with pytest.raises(Refused, match="no such authority") as refusal:
        scene.log_in(authority=f"{scene.microsoft.base}/nowhere.example")
    assert "authority" in refusal.value.remedy


def test_no_token_is_sent_to_another_host_than_the_authority_s(scene: Scene) -> None:
    scene.log_in()
    scene.age(timedelta())
    scene.microsoft.elsewhere = f"https://127.0.0.1:{scene.microsoft.base.rpartition(':')[2]}"
    posted = len(scene.microsoft.forms)
    with pytest.raises(Refused, match="another host"):
        scene.fetch()
    assert {name for name, _ in scene.microsoft.forms[posted:]} == {"openid-configuration"}


# -- tokens that end -----------------------------------------------------------------------------------------------


def test_no_token_file_means_that_the_user_has_not_logged_in(scene: Scene) -> None:
    with pytest.raises(Refused, match="no consent yet") as refusal:
        scene.fetch()
    assert "ajar login" in refusal.value.remedy


def test_a_good_token_is_used_as_long_as_it_lasts(scene: Scene) -> None:
    scene.log_in()
    asked = scene.microsoft.calls["token"]
    assert [scene.fetch(), scene.fetch()] == [1, 1]
    assert scene.microsoft.calls["token"] == asked


@pytest.mark.faults(18)
@pytest.mark.parametrize("left", [timedelta(minutes=2), timedelta(days=-30)], ids=["soon", "long ago"])
def test_a_token_is_renewed_before_it_ends_and_the_rotated_one_kept(scene: Scene, left: timedelta) -> None:
    scene.log_in()
    before = scene.held()
    scene.age(left)
    assert scene.fetch() == 1
    assert scene.held()["refresh_token"] in scene.microsoft.refresh_tokens
    assert scene.held()["refresh_token"] != before["refresh_token"]
    assert stat.S_IMODE(scene.token_file.stat().st_mode) == 0o600


@pytest.mark.faults(18)
def test_a_token_that_is_refused_before_its_time_is_renewed_once(scene: Scene) -> None:
    scene.log_in()
    scene.microsoft.access_tokens.clear()
    asked = scene.microsoft.calls["token"]
    assert scene.fetch() == 1
    assert scene.microsoft.calls["token"] == asked + 1


@pytest.mark.faults(17, 18)
def test_a_server_that_refuses_the_new_token_too_is_not_asked_for_ever(scene: Scene) -> None:
    scene.log_in()
    scene.microsoft.user = "june@example.org"
    scene.microsoft.access_tokens.clear()
    asked = scene.microsoft.calls["token"]
    with pytest.raises(Refused, match="refuses the login") as refusal:
        scene.fetch()
    assert "ajar login" in refusal.value.remedy
    assert scene.microsoft.calls["token"] == asked + 1


@pytest.mark.faults(18)
def test_a_consent_that_was_revoked_is_refused_and_the_remedy_is_to_log_in_again(scene: Scene) -> None:
    scene.log_in()
    scene.age(timedelta())
    scene.microsoft.refresh_tokens.clear()
    with pytest.raises(Refused, match="has ended") as refusal:
        scene.fetch()
    assert "ajar login" in refusal.value.remedy
    scene.log_in()
    assert scene.fetch() == 1


@pytest.mark.faults(18)
@pytest.mark.parametrize("name", ["token", "openid-configuration"])
@pytest.mark.parametrize(
    "fault",
    [Fault(0), Fault(503), Fault(500, b"<html>"), Fault(200, b"[]"), Fault(200, b"{}"), Fault(404, b"<p>")],
    ids=str,
)
def test_a_sign_in_service_in_trouble_is_unavailable_and_nothing_is_lost(scene: Scene, name: str, fault: Fault) -> None:
    scene.log_in()
    scene.age(timedelta())
    scene.spoil(fault, name)
    with pytest.raises(Unavailable):
        scene.fetch()
    assert scene.fetch() == 1


@pytest.mark.faults(18)
def test_how_long_to_wait_is_taken_from_the_server(scene: Scene) -> None:
    scene.log_in()
    scene.age(timedelta())
    scene.spoil(Fault(429, headers={"Retry-After": "77"}))
    with pytest.raises(Unavailable) as error:
        scene.fetch()
    assert error.value.retry_after == 77


@pytest.mark.faults(18)
def test_a_rotated_token_is_on_the_disk_before_it_is_used(scene: Scene) -> None:
    scene.log_in()
    scene.age(timedelta())
    with pytest.raises(Unavailable):
        scene.fetch(port=free_port())  # the mail server is away, but the old refresh token has ended
    assert scene.held()["refresh_token"] in scene.microsoft.refresh_tokens
    assert scene.fetch() == 1


@pytest.mark.faults(18)
def test_a_process_killed_right_after_the_renewal_has_kept_the_new_token(scene: Scene, workplace: Workplace) -> None:
    scene.log_in()
    scene.age(timedelta())
    before = scene.held()["refresh_token"]
    with socket.create_server(("127.0.0.1", 0)) as silent:
        silent.settimeout(PATIENCE)
        scene.configure(workplace, silent.getsockname()[1])
        with workplace.daemon("once") as once, silent.accept()[0]:  # it comes with the new token, and gets no greeting
            once.kill()
            once.wait()
    (kept,) = (workplace.state / "tokens").iterdir()  # and nothing half written beside it
    scene.token_file.write_bytes(kept.read_bytes())
    assert scene.held()["refresh_token"] != before
    assert scene.microsoft.refresh_tokens == {scene.held()["refresh_token"]}
    asked = scene.microsoft.calls["token"]
    assert scene.fetch() == 1
    assert scene.microsoft.calls["token"] == asked


@pytest.mark.faults(8, 18)
def test_two_that_renew_at_once_ask_once_and_both_go_on(scene: Scene) -> None:
    scene.log_in()
    scene.age(timedelta())
    asked = scene.microsoft.calls["token"]
    sources = [tokens_of(scene.settings(), scene.token_file) for _ in range(4)]
    with ThreadPoolExecutor(4) as pool:
        got = list(pool.map(lambda source: source.current(), sources))
    assert got == [scene.held()["token"]] * 4
    assert scene.microsoft.calls["token"] == asked + 1


def test_a_process_that_never_lets_go_of_the_token_file_is_not_waited_for_for_ever(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(token_file, "PATIENCE", 0.2)
    scene.log_in()
    scene.age(timedelta())
    with TokenFile(scene.token_file).locked(), pytest.raises(Unavailable, match="holds the token file"):
        scene.fetch()


@pytest.mark.faults(33)
def test_a_token_file_that_others_can_read_is_refused(scene: Scene) -> None:
    scene.log_in()
    scene.token_file.chmod(0o640)
    with pytest.raises(Refused, match="other users") as refusal:
        scene.fetch()
    assert "chmod 600" in refusal.value.remedy


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"token": "a", "refresh_token": "b", "expiry": 3}'])
def test_a_token_file_of_another_kind_is_refused(scene: Scene, content: str) -> None:
    scene.token_file.parent.mkdir()
    scene.token_file.touch(0o600)
    scene.token_file.write_text(content)
    with pytest.raises(Refused, match="cannot be read"):
        scene.fetch()


@pytest.mark.faults(33)
def test_no_token_is_in_a_log_an_error_or_a_repr(scene: Scene, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    scene.log_in()
    scene.age(timedelta())
    scene.fetch()
    scene.microsoft.refresh_tokens.clear()
    scene.age(timedelta())
    with pytest.raises(Refused) as refusal:
        scene.fetch()
    told = f"{caplog.text} {refusal.value!r} {refusal.value} {refusal.value.__cause__!r}"
    assert "ms-access" not in told
    assert "ms-refresh" not in told


# -- the command ---------------------------------------------------------------------------------------------------


def test_ajar_login_does_it_all_and_ajar_check_finds_the_mailbox_open(scene: Scene, workplace: Workplace) -> None:
    scene.configure(workplace, scene.server.port)
    done = workplace.ajar("login", "jane")
    assert done.returncode == 0, done.stderr
    assert "ABCD1234" in done.stderr
    assert "ABCD1234" not in done.stdout
    assert (workplace.state / "tokens" / "jane.json").exists()
    assert f"as {USER}" in workplace.ajar("check").stdout
