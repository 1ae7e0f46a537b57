"""The draft as bytes: its headers, and that nothing of a mail can add one.

What it says is read in `tests/test_voice.py`.
"""

from collections.abc import Sequence
from datetime import UTC, datetime
from email import policy as email_policy
from email.message import EmailMessage
from email.parser import BytesParser
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from classifier.message import Address, Message, parse
from replies.compose import ComposeError, compose, draft_id, reply_subject
from replies.decision import Draft, Policy, Recipient, RecipientKind, Reply, ReplyKind
from tests.rejections import ARRIVED, JANE, MAYA, details, interviewed, rejection

BASE = ["From", "To", "Subject", "Date", "Message-ID"]
THREAD = ["In-Reply-To", "References"]
MIME = ["MIME-Version", "Content-Type", "Content-Transfer-Encoding"]
NOW = datetime(2026, 7, 6, 8, 30, tzinfo=UTC)


def to(address: Address | None) -> Reply:
    kind = RecipientKind.PERSON if address else RecipientKind.NOBODY
    return Reply(ReplyKind.THANKS, ARRIVED, Recipient(kind, address, ""))


def drafted(mail: Message | None = None, recipient: Address | None = MAYA, policy: Policy = JANE) -> Draft:
    return compose(mail or rejection(), interviewed(), to(recipient), policy, NOW)


def read(draft: Draft) -> EmailMessage:
    parsed = BytesParser(policy=email_policy.default).parsebytes(draft.raw)
    assert isinstance(parsed, EmailMessage)
    return parsed


def test_a_draft_has_the_headers_of_a_plain_reply_and_no_other() -> None:
    mail = read(drafted())
    assert mail.keys() == [*BASE, *THREAD, *MIME]
    assert mail["From"] == "Jane Doe <jane@example.org>"
    assert [address.addr_spec for address in mail["To"].addresses] == [MAYA.email]
    assert mail["Subject"] == "Re: Your application"
    assert mail["In-Reply-To"] == mail["References"] == "<rejection.1@lantern.example>"
    assert mail.get_content_type() == "text/plain"
    assert mail.get_content_charset() == "utf-8"


def test_it_is_seven_bit_with_crlf_and_no_line_is_longer_than_allowed() -> None:
    long = rejection(subject="Ü " * 200, references=tuple(f"<{n}{'x' * 110}@lantern.example>" for n in range(100)))
    raw = drafted(long).raw
    assert raw.isascii()
    assert b"\n" not in raw.replace(b"\r\n", b"")
    assert max(len(line) for line in raw.split(b"\r\n")) <= 160


def test_nothing_in_it_names_the_program_that_made_it() -> None:
    assert b"ajar" not in drafted().raw.lower()


def test_without_a_recipient_there_is_no_to_header() -> None:
    assert read(drafted(recipient=None)).keys() == [*BASE[:1], *BASE[2:], *THREAD, *MIME]


class TestFrom:
    def test_it_is_the_address_that_the_mail_came_to(self) -> None:
        mail = rejection(to=(Address("", "crew@lantern.example"), Address("J", "J.Doe@example.net")))
        assert read(drafted(mail))["From"].addresses[0].addr_spec == "J.Doe@example.net"

    @pytest.mark.parametrize("header", ["delivered-to", "x-original-to"])
    def test_or_was_delivered_to(self, header: str) -> None:
        mail = rejection(to=(), headers={header: ("<j.doe@example.net>",)})
        assert read(drafted(mail))["From"].addresses[0].addr_spec == "j.doe@example.net"

    def test_or_the_mailboxs_own(self) -> None:
        mail = rejection(to=(Address("", "someone@else.example"),), headers={"delivered-to": ("<evil\r\nBcc: a@b>",)})
        assert read(drafted(mail))["From"].addresses[0].addr_spec == "jane@example.org"

    @pytest.mark.parametrize(
        "name", ["Zoë Brontë", 'Jane "JD" Doe', "Doe, Jane", "=?utf-8?q?Jane?=", "Ä" * 90, "J " * 45]
    )
    def test_any_name_reads_back_as_it_was_written(self, name: str) -> None:
        sender = parse(drafted(policy=Policy("jane@example.org", name)).raw).sender
        assert sender == Address(name.strip(), "jane@example.org")


class TestSubject:
    @pytest.mark.parametrize(
        ("subject", "expected"),
        [
            ("Your application", "Re: Your application"),
            ("Re: Your application", "Re: Your application"),
            ("RE: Your application", "RE: Your application"),
            ("AW: Ihre Bewerbung", "AW: Ihre Bewerbung"),
            ("Antwort: Ihre Bewerbung", "Antwort: Ihre Bewerbung"),
            ("re[2]: Your application", "re[2]: Your application"),
            ("Regarding: your application", "Re: Regarding: your application"),
            ("Rejection: X", "Re: Rejection: X"),
            ("", "Re:"),
        ],
    )
    def test_it_is_the_mails_own_with_one_prefix(self, subject: str, expected: str) -> None:
        assert reply_subject(subject) == expected
        assert read(drafted(rejection(subject=subject)))["Subject"] == expected

    def test_a_long_one_in_another_script_reads_back_whole(self) -> None:
        subject = "Ihre Bewerbung als Größenprüfer:in – 株式会社 – " + "sehr lang " * 20 + "Ende"
        assert read(drafted(rejection(subject=subject)))["Subject"] == f"Re: {subject}"

    def test_an_encoded_word_that_was_hidden_in_an_encoded_word_stays_text(self) -> None:
        subject = "Hello =?utf-8?q?=0D=0ABcc:_victim@other.example?="
        mail = read(drafted(rejection(subject=subject)))
        assert mail["Subject"] == f"Re: {subject}"
        assert mail["Bcc"] is None


class TestThread:
    def test_the_references_go_on(self) -> None:
        mail = read(drafted(rejection(references=("<a@x.example>", "<b@x.example>"), in_reply_to=("<b@x.example>",))))
        assert mail["References"].split() == ["<a@x.example>", "<b@x.example>", "<rejection.1@lantern.example>"]

    def test_in_reply_to_stands_in_for_missing_references(self) -> None:
        mail = read(drafted(rejection(in_reply_to=("<b@x.example>",))))
        assert mail["References"].split() == ["<b@x.example>", "<rejection.1@lantern.example>"]

    def test_a_long_thread_keeps_its_first_mail_and_the_newest(self) -> None:
        ids = [f"<{n}@x.example>" for n in range(200)]
        kept = read(drafted(rejection(references=tuple(ids))))["References"].split()
        assert kept == [ids[0], *ids[-18:], "<rejection.1@lantern.example>"]

    def test_a_message_id_longer_than_a_line_is_not_broken(self) -> None:
        long = f"<{'a' * 110}@{'b' * 100}.example>"
        raw = drafted(rejection(message_id=long)).raw
        assert f"In-Reply-To: {long}\r\n".encode() in raw
        assert f"References: {long}\r\n".encode() in raw

    def test_without_a_message_id_there_is_no_thread_to_name(self) -> None:
        assert read(drafted(rejection(message_id=None))).keys() == [*BASE, *MIME]


class TestMessageId:
    def test_it_is_the_same_for_the_same_mail_and_names_only_the_users_domain(self) -> None:
        assert drafted().message_id == draft_id(JANE, rejection().key)
        assert read(drafted())["Message-ID"] == drafted().message_id
        assert drafted().message_id.endswith("@example.org>")
        assert len(drafted().message_id) == len("<>@example.org") + 32

    def test_it_differs_for_another_mail_and_another_user(self) -> None:
        assert draft_id(JANE, "a") != draft_id(JANE, "b")
        assert draft_id(JANE, "a") != draft_id(Policy("joe@example.org", "Joe"), "a")

    def test_a_domain_in_another_script_is_written_in_ascii(self) -> None:
        assert draft_id(Policy("jo@bücher.example", "Jo"), "a").endswith("@xn--bcher-kva.example>")


def test_the_date_is_the_users_wall_clock() -> None:
    in_berlin = Policy("jane@example.org", "Jane Doe", timezone=ZoneInfo("Europe/Berlin"))
    assert read(drafted(policy=in_berlin))["Date"] == "Mon, 06 Jul 2026 10:30:00 +0200"


INJECTED = "Hello\r\nBcc: victim@other.example\r\n\r\nbody"


@pytest.mark.parametrize(
    "hostile",
    [
        rejection(subject=INJECTED),
        rejection(subject=INJECTED.replace("\r", "")),
        rejection(subject="Hello\x0bBcc: v@o.example\x0c\x85\u2028x"),
        rejection(message_id="<a@b.example>\r\nBcc: victim@other.example"),
        rejection(references=("<a@b.example>\r\nBcc: victim@other.example",), in_reply_to=("<x\n@y.example>",)),
        rejection(to=(Address("x\r\nBcc: v@o.example", "jane@example.org"),)),
    ],
)
def test_a_line_break_in_a_mail_never_makes_a_header(hostile: Message) -> None:
    mail = read(drafted(hostile))
    assert mail["Bcc"] is None
    assert set(mail.keys()) <= {*BASE, *THREAD, *MIME}


def test_a_line_break_in_a_name_never_makes_a_header() -> None:
    policy = Policy("jane@example.org", "Jane\r\nBcc: victim@other.example", signature="J\r\n\r\nBcc: v@o.example")
    mail = read(drafted(recipient=Address("Maya\r\nBcc: victim@other.example", MAYA.email), policy=policy))
    assert mail.keys() == [*BASE, *THREAD, *MIME]


@pytest.mark.parametrize("email", ["a@b.example>\r\nBcc: v@o.example", "a b@c.example", "a@b.example,c@d.example", ""])
def test_an_address_that_is_none_is_refused(email: str) -> None:
    with pytest.raises(ComposeError):
        drafted(recipient=Address("", email))


def test_a_hostile_mail_goes_through_the_parser_into_a_clean_draft() -> None:
    raw = (
        b"From: =?utf-8?q?Maya=0D=0ABcc=3A_v=40o.example?= <maya.lindqvist@lantern.example>\r\n"
        b"Subject: =?utf-8?q?Hi=0D=0ABcc=3A_victim=40other.example?= =?utf-8?q?=3D=3Futf-8=3Fq=3F=3D0A=3F=3D?=\r\n"
        b"Message-ID: <a@b.example> <c@d.example>\r\nReferences: <x@y.example>\x00 garbage <e@f.example>\r\n"
        b"To: jane@example.org\r\n\r\nSorry.\r\n"
    )
    message = parse(raw)
    mail = read(drafted(message, message.sender))
    assert set(mail.keys()) <= {*BASE, *THREAD, *MIME}


TEXT = st.text(max_size=120)
IDS = st.lists(st.one_of(TEXT, st.from_regex(r"<[a-z0-9.]{1,99}@[a-z.]{1,99}>", fullmatch=True)), max_size=30)


@given(TEXT, TEXT, TEXT, TEXT, IDS)
def test_whatever_a_mail_holds_the_draft_reads_back_to_exactly_these_headers(
    subject: str, sender: str, own: str, company: str, ids: Sequence[str]
) -> None:
    message = rejection(subject=subject, references=tuple(ids[1:]), message_id=ids[0] if ids else None)
    policy = Policy("jane@example.org", own)
    draft = compose(message, details(company, company, sender), to(Address(sender, MAYA.email)), policy, NOW)
    mail = read(draft)
    names = mail.keys()
    assert names in ([*BASE, *MIME], [*BASE, *THREAD, *MIME])
    assert len(mail["From"].addresses) == len(mail["To"].addresses) == 1
    assert mail["To"].addresses[0].addr_spec == MAYA.email
    assert draft.raw.isascii()


def test_a_template_that_cannot_be_filled_in_is_told_without_words_of_the_mail(tmp_path: Path) -> None:
    folder = tmp_path / "en" / "thanks"
    folder.mkdir(parents=True)
    (folder / "met-warm-1.txt.j2").write_text("{{ company.nonsense }} {{ 1 // 0 }}")
    (folder / "grateful-warm-1.txt.j2").write_text("{{ company.nonsense }} {{ 1 // 0 }}")
    with pytest.raises(ComposeError) as caught:
        drafted(policy=Policy("jane@example.org", "Jane", templates=tmp_path))
    assert "warm-1.txt.j2" in str(caught.value)
    assert "Lantern" not in str(caught.value)
