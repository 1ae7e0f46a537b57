"""What breaks between Ajar and a real IMAP server: after every fault, one draft and no more.

The numbers are those of the table of faults in the design.
"""

import itertools
import time
from collections.abc import Iterator

import pytest

from service.errors import Refused, Unavailable, Unclear
from service.mailbox import MessageRef, Place
from tests.letters import SINCE, answer, at, draft_for, drain, header, id_of, letter, stands, subjects
from tests.servers import dovecot
from tests.servers.dovecot import PASSWORD, Dovecot, Variant
from tests.servers.imap_account import FILED, ImapAccount
from tests.servers.proxy import Plan, Proxy
from tests.workplace import until

pytestmark = pytest.mark.skipif(
    not dovecot.is_installed(), reason="these faults are made on Dovecot, which is not installed on this machine"
)
_users = itertools.count()
# Another hierarchy, another language, hardly any room.
ODD = Variant(
    folders={"Entwürfe": r"\Drafts", "Gesendet": "", "Papierkorb": r"\Trash"},
    prefix="INBOX.",
    separator=".",
    quota="20K",
)
ODD_FOLDERS = {Place.DRAFTS: "INBOX.Entwürfe", Place.SENT: "INBOX.Gesendet", Place.TRASH: "INBOX.Papierkorb"}


@pytest.fixture(scope="module")
def server() -> Iterator[Dovecot]:
    with Dovecot.anywhere() as running:
        yield running


@pytest.fixture(scope="module")
def odd() -> Iterator[Dovecot]:
    with Dovecot.anywhere(ODD) as running:
        yield running


@pytest.fixture
def account(server: Dovecot) -> Iterator[ImapAccount]:
    opened = ImapAccount(server.port, f"faulty{next(_users)}", PASSWORD)
    yield opened
    opened.leave()


@pytest.fixture
def odd_account(odd: Dovecot) -> Iterator[ImapAccount]:
    opened = ImapAccount(odd.port, f"odd{next(_users)}", PASSWORD, folders=ODD_FOLDERS)
    yield opened
    opened.leave()


def received(account: ImapAccount) -> MessageRef:
    """Let one mail arrive and return its reference."""
    account.deliver(letter(1), at(60))
    mailbox = account.mailbox()
    (mail,) = drain(mailbox)[0]
    mailbox.close()
    return mail.ref


def save_through(account: ImapAccount, plan: Plan, ref: MessageRef, timeout: float = 20) -> BaseException:
    """Save a draft over a connection that fails, and return what was raised."""
    with Proxy(account.port, plan) as proxy:
        mailbox = account.through(proxy.port, timeout=timeout)
        with pytest.raises(Unavailable) as failure:
            mailbox.save_draft(draft_for(1), ref)
        assert proxy.tripped.is_set()
        mailbox.close()
    return failure.value


# 1, 2, 3: the crash table of saving


@pytest.mark.parametrize(
    ("plan", "timeout", "stored"),
    [
        pytest.param(Plan(cut_answer_at=b"APPENDUID"), 20, 1, id="the OK is lost", marks=pytest.mark.faults(1)),
        pytest.param(Plan(silent_after=b"all the best."), 0.5, 1, id="the server hangs", marks=pytest.mark.faults(2)),
        pytest.param(
            Plan(cut_request_after=(b"Subject: Letter", 1)), 20, 0, id="cut in the literal", marks=pytest.mark.faults(3)
        ),
    ],
)
def test_a_save_whose_answer_is_lost_is_unclear_and_the_next_try_makes_one_draft_in_all(
    account: ImapAccount, plan: Plan, timeout: float, stored: int
) -> None:
    ref = received(account)
    assert isinstance(save_through(account, plan, ref, timeout), Unclear)
    assert len(account.drafts()) == stored
    mailbox = account.mailbox()
    assert mailbox.save_draft(draft_for(1), ref).created is (stored == 0)
    assert not mailbox.save_draft(draft_for(1), ref).created
    mailbox.close()
    assert len(account.drafts()) == 1


@pytest.mark.faults(3)
def test_a_connection_cut_before_the_append_is_unavailable_and_nothing_is_saved(account: ImapAccount) -> None:
    ref = received(account)
    failure = save_through(account, Plan(cut_request_after=(b"EXAMINE", 0)), ref)
    assert type(failure) is Unavailable
    assert account.drafts() == {}


def test_a_provider_that_lost_its_connection_makes_a_new_one(account: ImapAccount) -> None:
    account.deliver(letter(1), at(60))
    with Proxy(account.port) as proxy:
        mailbox = account.through(proxy.port)
        _, cursor = drain(mailbox)
        proxy.hang_up()
        account.deliver(letter(2), at(70))
        with pytest.raises(Unavailable):
            mailbox.fetch(cursor, SINCE)
        assert subjects(drain(mailbox, cursor)[0]) == [2]
        mailbox.close()


@pytest.mark.faults(15)
def test_a_kicked_user_is_unavailable_and_comes_back(server: Dovecot, account: ImapAccount) -> None:
    mailbox = account.mailbox()
    drain(mailbox)
    server.admin("kick", account.user)
    until(lambda: server.sessions(account.user) == 0)  # it only asks them to end
    with pytest.raises(Unavailable):
        mailbox.fetch(None, SINCE)
    assert drain(mailbox)[0] == []
    mailbox.close()
    account.client.shutdown()
    account.client = ImapAccount(server.port, account.user, PASSWORD).client


# 9: UIDVALIDITY


@pytest.mark.faults(9)
def test_a_rebuilt_folder_shows_all_as_new_and_yields_no_second_draft(server: Dovecot) -> None:
    user = f"rebuilt{next(_users)}"
    account = ImapAccount(server.port, user, PASSWORD)
    account.deliver(letter(0), at(-86_400 * 9))
    ref = received(account)
    mailbox = account.mailbox()
    _, cursor = drain(mailbox)
    mailbox.save_draft(draft_for(1), ref)
    mailbox.close()
    account.leave()
    time.sleep(1)  # Dovecot makes UIDVALIDITY from the clock's seconds
    server.forget_uids(user)
    mails, fresh = drain(mailbox, cursor)
    assert subjects(mails) == [1]
    assert fresh != cursor
    assert mails[0].ref.locator != ref.locator
    assert mailbox.conversation(ref).mail == mails[0].raw
    assert not mailbox.save_draft(draft_for(1), mails[0].ref).created
    mailbox.close()


# 10: expunged between SEARCH and FETCH


@pytest.mark.faults(10)
def test_a_mail_that_is_expunged_before_it_can_be_fetched_is_passed_over(account: ImapAccount) -> None:
    gone, _ = (account.deliver(letter(number), at(60 + number)) for number in (1, 2))
    with Proxy(account.port, Plan(first=(b"UID FETCH", lambda: account.erase(gone)))) as proxy:
        mailbox = account.through(proxy.port)
        mails, cursor = drain(mailbox)
        assert proxy.tripped.is_set()
        assert subjects(mails) == [2]
        assert drain(mailbox, cursor)[0] == []
        mailbox.close()


# 13: which folder is Drafts


@pytest.mark.faults(13)
def test_drafts_in_another_language_below_a_prefix_are_found(odd_account: ImapAccount) -> None:
    ref = received(odd_account)
    mailbox = odd_account.mailbox()
    assert mailbox.save_draft(draft_for(1), ref).created
    assert len(odd_account.drafts()) == 1
    assert any("INBOX.Entwürfe" in line for line in mailbox.check())
    mailbox.close()


@pytest.mark.faults(13)
def test_a_sent_folder_that_is_known_by_its_german_name_only_is_looked_at(odd_account: ImapAccount) -> None:
    ref = received(odd_account)
    odd_account.put(Place.SENT, answer(1))
    mailbox = odd_account.mailbox()
    assert stands(mailbox.conversation(ref), Place.SENT, "<1.answer@example.org>")
    mailbox.close()


@pytest.mark.faults(13)
def test_a_drafts_folder_named_by_the_user_comes_first(account: ImapAccount) -> None:
    ref = received(account)
    mailbox = account.through(account.port, drafts_folder=FILED)
    assert mailbox.save_draft(draft_for(1), ref).created
    account.client.select_folder(FILED, readonly=True)
    assert len(account.client.search()) == 1
    assert account.drafts() == {}
    mailbox.close()


@pytest.mark.faults(13)
def test_a_named_folder_that_is_not_there_is_refused_with_the_list_and_not_made(account: ImapAccount) -> None:
    before = account.client.list_folders()
    mailbox = account.through(account.port, drafts_folder="Skizzen")
    with pytest.raises(Refused, match=FILED):
        mailbox.save_draft(draft_for(1), MessageRef("", id_of(1), at(0)))
    mailbox.close()
    assert account.client.list_folders() == before


def test_a_folder_to_read_that_is_not_there_is_refused_with_the_list(account: ImapAccount) -> None:
    mailbox = account.through(account.port, folders=("INBOX", "Nowhere"))
    for call in (mailbox.check, lambda: mailbox.fetch(None, SINCE)):
        with pytest.raises(Refused, match=FILED):
            call()
    mailbox.close()


# 14: no room


@pytest.mark.faults(14)
def test_a_full_mailbox_refuses_the_draft_and_says_so(odd_account: ImapAccount) -> None:
    ref = received(odd_account)
    odd_account.deliver(letter(2, body=b"x" * 70 + b"\r\n"), at(0))
    for _ in range(60):
        try:
            odd_account.put(Place.SENT, answer(3, body=(b"y" * 70 + b"\r\n") * 12))
        except Exception as full:  # noqa: BLE001 - whatever the library makes of it
            assert "OVERQUOTA" in str(full)  # noqa: PT017 - this is the set-up, not the promise
            break
    mailbox = odd_account.mailbox()
    with pytest.raises(Refused, match="full") as refusal:
        mailbox.save_draft(draft_for(1), ref)
    assert refusal.value.remedy
    mailbox.close()
    assert odd_account.drafts() == {}


# 31: one mail in two folders


@pytest.mark.faults(31)
def test_a_mail_in_two_folders_is_found_in_the_other_when_one_copy_is_thrown_away(account: ImapAccount) -> None:
    handle = account.deliver(letter(1), at(60))
    account.deliver(letter(1), at(60), FILED)
    account.deliver(letter(2), at(30), FILED)
    mailbox = account.through(account.port, folders=("INBOX", FILED))
    mails, cursor = drain(mailbox)
    assert subjects(mails) == [2, 1, 1]
    assert drain(mailbox, cursor)[0] == []
    account.throw_away(handle)
    for mail in mails[1:]:
        found = mailbox.conversation(mail.ref).mail
        assert found is not None
        assert header(found, b"Message-ID") == id_of(1).encode()
    mailbox.close()


def test_a_mail_that_is_only_marked_as_deleted_is_gone_and_such_a_draft_thrown_away(account: ImapAccount) -> None:
    ref = received(account)
    account.put(Place.DRAFTS, answer(1))
    for folder in ("Drafts", "INBOX"):
        account.client.select_folder(folder)
        account.client.delete_messages(account.client.search())
    mailbox = account.mailbox()
    conversation = mailbox.conversation(ref)
    assert conversation.mail is None
    assert stands(conversation, Place.TRASH, "<1.answer@example.org>")
    mailbox.close()


def test_a_folder_of_corrections_is_found_below_the_prefix_and_with_the_server_s_own_sign_between_levels(
    odd_account: ImapAccount,
) -> None:
    name = "Ajar/Nicht für mich"
    odd_account.make_folder(name)
    odd_account.put_into(odd_account.deliver(letter(1), at(60)), name)
    mailbox = odd_account.mailbox()
    listed = {folder for _, _, folder in odd_account.client.list_folders()}
    assert "INBOX.Ajar.Nicht für mich" in listed
    for spelled in (name, "INBOX/Ajar/Nicht für mich", "INBOX.Ajar.Nicht für mich", "ajar/nicht für mich"):
        assert mailbox.has_folder(spelled), spelled
    assert not mailbox.has_folder("Nicht für mich")
    assert [mail.ref.message_id for mail in mailbox.filed(name, None).mails] == [id_of(1)]
    mailbox.close()
