"""Nothing but reads and one draft leaves for Gmail, and the server of these tests is like the real one."""

import json
import re
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from googleapiclient import discovery_cache

from service.mailbox import MessageRef
from service.providers.gmail import GmailMailbox
from service.providers.gmail_transport import ALLOWED, permit
from service.providers.google_endpoint import NotAllowed
from tests.letters import SINCE, draft_for, drain, letter, subjects
from tests.servers.gmail import HISTORY_TYPES, ROUTES, pattern_of
from tests.servers.gmail_account import GmailAccount

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
