"""What `search` promises, for every provider; see `tests.contract`."""

import pytest

from service.mailbox import Mailbox, Place
from tests.account import Account
from tests.contract_fetch import Contract
from tests.letters import SINCE, answer, at, drain, letter, subjects

MAIA = "Maia Orlov <maia@tidewater.example>"
PORTAL = "Tidewater Careers <no-reply@portal.example>"


class SearchContract(Contract):
    """The promises of `Mailbox.search`."""

    def test_mails_are_found_by_the_domain_and_by_the_name_of_their_sender_newest_first(
        self, account: Account, mailbox: Mailbox
    ) -> None:
        account.deliver(letter(1, sender=MAIA), at(10))
        account.deliver(letter(2), at(20))
        account.deliver(letter(3, sender=PORTAL), at(30))
        assert subjects(list(mailbox.search(["tidewater.example"], SINCE, 10))) == [1]
        assert subjects(list(mailbox.search(["Tidewater"], SINCE, 10))) == [3, 1]
        assert subjects(list(mailbox.search(["portal.example", "tidewater.example"], SINCE, 10))) == [3, 1]

    def test_what_is_found_comes_as_it_came_from_fetch(self, account: Account, mailbox: Mailbox) -> None:
        account.deliver(letter(1, sender=MAIA), at(10))
        (fetched,) = drain(mailbox)[0]
        (found,) = mailbox.search(["tidewater"], SINCE, 10)
        assert (found.raw, found.ref.message_id, found.ref.arrived_at) == (fetched.raw, fetched.ref.message_id, at(10))
        conversation = mailbox.conversation(found.ref)
        assert conversation.mail == fetched.raw

    def test_no_more_come_than_are_wanted_and_none_from_before(self, account: Account, mailbox: Mailbox) -> None:
        for number, seconds in ((1, -60), (2, 0), (3, 10), (4, 20)):
            account.deliver(letter(number, sender=MAIA), at(seconds))
        assert subjects(list(mailbox.search(["tidewater"], SINCE, 2))) == [4, 3]
        assert subjects(list(mailbox.search(["tidewater"], SINCE, 10))) == [4, 3, 2]

    def test_a_mail_that_was_filed_away_is_found(self, account: Account, mailbox: Mailbox) -> None:
        account.file_away(account.deliver(letter(1, sender=MAIA), at(10)))
        account.make_folder("Jobs/Tidewater")
        account.put_into(account.deliver(letter(2, sender=MAIA), at(20)), "Jobs/Tidewater")
        assert subjects(list(mailbox.search(["tidewater"], SINCE, 10))) == [2, 1]

    def test_thrown_away_drafted_and_sent_mails_are_not_found(self, account: Account, mailbox: Mailbox) -> None:
        account.throw_away(account.deliver(letter(1, sender=MAIA), at(10)))
        for place in (Place.DRAFTS, Place.SENT):
            account.put(place, answer(2))
        assert mailbox.search(["tidewater", "jane"], SINCE, 10) == ()

    @pytest.mark.parametrize(
        "word",
        [
            "",
            "a",
            "tidewater) OR (",
            'tidewater"',
            "tidewater\r\nA9 DELETE INBOX",
            "tidewater ALL",
            "{9}",
            "-tidewater",
            "tidewater OR in:trash",
            "tidewäter",
            "t" * 500,
        ],
    )
    def test_a_word_that_could_be_more_than_a_word_finds_nothing_and_does_nothing(
        self, account: Account, mailbox: Mailbox, word: str
    ) -> None:
        account.deliver(letter(1, sender=MAIA), at(10))
        before = account.snapshot()
        assert mailbox.search([word], SINCE, 10) == ()
        assert subjects(list(mailbox.search([word, "tidewater"], SINCE, 10))) == [1]
        assert account.snapshot() == before

    def test_searching_changes_nothing(self, account: Account, mailbox: Mailbox) -> None:
        account.file_away(account.deliver(letter(1, sender=MAIA), at(10)))
        account.deliver(letter(2, sender=MAIA), at(20))
        before = account.snapshot()
        mailbox.search(["tidewater", "nowhere"], SINCE, 10)
        mailbox.close()
        assert account.snapshot() == before
