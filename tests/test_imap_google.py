"""Gmail over IMAP with OAuth: Google's consent page, the one permission that IMAP needs, XOAUTH2; on Dovecot."""

import json
import stat
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from config.schema import Imap
from service.errors import Refused, Unavailable
from service.login_imap import login_imap
from service.providers import open_mailbox
from service.providers.google_credentials import GoogleCredentials
from service.providers.google_endpoint import NotAllowed, TokenEndpoint
from service.providers.http_wire import Wire
from tests.letters import SINCE, at, letter
from tests.servers import dovecot
from tests.servers.dovecot import PASSWORD, Dovecot, Variant
from tests.servers.gmail import Fault, GmailServer
from tests.servers.google_consent import CLIENT_ID, CLIENT_SECRET, READ
from tests.servers.imap_account import ImapAccount, settings
from tests.servers.introspection import Introspection

pytestmark = pytest.mark.skipif(
    not dovecot.is_installed(), reason="access tokens are tried on Dovecot, which is not installed on this machine"
)
USER = "jane@example.org"
WHOLE_MAILBOX = "https://mail.google.com/"


class Scene:
    """Google's consent page and token endpoint, an IMAP server that asks them, and what Ajar is given."""

    def __init__(self, google: GmailServer, server: Dovecot, folder: Path) -> None:
        self.google = google
        self.token_file = folder / "tokens" / "jane.json"
        client = folder / "client_secret.json"
        uris = {"auth_uri": f"{google.url}auth", "token_uri": f"{google.url}token"}
        client.write_text(json.dumps({"installed": {"client_id": CLIENT_ID, "client_secret": CLIENT_SECRET, **uris}}))
        table = settings(server.port, USER).model_dump(exclude_none=True, exclude={"password_env"})
        self.settings = Imap.model_validate(table | {"oauth": "google", "client_secret_file": client})

    def log_in(self) -> list[str]:
        shown: list[str] = []
        login_imap(self.settings, self.token_file, open_browser=_visit, show=shown.append)
        return shown

    def fetch(self) -> int:
        mailbox = open_mailbox(self.settings, "jane", self.token_file)
        try:
            return len(mailbox.fetch(None, SINCE).mails)
        finally:
            mailbox.close()

    def expire(self) -> None:
        """Let the access token on the disk have ended."""
        held = json.loads(self.token_file.read_text())
        self.token_file.write_text(json.dumps(held | {"expiry": "2020-01-01T00:00:00Z"}))


def _visit(address: str) -> None:
    urllib.request.urlopen(address, timeout=10).close()  # noqa: S310 - an address of this test's own


@pytest.fixture(scope="module")
def world() -> Iterator[tuple[GmailServer, Dovecot]]:
    with (
        GmailServer().running() as google,
        Introspection(lambda token: USER if token in google.consent.access_tokens else None) as judge,
        Dovecot.anywhere(Variant(introspection=judge.url)) as server,
    ):
        account = ImapAccount(server.port, USER, PASSWORD)
        account.empty()
        account.deliver(letter(), at(60))
        account.leave()
        yield google, server


@pytest.fixture
def scene(world: tuple[GmailServer, Dovecot], tmp_path: Path) -> Scene:
    google, server = world
    google.begin_anew()
    google.consent.granted = (WHOLE_MAILBOX,)
    return Scene(google, server, tmp_path)


def test_a_login_gives_tokens_that_open_the_mailbox(scene: Scene) -> None:
    scene.log_in()
    assert scene.fetch() == 1
    assert stat.S_IMODE(scene.token_file.stat().st_mode) == 0o600


def test_the_one_scope_of_imap_is_asked_for_and_the_user_is_told_that_it_allows_more(scene: Scene) -> None:
    shown = scene.log_in()
    assert scene.google.consent.pages[-1]["scope"] == WHOLE_MAILBOX
    assert "send and delete" in shown[0]
    assert 'provider = "gmail"' in shown[0]


@pytest.mark.faults(18)
def test_a_smaller_permission_than_imap_needs_is_refused_and_nothing_is_kept(scene: Scene) -> None:
    scene.google.consent.granted = (READ,)
    with pytest.raises(Refused, match=r"mail\.google\.com"):
        scene.log_in()
    assert not scene.token_file.exists()


@pytest.mark.faults(18)
def test_a_token_that_has_ended_is_renewed_and_the_rotated_one_kept(scene: Scene) -> None:
    scene.log_in()
    scene.google.consent.rotates = True
    scene.expire()
    assert scene.fetch() == 1
    assert json.loads(scene.token_file.read_text())["refresh_token"] in scene.google.consent.refresh_tokens


@pytest.mark.faults(18)
def test_a_token_that_is_refused_before_its_time_is_renewed_once(scene: Scene) -> None:
    scene.log_in()
    scene.google.consent.access_tokens = set()
    asked = scene.google.asked("token")
    assert scene.fetch() == 1
    assert scene.google.asked("token") == asked + 1


@pytest.mark.faults(18)
def test_a_consent_that_was_revoked_is_refused_and_the_remedy_is_to_log_in_again(scene: Scene) -> None:
    scene.log_in()
    scene.expire()
    scene.google.consent.refresh_tokens = set()
    with pytest.raises(Refused, match="has ended") as refusal:
        scene.fetch()
    assert "ajar login" in refusal.value.remedy


@pytest.mark.faults(18)
@pytest.mark.parametrize("status", [0, 429, 503])
def test_a_token_endpoint_in_trouble_is_unavailable_and_nothing_is_lost(scene: Scene, status: int) -> None:
    scene.log_in()
    scene.expire()
    scene.google.faults["token", scene.google.asked("token") + 1] = Fault(status=status)
    with pytest.raises(Unavailable):
        scene.fetch()
    assert scene.fetch() == 1


@pytest.mark.faults(32)
@pytest.mark.parametrize(
    ("method", "path"), [("GET", "token"), ("POST", "gmail/v1/users/me/messages/send"), ("DELETE", "token")]
)
def test_a_token_is_all_that_can_be_asked_of_google_over_http(scene: Scene, method: str, path: str) -> None:
    scene.log_in()
    asked = len(scene.google.requests)
    endpoint = TokenEndpoint(Wire(), GoogleCredentials(scene.token_file), 5)
    with pytest.raises(NotAllowed):
        endpoint(f"{scene.google.url}{path}", method, b"", {})
    assert len(scene.google.requests) == asked


@pytest.mark.parametrize(
    ("way", "absent"),
    [
        ({"password_env": "X"}, {"msal", "google", "requests"}),
        ({"oauth": "microsoft", "client_id": "c"}, {"google"}),
        ({"oauth": "google", "client_secret_file": "c.json"}, {"msal"}),
    ],
    ids=["password", "microsoft", "google"],
)
def test_a_mailbox_loads_the_libraries_of_its_own_way_in_only(way: dict[str, str], absent: set[str]) -> None:
    table = {"provider": "imap", "address": USER, "name": "Jane", "host": "imap.example.org", **way}
    program = (
        "import pathlib, sys\nfrom config.schema import Imap\nfrom service.providers import open_mailbox\n"
        f"open_mailbox(Imap.model_validate({table!r}), 'jane', pathlib.Path('t.json'))\n"
        f"print(*({absent!r} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.split() == []
