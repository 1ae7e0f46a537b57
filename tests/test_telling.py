"""Being told: once for each event, by Apprise over a real receiver, without a word of a mail; and never by mail."""

import inspect
import re
import socket
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from apprise.manager_plugins import NotificationManager
from structlog.testing import capture_logs

from classifier.message import Address
from classifier.reading import Label, Verdict
from config.load import load
from config.problems import ConfigError
from config.schema import Notify
from config.values import MAIL_SERVICES
from replies.decision import Policy, Recipient, RecipientKind, Reply, ReplyKind, Skip, SkipReason
from service import telling as module
from service.account import Account, Tools
from service.database import Database
from service.errors import Refused, Unavailable
from service.ledger import Ledger
from service.mailbox import Mailbox
from service.records import Outcome
from service.telling import not_understood, telling
from tests.maildir_account import MaildirAccount
from tests.main_job import REJECTION, mail
from tests.servers.receiver import Receiver
from tests.test_ledger import an_outcome
from tests.workplace import Workplace

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)  # a Friday
DAY = timedelta(days=1)
UNSURE = Skip(SkipReason.UNSURE)


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    with Receiver().running() as receiver:
        yield receiver


class Jane:
    """One mailbox that is told of, and what happens in it."""

    def __init__(self, url: str, *urls: str, **wishes: object) -> None:
        self._url = url
        self.now = NOW
        self.stopping = False
        self.account = Account(
            "jane",
            Policy("jane@example.org", "Jane Doe"),
            poll_every=timedelta(minutes=5),
            look_back=DAY,
            settle=DAY,
            open=self._closed,
            notify=Notify.model_validate({"urls": urls, **wishes}),
        )
        self.start()

    def wants(self, *urls: str, **wishes: object) -> None:
        """Let Jane want to be told otherwise."""
        notify = Notify.model_validate({"urls": urls, **wishes})
        self.account = replace(self.account, notify=notify)

    def start(self) -> None:
        """Start Ajar, again: another process on the same ledger."""
        self.database = Database(self._url)
        self.ledger = Ledger(self.database)
        self.ledger.register("jane", self.now)

    @staticmethod
    def _closed() -> Mailbox:
        raise Unavailable("Nobody opens it here.")

    @staticmethod
    def _reads_nothing(_: object) -> list[Verdict]:
        return []

    def sweep(self, *outcomes: Outcome, error: Exception | None = None) -> None:
        """Sweep: these mails come in."""
        tools = Tools(self.ledger, self._reads_nothing, lambda: self.now, lambda: self.stopping)
        with telling(self.account, tools):
            self.ledger.record("jane", outcomes, None, self.now)
            if error is not None:
                raise error
            self.ledger.succeeded("jane", self.now)

    def draft(self, number: int) -> None:
        """Note that the reply with that number is in the mailbox."""
        self.ledger.mark_drafted(number, "Drafts/1/7", self.now)


@pytest.fixture
def jane(receiver: Receiver, tmp_path: Path) -> Iterator[Jane]:
    jane = Jane(f"sqlite:///{tmp_path / 'ledger.sqlite3'}", receiver.url)
    yield jane
    jane.database.close()


def unsure(number: int, **more: object) -> Outcome:
    return an_outcome(number, UNSURE, label=Label.OTHER, unsure=True, **more)


def test_a_draft_is_told_once_also_after_a_restart(jane: Jane, receiver: Receiver) -> None:
    jane.sweep(an_outcome(1))
    assert receiver.notices == []
    jane.draft(1)
    for _ in range(2):
        jane.sweep()
        jane.database.close()
        jane.start()
    assert receiver.notices == [("Ajar: jane", "A draft is ready.")]


def test_a_note_that_the_user_has_to_finish_is_told_as_such(jane: Jane, receiver: Receiver) -> None:
    note = Reply(ReplyKind.RECONNECT, NOW, Recipient(RecipientKind.PERSON, Address("", "maya@acme.example"), ""))
    jane.sweep(an_outcome(1, note, label=Label.ACKNOWLEDGEMENT))
    jane.draft(1)
    jane.sweep()
    jane.ledger.drafts.stands(1, NOW, [])  # the user has filled everything in: that is no news
    jane.sweep()
    (told,) = receiver.messages
    assert told == "A note to somebody you know is ready, with blanks for you to fill in. `ajar pending` lists them."


def test_a_mail_that_may_be_a_second_one_is_told_for_the_user_has_to_say(jane: Jane, receiver: Receiver) -> None:
    jane.sweep()
    jane.sweep(an_outcome(1, Skip(SkipReason.POSSIBLE_DUPLICATE)))
    assert receiver.messages == ["A mail may be about a rejection that is answered already. `ajar pending` shows it."]


def test_what_needs_the_user_is_told_in_one_notice(jane: Jane, receiver: Receiver) -> None:
    again = an_outcome(4, Skip(SkipReason.WITHIN_HOLD_OFF), label=Label.ACKNOWLEDGEMENT)
    jane.sweep()
    jane.ledger.record("jane", [an_outcome(1)], None, NOW)
    jane.ledger.park(1, "The Drafts folder is full.", NOW + DAY, NOW)
    jane.sweep(unsure(2), unsure(3), again)
    (told,) = receiver.messages
    assert told.splitlines() == [
        "2 mails may be rejections. `ajar pending` shows it.",
        "A draft could not be saved. `ajar pending` says why.",
        "You applied again to a company that rejected you not long ago. `ajar history` shows it.",
    ]


def test_no_company_is_told_unless_the_user_asked_for_it(jane: Jane, receiver: Receiver) -> None:
    jane.sweep(unsure(1, company="Zephyrglass", role="Glazier"))
    assert "Zephyrglass" not in str(receiver.notices)
    jane.wants(receiver.url, detail=True)
    jane.sweep(unsure(2, company="Zephyr\x1bglass", role="Glazier"), unsure(3, company="X" * 500), unsure(4))
    (_, told) = receiver.messages
    assert told.startswith(f"3 mails may be rejections: Zephyr glass (Glazier), {'X' * 60}, Acme. ")


def test_what_was_so_before_the_user_wanted_to_be_told_is_not_told(jane: Jane, receiver: Receiver) -> None:
    jane.ledger.record("jane", [an_outcome(1), unsure(2)], None, NOW)
    jane.draft(1)
    jane.sweep(unsure(3))
    assert receiver.messages == ["A mail may be a rejection. `ajar pending` shows it."]


def test_a_refused_login_is_told_once_until_it_worked_again_on_another_day(jane: Jane, receiver: Receiver) -> None:
    refusal = Refused("The server refuses the password.", "Correct it.")
    jane.sweep()
    for _ in range(2):
        with pytest.raises(Refused):
            jane.sweep(error=refusal)
    assert receiver.messages == ["The mail server refuses Ajar until you act. `ajar check` says what to do."]
    jane.now += DAY
    jane.sweep()
    with pytest.raises(Refused):
        jane.sweep(error=refusal)
    assert len(receiver.messages) == 2


def test_a_server_that_is_away_is_no_news_but_what_was_done_before_is(jane: Jane, receiver: Receiver) -> None:
    jane.sweep()
    with pytest.raises(Unavailable):
        jane.sweep(unsure(1), error=Unavailable("The server is away."))
    assert receiver.messages == ["A mail may be a rejection. `ajar pending` shows it."]


def test_news_at_the_end_of_the_daemon_is_told_at_the_next_start(jane: Jane, receiver: Receiver) -> None:
    jane.sweep()
    jane.stopping = True
    jane.sweep(unsure(1))
    assert receiver.notices == []
    jane.stopping = False
    jane.sweep()
    assert len(receiver.notices) == 1


def test_a_receiver_that_fails_harms_no_sweep_and_is_logged_without_its_address(jane: Jane, receiver: Receiver) -> None:
    jane.sweep()
    receiver.status = 500
    with capture_logs() as logged:
        jane.sweep(unsure(1))
    receiver.status = 200
    jane.sweep()
    assert len(receiver.notices) == 1
    assert [(line["event"], line["addresses"]) for line in logged] == [("a notice did not get through", [1])]
    assert "4711" not in str(logged)


def test_a_receiver_that_falls_silent_is_given_up(
    jane: Jane, receiver: Receiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "PATIENCE", 6.0)
    jane.sweep()
    with socket.create_server(("127.0.0.1", 0)) as silent, capture_logs() as logged:
        jane.wants(f"json://127.0.0.1:{silent.getsockname()[1]}?rto=600", receiver.url)
        jane.sweep(unsure(1))
    assert [line["addresses"] for line in logged] == [[1]]
    assert len(receiver.notices) == 1


def test_a_ledger_that_cannot_be_written_costs_the_notice_and_not_the_sweep(jane: Jane, receiver: Receiver) -> None:
    jane.sweep()
    with jane.database.writing() as connection:
        connection.exec_driver_sql("DROP TABLE told")
    with capture_logs() as logged:
        jane.sweep(unsure(1))
    assert {line["event"] for line in logged} == {"cannot tell"}
    assert receiver.notices == []


def test_a_digest_comes_on_monday_morning_once_and_not_when_there_is_nothing_to_say(
    jane: Jane, receiver: Receiver
) -> None:
    jane.wants(receiver.url, digest="weekly")
    jane.sweep(an_outcome(1), an_outcome(2))
    jane.draft(1)
    jane.ledger.told.news("jane", NOW)  # beside the point here
    jane.now = datetime(2026, 11, 23, 7, 59, tzinfo=UTC)
    jane.sweep()
    assert receiver.notices == []
    for _ in range(2):
        jane.now += timedelta(minutes=1)
        jane.sweep()
    assert receiver.messages == ["Last week: 2 rejections, 1 draft saved. 1 reply to come."]
    jane.ledger.skip(2, jane.now)
    jane.now += 2 * 7 * DAY
    jane.sweep()
    assert len(receiver.messages) == 1


def test_without_an_address_nothing_is_kept_about_being_told(tmp_path: Path) -> None:
    jane = Jane(f"sqlite:///{tmp_path / 'ledger.sqlite3'}")
    jane.sweep(unsure(1))
    assert [table for table, _ in jane.ledger.forgetting.kept() if table == "told"] == []
    jane.database.close()


def test_an_address_that_apprise_does_not_understand_is_found_without_telling_anything(receiver: Receiver) -> None:
    assert not_understood([receiver.url, "nosuchservice://x", "slack://too-short"]) == [2, 3]
    assert receiver.notices == []


# -- what the user may write ----------------------------------------------------------------------------------------

LEAST = """
[mailbox]
provider = "maildir"
address = "jane@example.org"
name = "Jane Doe"
path = "{path}"
[schedule]
delay = "0s"
{more}
"""


def problem(folder: Path, more: str) -> str:
    (folder / "mailboxes").mkdir(exist_ok=True)
    (folder / "mailboxes" / "jane.toml").write_text(LEAST.format(path=folder, more=more))
    with pytest.raises(ConfigError) as raised:
        load(folder)
    return str(raised.value)


@pytest.mark.parametrize("url", ["dbus://", "windows://", "macosx://", "gnome://", "ntfy://topic"])
def test_the_desktop_needs_no_more_than_its_scheme(tmp_path: Path, url: str) -> None:
    (tmp_path / "mailboxes").mkdir()
    text = LEAST.format(path=tmp_path, more=f'[notify]\nurls = ["{url}"]')
    (tmp_path / "mailboxes" / "jane.toml").write_text(text)
    assert load(tmp_path).mailboxes["jane"].notify.urls == (url,)


@pytest.mark.parametrize(
    "url",
    [
        *(f"{service}://4711" for service in sorted(MAIL_SERVICES)),
        "ntfy://topic/?email=4711@example.org",
        "pushplus://4711?channel=mail",
        "mailto://",
    ],
)
def test_a_service_that_sends_mail_is_refused_and_its_address_not_shown(tmp_path: Path, url: str) -> None:
    said = problem(tmp_path, f'[notify]\nurls = ["json://localhost", "{url}"]')
    assert "notify.urls (item 2) would send mail, and Ajar never does." in said
    assert "4711" not in said


def test_facts_cannot_be_forgotten_before_their_reply_may_be_due(tmp_path: Path) -> None:
    assert "privacy must keep facts for longer than expire_after." in problem(tmp_path, '[privacy]\nkeep = "14d"')


@pytest.mark.filterwarnings("ignore:'imghdr' is deprecated")  # Apprise's, which loads its mail code here
def test_every_service_of_apprise_that_sends_mail_is_among_those_that_are_refused() -> None:
    """A service whose code takes mail addresses to write to, or says that it is for mail, sends mail."""
    sending = re.compile(r"smtp|(?:is_|_)email|to_emails|mail service|email (?:service|api)", re.IGNORECASE)
    # These know people by their mail addresses, or speak of mail in passing; each was looked at.
    harmless = {"twist", "threema", "voipms", "onesignal", "betterstack", "pbul", "slack", "vapid", "ntfy", "zulip"}
    harmless |= {"lametric", "lark", "octopush", "psafer", "xmpp"}
    manager: Any = NotificationManager()  # type: ignore[no-untyped-call]
    by_name = {name: manager[name] for name in manager.schemas()}
    suspects = [
        kind
        for kind in set(by_name.values())
        if sending.search(inspect.getsource(sys.modules[kind.__module__])) or "mail" in str(kind.service_name).lower()
    ]
    names = {frozenset(name for name, kind in by_name.items() if kind is suspect) for suspect in suspects}
    left = {schemas for schemas in names if not schemas & MAIL_SERVICES and not schemas & harmless}
    assert len(names) > 15
    assert left == set()


def test_once_as_a_process_tells_the_receiver_and_names_no_word_of_the_mail(
    workplace: Workplace, receiver: Receiver, tmp_path: Path
) -> None:
    account = MaildirAccount(tmp_path / "mail")
    workplace.mailbox("jane", LEAST.format(path=account.root, more=f'[notify]\nurls = ["{receiver.url}"]'))
    account.deliver(mail(REJECTION), datetime.now(UTC))
    assert workplace.ajar("once").returncode == 0
    assert workplace.ajar("once").returncode == 0
    assert receiver.notices == [("Ajar: jane", "A draft is ready.")]
    assert "hook-token-4711" not in str(workplace.json("export"))
