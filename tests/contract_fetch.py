"""What `fetch` promises, for every provider; see `tests.contract`."""

from collections.abc import Iterator
from datetime import timedelta
from typing import ClassVar

import pytest

from service.mailbox import BATCH_SIZE, MAX_MAIL_BYTES, Mailbox, MessageRef, Place
from tests.account import Account
from tests.letters import SINCE, answer, at, drain, header, id_of, letter, subjects


class Contract:
    """What the parts of the contract share. A subclass says only where its server differs, and why."""

    keeps_bytes: ClassVar[bool] = True  # the server gives a mail back byte for byte
    keeps_message_id: ClassVar[bool] = True  # the server keeps the Message-ID of a draft that is saved

    @pytest.fixture
    def mailbox(self, account: Account) -> Iterator[Mailbox]:
        opened = account.mailbox()
        yield opened
        opened.close()

    def deliver_one(self, account: Account, mailbox: Mailbox, raw: bytes | None = None) -> tuple[str, MessageRef]:
        """Let one mail arrive and fetch it."""
        handle = account.deliver(letter() if raw is None else raw, at(60))
        (mail,) = drain(mailbox)[0]
        return handle, mail.ref


class FetchContract(Contract):
    """The promises of `Mailbox.fetch`."""

    def test_an_empty_mailbox_gives_a_cursor_from_which_new_mail_is_seen(
        self, account: Account, mailbox: Mailbox
    ) -> None:
        batch = mailbox.fetch(None, SINCE)
        assert batch.mails == ()
        assert not batch.more
        account.deliver(letter(7), at(60))
        assert subjects(drain(mailbox, batch.cursor)[0]) == [7]

    def test_mails_come_oldest_first(self, account: Account, mailbox: Mailbox) -> None:
        for number, seconds in ((3, 300), (1, 100), (2, 200)):
            account.deliver(letter(number), at(seconds))
        assert subjects(drain(mailbox)[0]) == [1, 2, 3]

    def test_without_a_cursor_nothing_from_before_since_comes(self, account: Account, mailbox: Mailbox) -> None:
        for number, seconds in ((1, -86_400 * 3), (2, -1), (3, 0), (4, 1)):
            account.deliver(letter(number), at(seconds))
        assert subjects(drain(mailbox)[0]) == [3, 4]

    @pytest.mark.faults(10)
    def test_fetch_goes_on_from_its_cursor(self, account: Account, mailbox: Mailbox) -> None:
        account.deliver(letter(1), at(10))
        _, cursor = drain(mailbox)
        assert subjects(drain(mailbox, cursor)[0]) == []
        account.deliver(letter(2), at(20))
        assert subjects(drain(mailbox, cursor)[0]) == [2]

    def test_a_cursor_outlives_the_connection(self, account: Account, mailbox: Mailbox) -> None:
        account.deliver(letter(1), at(10))
        _, cursor = drain(mailbox)
        mailbox.close()
        account.deliver(letter(2), at(20))
        second = account.mailbox()
        assert subjects(drain(second, cursor)[0]) == [2]
        second.close()

    @pytest.mark.parametrize("cursor", ["", "nonsense", "null", "[1, 2]", '{"INBOX": "x"}', '{"v": 9}', "9" * 400])
    def test_an_unknown_cursor_falls_back_to_since(self, account: Account, mailbox: Mailbox, cursor: str) -> None:
        account.deliver(letter(1), at(-60))
        account.deliver(letter(2), at(60))
        assert subjects(drain(mailbox, cursor)[0]) == [2]

    def test_a_mail_of_the_same_second_as_the_cursor_is_not_skipped(self, account: Account, mailbox: Mailbox) -> None:
        account.deliver(letter(1), at(10))
        _, cursor = drain(mailbox)
        account.deliver(letter(2), at(10))
        assert 2 in subjects(drain(mailbox, cursor)[0])

    def test_a_mail_that_lands_late_with_an_earlier_time_is_not_skipped(
        self, account: Account, mailbox: Mailbox
    ) -> None:
        account.deliver(letter(1), at(3600))
        _, cursor = drain(mailbox)
        account.deliver(letter(2), at(10))
        assert 2 in subjects(drain(mailbox, cursor)[0])

    def test_batches_are_bounded_and_together_whole(self, account: Account, mailbox: Mailbox) -> None:
        count = BATCH_SIZE + 5
        for number in range(count):
            account.deliver(letter(number), at(number))
        first = mailbox.fetch(None, SINCE)
        assert len(first.mails) <= BATCH_SIZE
        assert first.more
        rest, _ = drain(mailbox, first.cursor)
        assert set(subjects([*first.mails, *rest])) == set(range(count))

    def test_a_mail_that_arrives_between_two_batches_is_not_skipped(self, account: Account, mailbox: Mailbox) -> None:
        for number in range(BATCH_SIZE + 1):
            account.deliver(letter(number), at(number + 100))
        first = mailbox.fetch(None, SINCE)
        account.deliver(letter(777), at(10))
        assert 777 in subjects(drain(mailbox, first.cursor)[0])

    @pytest.mark.faults(32)
    def test_fetch_changes_nothing(self, account: Account, mailbox: Mailbox) -> None:
        account.deliver(letter(1), at(10))
        account.deliver(letter(2), at(20))
        before = account.snapshot()
        _, cursor = drain(mailbox)
        drain(mailbox, cursor)
        mailbox.close()
        assert account.snapshot() == before

    def test_a_mail_comes_byte_for_byte(self, account: Account, mailbox: Mailbox) -> None:
        raw = letter(body="Grüße 🙂 — tab\there, trailing blanks  \r\n\r\n.\r\n..\r\nFrom here\r\n".encode())
        account.deliver(raw, at(10))
        (mail,) = drain(mailbox)[0]
        if self.keeps_bytes:
            assert mail.raw == raw
        else:
            assert "Grüße 🙂".encode() in mail.raw

    def test_a_mail_in_no_encoding_at_all_comes_all_the_same(self, account: Account, mailbox: Mailbox) -> None:
        raw = letter(body=bytes(range(128, 256)) + b"\r\n")
        account.deliver(raw, at(10))
        (mail,) = drain(mailbox)[0]
        assert not self.keeps_bytes or mail.raw == raw

    def test_the_arrival_is_the_server_s_and_in_utc(self, account: Account, mailbox: Mailbox) -> None:
        account.deliver(letter(), at(12_345))
        (mail,) = drain(mailbox)[0]
        assert mail.ref.arrived_at == at(12_345)
        assert mail.ref.arrived_at.utcoffset() == timedelta(0)

    def test_the_reference_bears_the_message_id(self, account: Account, mailbox: Mailbox) -> None:
        _, ref = self.deliver_one(account, mailbox)
        assert ref.message_id == id_of(1)

    @pytest.mark.faults(31)
    def test_a_mail_without_a_message_id_comes_and_is_found_again(self, account: Account, mailbox: Mailbox) -> None:
        _, ref = self.deliver_one(account, mailbox, letter(message_id=None))
        if self.keeps_message_id:
            assert ref.message_id is None
        found = mailbox.conversation(ref).mail
        assert found is not None
        assert header(found, b"Subject") == b"Letter 1"

    @pytest.mark.parametrize(
        "hostile",
        [
            "<a b@evil.example>",
            '<x"@evil.example> OR ALL',
            "<x@evil.example>\r\n A9 DELETE INBOX",
            "no-brackets-at-all",
            "<" + "x" * 3000 + "@evil.example>",
            "<gr\u00fc\u00df@evil.example>",
            "<>",
        ],
    )
    def test_a_hostile_message_id_is_none_and_does_no_harm(
        self, account: Account, mailbox: Mailbox, hostile: str
    ) -> None:
        _, ref = self.deliver_one(account, mailbox, letter(message_id=hostile))
        assert ref.message_id in {None, "<x@evil.example>"}
        before = account.snapshot()
        assert mailbox.conversation(ref).mail is not None
        assert account.snapshot() == before

    def test_drafts_sent_and_thrown_away_mails_are_not_fetched(self, account: Account, mailbox: Mailbox) -> None:
        for number, place in enumerate((Place.DRAFTS, Place.SENT, Place.TRASH), start=10):
            account.put(place, answer(number))
        account.deliver(letter(1), at(60))
        assert subjects(drain(mailbox)[0]) == [1]

    @pytest.mark.faults(31)
    def test_two_mails_with_one_message_id_both_come(self, account: Account, mailbox: Mailbox) -> None:
        account.deliver(letter(1, message_id="<same@brightloom.example>"), at(10))
        account.deliver(letter(2, message_id="<same@brightloom.example>"), at(20))
        assert subjects(drain(mailbox)[0]) == [1, 2]

    def test_a_mail_above_the_cap_is_cut_and_the_next_one_comes(self, account: Account, mailbox: Mailbox) -> None:
        line = b"x" * 70 + b"\r\n"
        raw = letter(1, body=line * (MAX_MAIL_BYTES // len(line) + 2000))
        account.deliver(raw, at(10))
        account.deliver(letter(2), at(20))
        big, small = drain(mailbox)[0]
        assert len(big.raw) <= MAX_MAIL_BYTES
        assert subjects([big, small]) == [1, 2]
        assert not self.keeps_bytes or raw.startswith(big.raw)

    @pytest.mark.faults(10)
    def test_a_mail_that_was_erased_meanwhile_is_passed_over(self, account: Account, mailbox: Mailbox) -> None:
        _, cursor = drain(mailbox)
        gone = account.deliver(letter(1), at(10))
        account.deliver(letter(2), at(20))
        account.erase(gone)
        assert subjects(drain(mailbox, cursor)[0]) == [2]
