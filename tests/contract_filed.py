"""What `filed` and `has_folder` promise, for every provider; see `tests.contract`."""

import pytest

from service.mailbox import BATCH_SIZE, Mail, Mailbox
from tests.account import Account
from tests.contract_fetch import Contract
from tests.letters import SINCE, at, drain, id_of, letter, subjects

NAMES = ("Ajar/Rejections", "Nicht für mich/Jobs & Co")


def drained(mailbox: Mailbox, folder: str, cursor: str | None = None) -> tuple[list[Mail], str]:
    """Read a folder until nothing is waiting."""
    mails: list[Mail] = []
    for _ in range(20):
        batch = mailbox.filed(folder, cursor)
        mails += batch.mails
        cursor = batch.cursor
        if not batch.more:
            return mails, cursor
    pytest.fail("`more` never ends")


class FiledContract(Contract):
    """The promises of `Mailbox.filed` and `Mailbox.has_folder`."""

    @pytest.mark.parametrize("name", NAMES)
    def test_a_folder_that_the_user_made_is_there_and_what_is_put_into_it_comes_once(
        self, account: Account, mailbox: Mailbox, name: str
    ) -> None:
        account.make_folder(name)
        account.deliver(letter(1), at(10))
        account.put_into(account.deliver(letter(2), at(20)), name)
        assert mailbox.has_folder(name)
        (mail,), cursor = drained(mailbox, name)
        assert (subjects([mail]), mail.ref.message_id, mail.ref.arrived_at) == ([2], id_of(2), at(20))
        assert drained(mailbox, name, cursor)[0] == []
        account.put_into(account.deliver(letter(3), at(5)), name)
        assert subjects(drained(mailbox, name, cursor)[0]) == [3]

    def test_a_folder_that_is_not_there_holds_nothing_and_is_not_made(self, account: Account, mailbox: Mailbox) -> None:
        account.deliver(letter(1), at(10))
        batch = mailbox.filed(NAMES[0], None)
        assert (batch.mails, batch.more) == ((), False)
        assert not mailbox.has_folder(NAMES[0])
        mailbox.close()
        account.make_folder(NAMES[0])  # would fail if there were one
        account.put_into(account.deliver(letter(2), at(20)), NAMES[0])
        assert subjects(drained(mailbox, NAMES[0], batch.cursor)[0]) == [2]

    def test_mail_of_any_age_comes_from_a_folder_that_is_read_for_the_first_time(
        self, account: Account, mailbox: Mailbox
    ) -> None:
        account.make_folder(NAMES[0])
        account.put_into(account.deliver(letter(1), at(-3 * 365 * 86_400)), NAMES[0])
        assert subjects(drained(mailbox, NAMES[0])[0]) == [1]

    def test_a_mail_that_was_taken_out_is_not_there_and_put_back_it_comes_again(
        self, account: Account, mailbox: Mailbox
    ) -> None:
        account.make_folder(NAMES[0])
        handle = account.put_into(account.deliver(letter(1), at(10)), NAMES[0])
        _, cursor = drained(mailbox, NAMES[0])
        handle = account.take_out(handle, NAMES[0])
        mails, cursor = drained(mailbox, NAMES[0], cursor)
        assert mails == []
        assert drained(mailbox, NAMES[0])[0] == []
        account.put_into(handle, NAMES[0])
        assert subjects(drained(mailbox, NAMES[0], cursor)[0]) == [1]

    def test_a_mail_that_was_put_in_and_taken_out_between_two_looks_does_not_come(
        self, account: Account, mailbox: Mailbox
    ) -> None:
        account.make_folder(NAMES[0])
        _, cursor = drained(mailbox, NAMES[0])
        account.take_out(account.put_into(account.deliver(letter(1), at(10)), NAMES[0]), NAMES[0])
        assert drained(mailbox, NAMES[0], cursor)[0] == []

    def test_a_full_folder_comes_in_bounded_batches(self, account: Account, mailbox: Mailbox) -> None:
        account.make_folder(NAMES[0])
        count = BATCH_SIZE + 5
        for number in range(count):
            account.put_into(account.deliver(letter(number), at(number)), NAMES[0])
        assert len(mailbox.filed(NAMES[0], None).mails) <= BATCH_SIZE
        assert set(subjects(drained(mailbox, NAMES[0])[0])) == set(range(count))

    @pytest.mark.parametrize("cursor", ["", "nonsense", "[1, 2]", "9" * 400])
    def test_an_unknown_cursor_gives_all_that_lie_there(self, account: Account, mailbox: Mailbox, cursor: str) -> None:
        account.make_folder(NAMES[0])
        account.put_into(account.deliver(letter(1), at(-86_400)), NAMES[0])
        assert subjects(drained(mailbox, NAMES[0], cursor)[0]) == [1]

    def test_reading_the_folder_changes_nothing(self, account: Account, mailbox: Mailbox) -> None:
        account.make_folder(NAMES[0])
        account.put_into(account.deliver(letter(1), at(10)), NAMES[0])
        before = account.snapshot()
        _, cursor = drained(mailbox, NAMES[0])
        drained(mailbox, NAMES[0], cursor)
        mailbox.has_folder(NAMES[1])
        mailbox.close()
        assert account.snapshot() == before

    def test_a_mail_that_was_put_there_is_found_with_its_old_reference(
        self, account: Account, mailbox: Mailbox
    ) -> None:
        account.make_folder(NAMES[0])
        handle = account.deliver(letter(1), at(10))
        (mail,) = drain(mailbox, since=SINCE)[0]
        mailbox.close()
        account.put_into(handle, NAMES[0])
        assert mailbox.conversation(mail.ref).mail is not None
