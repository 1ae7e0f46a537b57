"""What every provider promises, as tests: inherit `MailboxContract` and give it an `account` fixture.

A provider over a network inherits `RemoteMailboxContract`, whose account can also be broken. The account
(`tests.account`) is the other side: it never goes through the provider.
"""

import threading
from collections.abc import Callable

import pytest

from service.errors import Refused, Unavailable
from service.mailbox import Mailbox, MessageRef
from tests.account import PROMPT, Account, RemoteAccount
from tests.contract_conversation import ConversationContract
from tests.contract_drafts import DraftContract
from tests.contract_fetch import FetchContract
from tests.contract_filed import FiledContract
from tests.contract_search import SearchContract
from tests.letters import SINCE, at, draft_for, drain, id_of, letter, subjects


class MailboxContract(FetchContract, FiledContract, SearchContract, ConversationContract, DraftContract):
    """The promises of `service.mailbox.Mailbox`, all of them."""

    def test_check_says_what_it_found_a_line_each(self, account: Account, mailbox: Mailbox) -> None:
        account.deliver(letter(), at(60))
        before = account.snapshot()
        lines = mailbox.check()
        assert lines
        assert all(line.strip() and "\n" not in line for line in lines)
        assert account.snapshot() == before
        assert account.drafts() == {}

    def test_close_may_be_called_at_any_time_and_the_next_call_works(self, account: Account, mailbox: Mailbox) -> None:
        mailbox.close()
        account.deliver(letter(1), at(60))
        assert subjects(drain(mailbox)[0]) == [1]
        mailbox.close()
        mailbox.close()
        assert subjects(drain(mailbox)[0]) == [1]


class RemoteMailboxContract(MailboxContract):
    """What a provider over a network promises beside."""

    def test_an_unreachable_server_is_unavailable_and_no_more(self, account: RemoteAccount) -> None:
        mailbox = account.unreachable()
        for call in calls(mailbox):
            with pytest.raises(Unavailable):
                call()
        mailbox.close()

    @pytest.mark.faults(17, 33)
    def test_a_secret_that_is_not_taken_is_the_user_s_to_mend(self, account: RemoteAccount) -> None:
        mailbox = account.wrong_secret()
        with pytest.raises(Refused) as refusal:
            mailbox.fetch(None, SINCE)
        assert refusal.value.remedy
        assert "not-the-secret" not in f"{refusal.value!r} {refusal.value} {mailbox!r}"
        mailbox.close()

    def test_close_from_another_thread_ends_a_call_with_unavailable(self, account: RemoteAccount) -> None:
        account.deliver(letter(), at(60))
        with account.stalled() as (mailbox, silent):
            raised: list[BaseException] = []
            caller = threading.Thread(target=lambda: raised.extend(outcome(lambda: mailbox.fetch(None, SINCE))))
            caller.start()
            assert silent.wait(PROMPT)
            mailbox.close()
            caller.join(PROMPT)
            assert not caller.is_alive()
        assert [type(error) for error in raised] == [Unavailable]


def calls(mailbox: Mailbox) -> list[Callable[[], object]]:
    """Return every verb of a mailbox, ready to be called."""
    ref = MessageRef("nonsense", id_of(1), at(60))
    return [
        lambda: mailbox.fetch(None, SINCE),
        lambda: mailbox.filed("Ajar/Rejections", None),
        lambda: mailbox.has_folder("Ajar/Rejections"),
        lambda: mailbox.search(["brightloom.example"], SINCE, 5),
        lambda: mailbox.conversation(ref),
        lambda: mailbox.save_draft(draft_for(1), ref),
        mailbox.check,
    ]


def outcome(call: Callable[[], object]) -> list[BaseException]:
    """Return what a call raised: one exception, or none."""
    try:
        call()
    except BaseException as error:  # noqa: BLE001 - a thread's exception must reach the test
        return [error]
    return []
