"""What `conversation` promises, for every provider; see `tests.contract`."""

import pytest

from service.mailbox import MAX_AROUND, Mailbox, MessageRef, Place
from tests.account import Account
from tests.contract_fetch import Contract
from tests.letters import answer, at, drain, header, id_of, letter, stands


class ConversationContract(Contract):
    """The promises of `Mailbox.conversation`."""

    def test_a_conversation_holds_the_mail_itself(self, account: Account, mailbox: Mailbox) -> None:
        account.deliver(letter(1), at(60))
        (mail,) = drain(mailbox)[0]
        conversation = mailbox.conversation(mail.ref)
        assert conversation.mail == mail.raw
        assert conversation.complete

    @pytest.mark.parametrize("locator", ["", "nonsense", "{}", '["INBOX", 1, 999999]'])
    def test_a_stale_locator_is_no_error_for_the_message_id_finds_the_mail(
        self, account: Account, mailbox: Mailbox, locator: str
    ) -> None:
        _, ref = self.deliver_one(account, mailbox)
        found = mailbox.conversation(MessageRef(locator, ref.message_id, ref.arrived_at)).mail
        assert found is not None
        assert header(found, b"Message-ID") == id_of(1).encode()

    def test_a_locator_that_leads_to_another_mail_is_not_believed(self, account: Account, mailbox: Mailbox) -> None:
        account.deliver(letter(1), at(10))
        account.deliver(letter(2), at(20))
        first, second = (mail.ref for mail in drain(mailbox)[0])
        found = mailbox.conversation(MessageRef(first.locator, second.message_id, second.arrived_at)).mail
        assert found is not None
        assert header(found, b"Subject") == b"Letter 2"

    def test_a_mail_that_was_filed_away_is_found(self, account: Account, mailbox: Mailbox) -> None:
        handle, ref = self.deliver_one(account, mailbox)
        account.file_away(handle)
        found = mailbox.conversation(ref).mail
        assert found is not None
        assert header(found, b"Message-ID") == id_of(1).encode()

    def test_a_mail_in_the_trash_is_gone(self, account: Account, mailbox: Mailbox) -> None:
        handle, ref = self.deliver_one(account, mailbox)
        account.throw_away(handle)
        assert mailbox.conversation(ref).mail is None

    def test_a_mail_that_was_erased_is_gone(self, account: Account, mailbox: Mailbox) -> None:
        handle, ref = self.deliver_one(account, mailbox)
        account.erase(handle)
        conversation = mailbox.conversation(ref)
        assert conversation.mail is None
        assert conversation.complete

    def test_a_mail_without_a_message_id_behind_a_stale_locator_is_gone_and_no_error(
        self, account: Account, mailbox: Mailbox
    ) -> None:
        account.deliver(letter(message_id=None), at(60))
        assert mailbox.conversation(MessageRef("nonsense", None, at(60))).mail is None

    def test_a_message_id_that_would_be_a_command_finds_nothing_and_does_nothing(
        self, account: Account, mailbox: Mailbox
    ) -> None:
        account.deliver(letter(), at(60))
        before = account.snapshot()
        hostile = MessageRef("nonsense", "<x@evil.example>\r\nA9 DELETE INBOX\r\n", at(60))
        assert mailbox.conversation(hostile).mail is None
        assert account.snapshot() == before

    @pytest.mark.parametrize("place", [Place.SENT, Place.DRAFTS, Place.TRASH])
    def test_an_answer_of_the_user_is_seen_wherever_it_stands(
        self, account: Account, mailbox: Mailbox, place: Place
    ) -> None:
        _, ref = self.deliver_one(account, mailbox)
        account.put(place, answer(1))
        conversation = mailbox.conversation(ref)
        assert any(f.place is place and id_of(1).encode() in f.raw for f in conversation.around)
        assert conversation.mail is not None
        assert conversation.complete

    def test_a_sent_mail_to_the_sender_is_seen_without_thread_headers(self, account: Account, mailbox: Mailbox) -> None:
        _, ref = self.deliver_one(account, mailbox)
        fresh = letter(9, sender="Jane Doe <jane@example.org>", to="mara@brightloom.example")
        account.put(Place.SENT, fresh)
        assert stands(mailbox.conversation(ref), Place.SENT, id_of(9))

    def test_a_sent_mail_to_where_the_sender_wants_answers_is_seen_without_thread_headers(
        self, account: Account, mailbox: Mailbox
    ) -> None:
        account.deliver(b"Reply-To: ole@brightloom.example\r\n" + letter(1), at(60))
        (mail,) = drain(mailbox)[0]
        account.put(Place.SENT, letter(9, sender="Jane Doe <jane@example.org>", to="ole@brightloom.example"))
        assert stands(mailbox.conversation(mail.ref), Place.SENT, id_of(9))

    def test_it_is_seen_that_a_program_wrote_a_sent_mail_by_itself(self, account: Account, mailbox: Mailbox) -> None:
        _, ref = self.deliver_one(account, mailbox)
        account.put(Place.SENT, b"Auto-Submitted: auto-replied\r\n" + answer(1))
        (notice,) = [found.raw for found in mailbox.conversation(ref).around if found.place is Place.SENT]
        assert not self.keeps_bytes or header(notice, b"Auto-Submitted") == b"auto-replied"

    def test_a_later_mail_of_the_other_side_is_seen_whole(self, account: Account, mailbox: Mailbox) -> None:
        _, ref = self.deliver_one(account, mailbox)
        account.deliver(letter(2, in_reply_to=id_of(1), body=b"We changed our minds.\r\n"), at(3600))
        conversation = mailbox.conversation(ref)
        assert stands(conversation, Place.RECEIVED, id_of(2))
        assert any(b"changed our minds" in found.raw for found in conversation.around)

    def test_a_later_mail_from_the_same_house_is_seen_without_thread_headers(
        self, account: Account, mailbox: Mailbox
    ) -> None:
        account.deliver(letter(3), at(-3 * 86400))
        _, ref = self.deliver_one(account, mailbox)
        account.deliver(letter(2, sender="Ole <ole@brightloom.example>", body=b"We changed our minds.\r\n"), at(3600))
        conversation = mailbox.conversation(ref)
        assert stands(conversation, Place.RECEIVED, id_of(2))
        assert any(b"changed our minds" in found.raw for found in conversation.around)
        assert not stands(conversation, Place.RECEIVED, id_of(3))

    def test_of_very_many_answers_the_newest_are_seen(self, account: Account, mailbox: Mailbox) -> None:
        _, ref = self.deliver_one(account, mailbox)
        for number in range(MAX_AROUND + 5):
            account.put(Place.SENT, answer(1, message_id=f"<{number}.many@example.org>"))
        conversation = mailbox.conversation(ref)
        assert len([found for found in conversation.around if found.place is Place.SENT]) <= MAX_AROUND
        assert stands(conversation, Place.SENT, f"<{MAX_AROUND + 4}.many@example.org>")

    def test_a_copy_in_the_trash_does_not_hide_the_mail(self, account: Account, mailbox: Mailbox) -> None:
        _, ref = self.deliver_one(account, mailbox)
        account.put(Place.TRASH, letter())
        assert mailbox.conversation(ref).mail is not None

    @pytest.mark.faults(32)
    def test_looking_at_a_conversation_changes_nothing(self, account: Account, mailbox: Mailbox) -> None:
        _, ref = self.deliver_one(account, mailbox)
        for place in (Place.SENT, Place.TRASH):
            account.put(place, answer(1))
        before = account.snapshot()
        mailbox.conversation(ref)
        mailbox.conversation(MessageRef("nonsense", ref.message_id, ref.arrived_at))
        mailbox.close()
        assert account.snapshot() == before
