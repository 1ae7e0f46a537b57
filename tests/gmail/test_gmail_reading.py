"""What is read from Gmail: its history, and what stands around a mail."""

import pytest

from service.errors import Refused
from service.mailbox import BATCH_SIZE, MessageRef, Place
from service.providers.gmail import GmailMailbox
from tests.letters import SINCE, answer, at, draft_for, drain, id_of, letter, stands, subjects
from tests.servers.gmail_account import GmailAccount


@pytest.mark.faults(19)
def test_a_history_that_gmail_forgot_begins_anew_at_since(account: GmailAccount, mailbox: GmailMailbox) -> None:
    account.deliver(letter(1), at(-60))
    account.deliver(letter(2), at(60))
    _, cursor = drain(mailbox)
    account.server.forgotten = account.world.history + 1
    account.deliver(letter(3), at(120))
    mails, cursor = drain(mailbox, cursor)
    assert subjects(mails) == [2, 3]
    account.server.forgotten = 0
    assert drain(mailbox, cursor)[0] == []


@pytest.mark.faults(19)
def test_a_page_with_a_token_and_no_history_is_not_the_end(account: GmailAccount, mailbox: GmailMailbox) -> None:
    _, cursor = drain(mailbox)
    account.deliver(letter(1), at(60))
    account.server.empty_pages = account.server.asked("history.list") + 3
    assert subjects(drain(mailbox, cursor)[0]) == [1]


@pytest.mark.faults(19)
def test_pages_that_never_end_are_left_at_last(account: GmailAccount, mailbox: GmailMailbox) -> None:
    _, cursor = drain(mailbox)
    account.server.empty_pages = 10**9
    with pytest.raises(Refused):
        mailbox.fetch(cursor, SINCE)
    assert account.server.asked("history.list") < 300


@pytest.mark.faults(19)
def test_the_pointer_never_moves_back(account: GmailAccount, mailbox: GmailMailbox) -> None:
    account.deliver(letter(1), at(60))
    _, cursor = drain(mailbox)
    account.server.stale_pointer = 1000
    assert drain(mailbox, cursor)[0] == []
    account.deliver(letter(2), at(120))
    mails, cursor = drain(mailbox, cursor)
    assert subjects(mails) == [2]
    assert drain(mailbox, cursor)[0] == []


def test_small_pages_change_nothing(account: GmailAccount, mailbox: GmailMailbox) -> None:
    account.server.page_size = 1
    for number in range(1, 6):
        account.deliver(letter(number), at(number))
    mails, cursor = drain(mailbox)
    assert subjects(mails) == [1, 2, 3, 4, 5]
    for number in range(6, 9):
        account.deliver(letter(number), at(number))
    assert subjects(drain(mailbox, cursor)[0]) == [6, 7, 8]


def test_a_long_history_comes_in_batches_and_whole(account: GmailAccount, mailbox: GmailMailbox) -> None:
    _, cursor = drain(mailbox)
    for number in range(BATCH_SIZE + 5):
        account.deliver(letter(number), at(number))
    first = mailbox.fetch(cursor, SINCE)
    assert len(first.mails) == BATCH_SIZE
    assert first.more
    assert subjects([*first.mails, *drain(mailbox, first.cursor)[0]]) == list(range(BATCH_SIZE + 5))


def test_large_mails_do_not_pile_up_in_one_batch(account: GmailAccount, mailbox: GmailMailbox) -> None:
    for number in range(8):
        account.deliver(letter(number, body=b"x" * 1_900_000), at(number))
    first = mailbox.fetch(None, SINCE)
    assert sum(len(mail.raw) for mail in first.mails) < 12_000_000
    assert subjects([*first.mails, *drain(mailbox, first.cursor)[0]]) == list(range(8))


@pytest.mark.faults(23)
def test_a_mail_that_the_search_does_not_find_yet_is_not_skipped(account: GmailAccount, mailbox: GmailMailbox) -> None:
    account.deliver(letter(1), at(60))
    account.world.unindexed.add(account.deliver(letter(2), at(120)))
    assert subjects(drain(mailbox)[0]) == [1, 2]


def test_a_mail_taken_out_of_the_spam_folder_comes(account: GmailAccount, mailbox: GmailMailbox) -> None:
    spam = account.world.add(letter(1), {"SPAM"}, at(60))
    mails, cursor = drain(mailbox)
    assert mails == []
    account.world.relabel(spam, add={"INBOX"}, remove={"SPAM"})
    assert subjects(drain(mailbox, cursor)[0]) == [1]


def test_labels_are_read_by_name_and_an_unknown_one_is_refused_with_those_there_are(account: GmailAccount) -> None:
    account.world.labels["Job search"] = "Label_7"
    account.world.add(letter(1), {"Label_7"}, at(60))
    account.deliver(letter(2), at(120))
    mailbox = account.mailbox(folders=("INBOX", "job search"))
    mails, cursor = drain(mailbox)
    assert sorted(subjects(mails)) == [1, 2]
    account.world.add(letter(3), {"Label_7"}, at(180))
    assert subjects(drain(mailbox, cursor)[0]) == [3]
    mailbox.close()
    wrong = account.mailbox(folders=("Jobs",))
    with pytest.raises(Refused) as refusal:
        wrong.check()
    assert "Job search" in refusal.value.remedy
    wrong.close()


@pytest.mark.faults(23)
def test_an_answer_in_a_thread_of_its_own_is_seen_though_the_search_does_not_find_it_yet(
    account: GmailAccount, mailbox: GmailMailbox, ref: MessageRef
) -> None:
    other = answer(1, message_id="<other@example.org>").replace(b"Subject: Letter 1", b"Subject: Thank you")
    sent = account.put(Place.SENT, other)
    account.world.unindexed.add(sent)
    assert account.world.messages[sent].thread != ref.locator.partition("/")[2]
    assert stands(mailbox.conversation(ref), Place.SENT, "<other@example.org>")


@pytest.mark.faults(23)
def test_a_draft_in_a_thread_of_its_own_is_seen(account: GmailAccount, mailbox: GmailMailbox, ref: MessageRef) -> None:
    other = answer(1, message_id="<other@example.org>").replace(b"Subject: Letter 1", b"Subject: Thank you")
    account.put(Place.DRAFTS, other)
    assert stands(mailbox.conversation(ref), Place.DRAFTS, "<other@example.org>")
    assert not mailbox.save_draft(draft_for(), ref).created


def test_what_the_user_sent_before_the_mail_came_is_not_around_it(
    account: GmailAccount, mailbox: GmailMailbox, ref: MessageRef
) -> None:
    account.world.add(letter(5, sender="jane@example.org", to="mara@brightloom.example"), {"SENT"}, at(-3600))
    assert mailbox.conversation(ref).around == ()


def test_a_colleague_of_the_sender_who_writes_in_another_thread_is_seen_whole(
    account: GmailAccount, mailbox: GmailMailbox, ref: MessageRef
) -> None:
    later = letter(
        2, sender="Ola Brandt <ola@brightloom.example>", in_reply_to=id_of(1), body=b"We would like to talk.\r\n"
    )
    account.deliver(later, at(3600))
    (found,) = mailbox.conversation(ref).around
    assert found.place is Place.RECEIVED
    assert b"We would like to talk." in found.raw


def test_a_draft_that_the_user_discarded_is_gone_and_no_error(
    account: GmailAccount, mailbox: GmailMailbox, ref: MessageRef
) -> None:
    draft = mailbox.save_draft(draft_for(), ref)
    account.erase(draft.locator)
    conversation = mailbox.conversation(ref)
    assert conversation.around == ()
    assert conversation.complete


def test_a_mail_marked_as_spam_is_gone(account: GmailAccount, mailbox: GmailMailbox, ref: MessageRef) -> None:
    account.world.relabel(ref.locator.partition("/")[0], add={"SPAM"}, remove={"INBOX"})
    assert mailbox.conversation(ref).mail is None


def test_mail_that_has_nothing_to_do_with_it_costs_little(
    account: GmailAccount, mailbox: GmailMailbox, ref: MessageRef
) -> None:
    for number in range(100):
        sender = f"Shop <news{number}@shop.example>"
        account.world.add(letter(number + 100, sender=sender), {"INBOX"}, at(-86_400 + number))
        account.world.add(letter(number + 500, sender="jane@example.org"), {"SENT"}, at(-86_400 + number))
    before = account.server.asked("messages.get")
    mailbox.conversation(ref)
    assert account.server.asked("messages.get") - before < 60
