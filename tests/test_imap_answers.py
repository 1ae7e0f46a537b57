"""What servers say that no real one here does: refusals with a meaning, and answers that are late, broken or absurd."""

import time
from collections.abc import Iterator

import pytest

from service.errors import Refused, Unavailable, Unclear
from service.mailbox import MAX_MAIL_BYTES, MessageRef, Place
from service.providers.imap import ImapMailbox
from tests.letters import SINCE, answer, draft_for, drain, id_of, letter, stands, subjects
from tests.servers.fake_imap import ARRIVED, FakeImap, FakeMail, later
from tests.servers.imap_account import settings

TIMEOUT = 5.0
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
    return ImapMailbox(table, lambda: "the-password", timeout=TIMEOUT)


# 4: stored after our reconnect


@pytest.mark.faults(4)
def test_a_draft_that_the_server_stores_late_is_found_by_the_second_look(fake: FakeImap, mailbox: ImapMailbox) -> None:
    fake.keep_appended = False
    with pytest.raises(Unclear):
        mailbox.save_draft(draft_for(1), REF)
    assert not stands(mailbox.conversation(REF), Place.DRAFTS, "<1.answer@example.org>")
    fake.store_late()
    fake.keep_appended = True
    assert stands(mailbox.conversation(REF), Place.DRAFTS, "<1.answer@example.org>")
    assert not mailbox.save_draft(draft_for(1), REF).created
    assert len(fake.folders["Drafts"]) == 1


# 9: UIDVALIDITY


@pytest.mark.faults(9)
def test_without_a_uidvalidity_reading_goes_on_within_a_session_and_begins_anew_in_the_next(
    fake: FakeImap, mailbox: ImapMailbox
) -> None:
    fake.validity = None
    mails, cursor = drain(mailbox)
    assert subjects(mails) == [1]
    assert drain(mailbox, cursor)[0] == []
    mailbox.close()
    assert subjects(drain(mailbox, cursor)[0]) == [1]


@pytest.mark.faults(9)
@pytest.mark.parametrize("validity", [8, 3])
def test_a_changed_uidvalidity_higher_or_lower_shows_what_came_since(
    fake: FakeImap, mailbox: ImapMailbox, validity: int
) -> None:
    fake.folders["INBOX"] = [FakeMail(1, letter(0), later(-600)), FakeMail(2, letter(1))]
    _, cursor = drain(mailbox)
    fake.validity = validity
    assert subjects(drain(mailbox, cursor)[0]) == [1]


# 10: expunged between SEARCH and FETCH


@pytest.mark.faults(10)
@pytest.mark.parametrize("refusal", [b"{tag} NO [EXPUNGEISSUED] gone\r\n", b"{tag} OK\r\n"])
def test_a_mail_expunged_between_search_and_fetch_is_passed_over(
    fake: FakeImap, mailbox: ImapMailbox, refusal: bytes
) -> None:
    fake.store("INBOX", letter(2))
    fake.script = {b"UID SEARCH SINCE": b"* SEARCH 1 2 3 9\r\n{tag} OK\r\n", b"UID FETCH 1,2,3,9": refusal}
    fake.folders["INBOX"].append(FakeMail(9, letter(9), later(1)))
    assert subjects(drain(mailbox)[0]) == [1, 2, 9]


@pytest.mark.faults(11)
def test_a_mail_that_is_there_but_cannot_be_read_keeps_the_cursor_before_it(
    fake: FakeImap, mailbox: ImapMailbox
) -> None:
    _, cursor = drain(mailbox)
    fake.store("INBOX", letter(2))
    fake.script = {b"UID FETCH 2 (BODY": b"* 2 FETCH (UID 2 BODY[] NIL)\r\n{tag} OK\r\n"}
    with pytest.raises(Unavailable):
        mailbox.fetch(cursor, SINCE)
    fake.script.clear()
    assert subjects(drain(mailbox, cursor)[0]) == [2]


# 11: FETCH answers


@pytest.mark.faults(11)
def test_split_unsolicited_and_foreign_fetch_answers_do_no_harm(fake: FakeImap, mailbox: ImapMailbox) -> None:
    fake.store("INBOX", letter(2))
    raw = letter(2)
    fake.script = {
        b"UID FETCH 1,2 (INTERNALDATE": (
            b'* 1 FETCH (UID 1 INTERNALDATE "02-Mar-2026 09:01:00 +0000")\r\n'
            b"* 2 FETCH (FLAGS (\\Seen \\Deleted))\r\n* 5 EXISTS\r\n"
            b"* 1 FETCH (UID 1 RFC822.SIZE 300)\r\n"
            b'* 7 FETCH (UID 77 INTERNALDATE "02-Mar-2020 09:01:00 +0000" RFC822.SIZE 5)\r\n'
            b'* 2 FETCH (RFC822.SIZE 300 UID 2 INTERNALDATE "02-Mar-2026 10:02:00 +0100")\r\n{tag} OK\r\n'
        ),
        b"UID FETCH 1,2 (BODY.PEEK[])": b"* 2 FETCH (BODY[] {%d}\r\n%s UID 2)\r\n{tag} OK\r\n" % (len(raw), raw),
    }
    mails = drain(mailbox)[0]
    assert subjects(mails) == [1, 2]
    assert [mail.ref.arrived_at for mail in mails] == [ARRIVED, later(1)]


# 12: SEARCH HEADER, APPENDUID


@pytest.mark.faults(12)
@pytest.mark.parametrize(
    "said",
    [
        b"{tag} NO not supported\r\n",
        b"{tag} BAD what\r\n",
        b"* SEARCH\r\n{tag} OK\r\n",
        b"* SEARCH 1 1 1 3\r\n{tag} OK\r\n",
        b"{tag} OK\r\n",
    ],
    ids=["refused", "not understood", "empty", "repeated and wrong", "no answer at all"],
)
def test_a_useless_search_of_headers_hides_neither_the_mail_nor_the_draft(
    fake: FakeImap, mailbox: ImapMailbox, said: bytes
) -> None:
    fake.script = {b"UID SEARCH HEADER": said}
    stale = MessageRef("stale", id_of(1), ARRIVED)
    assert mailbox.conversation(stale).mail == letter(1)
    assert mailbox.save_draft(draft_for(1), stale).created
    assert not mailbox.save_draft(draft_for(1), stale).created
    assert stands(mailbox.conversation(stale), Place.DRAFTS, "<1.answer@example.org>")


@pytest.mark.faults(12)
def test_without_an_appenduid_the_draft_is_found_by_its_message_id(fake: FakeImap, mailbox: ImapMailbox) -> None:
    fake.folders["Drafts"] = [FakeMail(41, answer(5)), FakeMail(42, answer(6))]
    assert mailbox.save_draft(draft_for(1), REF).locator == '["Drafts", 7, 43]'


@pytest.mark.faults(12)
def test_a_draft_whose_place_cannot_be_asked_for_is_saved_all_the_same(fake: FakeImap, mailbox: ImapMailbox) -> None:
    answers = iter([None, b"{tag} NO [UNAVAILABLE] not now\r\n"])
    fake.script = {b'EXAMINE "DRAFTS"': lambda _: next(answers)}
    assert mailbox.save_draft(draft_for(1), REF).created
    assert len(fake.folders["Drafts"]) == 1


# 13: which folder is Drafts


@pytest.mark.faults(13)
@pytest.mark.parametrize(
    ("folder", "use"),
    [("Kram", r"\drafts"), ("INBOX.Brouillons", ""), ("Team/Borradores", ""), ("Entw&APw-rfe", r"\HasNoChildren")],
    ids=["marked, in small letters", "in French below INBOX", "in Spanish below a namespace", "in German, encoded"],
)
def test_the_drafts_folder_is_found_by_its_mark_or_its_name(
    fake: FakeImap, mailbox: ImapMailbox, folder: str, use: str
) -> None:
    fake.folders[folder] = fake.folders.pop("Drafts")
    fake.attributes = {folder: use}
    fake.capabilities = b"IMAP4rev1 NAMESPACE"
    fake.script = {b"NAMESPACE": b'* NAMESPACE (("" "/")("Team/" "/")) NIL NIL\r\n{tag} OK\r\n'}
    assert mailbox.save_draft(draft_for(1), REF).created
    assert len(fake.folders[folder]) == 1


# A conversation that cannot be looked at as a whole


def test_a_sent_folder_that_will_not_open_makes_the_conversation_incomplete(
    fake: FakeImap, mailbox: ImapMailbox
) -> None:
    fake.script = {b'EXAMINE "SENT"': b"{tag} NO [SERVERBUG] not today\r\n"}
    conversation = mailbox.conversation(REF)
    assert conversation.mail == letter(1)
    assert not conversation.complete


def test_folders_that_do_not_exist_leave_the_conversation_complete(fake: FakeImap, mailbox: ImapMailbox) -> None:
    for name in ("Drafts", "Sent", "Trash"):
        del fake.folders[name]
    conversation = mailbox.conversation(REF)
    assert conversation.mail == letter(1)
    assert conversation.complete


@pytest.mark.faults(13)
def test_a_missing_drafts_folder_is_refused_with_a_list_and_never_made(fake: FakeImap, mailbox: ImapMailbox) -> None:
    del fake.folders["Drafts"]
    with pytest.raises(Refused) as refusal:
        mailbox.save_draft(draft_for(1), REF)
    assert "INBOX, Sent, Trash" in refusal.value.remedy
    assert not [command for command in fake.commands if command.startswith((b"CREATE", b"APPEND"))]


# 27: absurd sizes


@pytest.mark.faults(27)
def test_a_literal_of_two_gibibytes_is_not_waited_for(fake: FakeImap, mailbox: ImapMailbox) -> None:
    fake.script = {b"UID FETCH 1 (BODY": b"* 1 FETCH (UID 1 BODY[] {2147483648}\r\n"}
    begun = time.monotonic()
    with pytest.raises(Unavailable):
        mailbox.fetch(None, SINCE)
    assert time.monotonic() - begun < TIMEOUT / 2


@pytest.mark.faults(27)
def test_a_mail_above_the_cap_is_asked_for_in_part_only(fake: FakeImap, mailbox: ImapMailbox) -> None:
    fake.store("INBOX", letter(2, body=b"x" * MAX_MAIL_BYTES))
    drain(mailbox)
    bodies = [command for command in fake.commands if b"BODY.PEEK[]" in command]
    assert bodies == [b"UID FETCH 1 (BODY.PEEK[])", b"UID FETCH 2 (BODY.PEEK[]<0.%d>)" % MAX_MAIL_BYTES]


@pytest.mark.faults(11)
@pytest.mark.parametrize(
    ("command", "nonsense"),
    [
        (b"UID FETCH", b"* 1 FETCH " + b"(" * 5000),
        (b"UID FETCH", b"* 1 FETCH (UID x)"),
        (b"UID FETCH", b"* 1 FETCH \x00\xff"),
        (b"UID SEARCH", b"* SEARCH a b"),
        (b"EXAMINE", b"* OK [UIDVALIDITY many] x"),
        (b"LIST", b'* LIST (\\Sent "/'),
    ],
)
def test_answers_that_make_no_sense_are_unavailable(
    fake: FakeImap, mailbox: ImapMailbox, command: bytes, nonsense: bytes
) -> None:
    fake.script = {command: nonsense + b"\r\n{tag} OK\r\n"}
    with pytest.raises(Unavailable):
        (mailbox.check if command == b"LIST" else lambda: mailbox.fetch(None, SINCE))()
