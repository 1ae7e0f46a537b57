"""What `save_draft` promises, for every provider; see `tests.contract`."""

from dataclasses import replace

import pytest

from replies.decision import Draft
from service.mailbox import Mailbox, Place
from tests.account import Account
from tests.contract_fetch import Contract
from tests.letters import answer, at, draft_for, drain, header, id_of, letter


class DraftContract(Contract):
    """The promises of `Mailbox.save_draft`."""

    def test_a_saved_draft_stands_among_the_drafts_in_its_thread(self, account: Account, mailbox: Mailbox) -> None:
        _, ref = self.deliver_one(account, mailbox)
        assert mailbox.save_draft(draft_for(1), ref).created
        (raw,) = account.drafts().values()
        assert header(raw, b"In-Reply-To") == id_of(1).encode()
        assert header(raw, b"References") == id_of(1).encode()
        assert b"mara@brightloom.example" in header(raw, b"To")
        assert not self.keeps_bytes or raw == draft_for(1).raw

    def test_a_draft_is_saved_once(self, account: Account, mailbox: Mailbox) -> None:
        _, ref = self.deliver_one(account, mailbox)
        first = mailbox.save_draft(draft_for(1), ref)
        second = mailbox.save_draft(draft_for(1), ref)
        assert (first.created, second.created) == (True, False)
        assert first.locator
        assert second.locator == first.locator
        assert len(account.drafts()) == 1

    def test_a_draft_is_saved_once_over_two_connections(self, account: Account, mailbox: Mailbox) -> None:
        _, ref = self.deliver_one(account, mailbox)
        mailbox.save_draft(draft_for(1), ref)
        second = account.mailbox()
        assert not second.save_draft(draft_for(1), ref).created
        second.close()
        assert len(account.drafts()) == 1

    def test_a_draft_with_our_message_id_is_found_though_it_names_no_mail(
        self, account: Account, mailbox: Mailbox
    ) -> None:
        if not self.keeps_message_id:
            pytest.skip("this server gives every draft a Message-ID of its own, so there is none to find")
        _, ref = self.deliver_one(account, mailbox, letter(message_id=None))
        draft = Draft(letter(5, message_id="<5.answer@example.org>"), "<5.answer@example.org>")
        assert mailbox.save_draft(draft, ref).created
        assert not mailbox.save_draft(draft, ref).created
        assert len(account.drafts()) == 1

    def test_a_draft_of_the_user_s_own_is_left_alone_and_not_doubled(self, account: Account, mailbox: Mailbox) -> None:
        _, ref = self.deliver_one(account, mailbox)
        account.put(Place.DRAFTS, answer(1, message_id="<own@example.org>", body=b"Half a sen"))
        before = account.drafts()
        assert not mailbox.save_draft(draft_for(1), ref).created
        assert account.drafts() == before

    @pytest.mark.faults(22)
    def test_a_draft_that_the_user_edited_is_not_saved_again(self, account: Account, mailbox: Mailbox) -> None:
        _, ref = self.deliver_one(account, mailbox)
        mailbox.save_draft(draft_for(1), ref)
        (handle,) = account.drafts()
        account.edit_draft(handle, answer(1, message_id="<edited@example.org>", body=b"In my own words.\r\n"))
        assert not mailbox.save_draft(draft_for(1), ref).created
        (raw,) = account.drafts().values()
        assert b"In my own words." in raw

    @pytest.mark.faults(12)
    def test_a_draft_that_may_stand_beside_another_answer_is_saved_beside_it(
        self, account: Account, mailbox: Mailbox
    ) -> None:
        _, ref = self.deliver_one(account, mailbox)
        mailbox.save_draft(draft_for(1), ref)
        second = Draft(answer(1, message_id="<note@example.org>"), "<note@example.org>")
        assert not mailbox.save_draft(second, ref).created
        assert mailbox.save_draft(replace(second, beside=True), ref).created
        assert not self.keeps_message_id or not mailbox.save_draft(replace(second, beside=True), ref).created
        assert len(account.drafts()) == 2

    def test_a_draft_that_answers_no_mail_is_put_into_no_thread(self, account: Account, mailbox: Mailbox) -> None:
        _, ref = self.deliver_one(account, mailbox)
        draft = Draft(letter(5, message_id="<5.note@example.org>"), "<5.note@example.org>", beside=True)
        assert mailbox.save_draft(draft, replace(ref, locator="", message_id=None)).created
        (raw,) = account.drafts().values()
        assert header(raw, b"In-Reply-To") == b""

    def test_drafts_to_two_mails_do_not_stand_in_each_other_s_way(self, account: Account, mailbox: Mailbox) -> None:
        # One Message-ID is the end of the other: a substring search would take them for the same.
        account.deliver(letter(1), at(10))
        account.deliver(letter(11), at(20))
        first, second = (mail.ref for mail in drain(mailbox)[0])
        assert mailbox.save_draft(draft_for(11), second).created
        assert mailbox.save_draft(draft_for(1), first).created
        assert len(account.drafts()) == 2

    def test_a_saved_draft_is_seen_in_the_conversation(self, account: Account, mailbox: Mailbox) -> None:
        _, ref = self.deliver_one(account, mailbox)
        mailbox.save_draft(draft_for(1), ref)
        around = mailbox.conversation(ref).around
        assert [found.place for found in around if header(found.raw, b"In-Reply-To") == id_of(1).encode()] == ["drafts"]

    def test_a_draft_is_read_as_it_stands_now_by_the_message_id_that_it_has_now(
        self, account: Account, mailbox: Mailbox
    ) -> None:
        _, ref = self.deliver_one(account, mailbox)
        mailbox.save_draft(draft_for(1), ref)
        ((handle, raw),) = account.drafts().items()
        assert mailbox.draft(header(raw, b"Message-ID").decode()) == raw
        account.edit_draft(handle, answer(1, message_id="<edited@example.org>", body=b"In my own words.\r\n"))
        (edited,) = account.drafts().values()
        found = mailbox.draft(header(edited, b"Message-ID").decode())
        assert found is not None
        assert b"In my own words." in found
        assert mailbox.draft("<another@example.org>") is None

    def test_a_mail_that_is_no_draft_is_not_read_as_one(self, account: Account, mailbox: Mailbox) -> None:
        self.deliver_one(account, mailbox)
        account.put(Place.SENT, answer(1, message_id="<sent@example.org>"))
        account.put(Place.TRASH, answer(1, message_id="<thrown@example.org>"))
        assert [mailbox.draft(id_) for id_ in (id_of(1), "<sent@example.org>", "<thrown@example.org>")] == [None] * 3

    def test_a_saved_draft_is_not_fetched_as_mail(self, account: Account, mailbox: Mailbox) -> None:
        account.deliver(letter(1), at(60))
        (mail,), cursor = drain(mailbox)
        mailbox.save_draft(draft_for(1), mail.ref)
        assert drain(mailbox, cursor)[0] == []

    @pytest.mark.faults(32)
    def test_saving_changes_nothing_but_the_drafts(self, account: Account, mailbox: Mailbox) -> None:
        _, ref = self.deliver_one(account, mailbox)
        account.put(Place.SENT, answer(3))
        before = account.snapshot()
        mailbox.save_draft(draft_for(1), ref)
        mailbox.save_draft(draft_for(1), ref)
        mailbox.draft(draft_for(1).message_id)
        mailbox.close()
        assert account.snapshot() == before
