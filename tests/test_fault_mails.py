"""Rows 26, 28 to 31: mails that lie, hide, quote, come from robots or come twice, through the whole job.

Each says how many drafts it comes to in the end.
"""

import re
import time
from base64 import b64encode
from collections.abc import Iterator
from pathlib import Path

import pytest

from service.pipeline import Classify
from tests.hostile.mails import HOSTILE
from tests.hostile.reader import SECONDS
from tests.letters import header
from tests.maildir_account import MaildirAccount
from tests.main_job import DELAY, MAYA, REJECTION, World, id_of, mail

HTML = "<html><body>" + "".join(f"<p>{line}</p>" for line in REJECTION.split("\n\n")) + "</body></html>"
NEWSLETTER = "Ten ways to brew coffee at home, and a new roast from Peru. Read on in our shop.\n"
AWAY = f"I am out of the office until 3 December, and will not read mail.\n\n{NEWSLETTER}"
QUOTED = "Hi Jane,\n\nhow did it go with them? Shall we have lunch on Friday?\n\nBest,\nTom\n\n"


def changed(raw: bytes, **headers: str) -> bytes:
    """Put headers into a mail, in place of those it has of that name (`Reply_To` for Reply-To)."""
    for name, value in headers.items():
        line = f"{name.replace('_', '-')}: {value}\r\n".encode()
        raw = line + re.sub(rb"(?im)^%s:.*\r\n" % name.replace("_", "-").encode(), b"", raw)
    return raw


def html(body: str) -> bytes:
    return changed(mail(body), Content_Type="text/html; charset=utf-8")


def in_base64(body: str, charset: str) -> bytes:
    head = changed(mail(""), Content_Type=f"text/plain; charset={charset}", Content_Transfer_Encoding="base64")
    return head + b64encode(body.encode()) + b"\r\n"


def quoting(body: str) -> str:
    lines = "\n".join(f"> {line}" for line in body.splitlines())
    return f"{QUOTED}On Mon, 16 Nov 2026 at 10:00, Maya Lindqvist <maya@brightloop.example> wrote:\n{lines}\n"


def bounce() -> bytes:
    parts = (
        "text/plain\r\n\r\nYour mail could not be delivered.",
        "message/delivery-status\r\n\r\nReporting-MTA: dns; mx.x.example\r\n\r\nAction: failed\r\nStatus: 5.1.1",
        f"message/rfc822\r\n\r\nSubject: Your application\r\n\r\n{REJECTION}",
    )
    body = "".join(f"--b\r\nContent-Type: {part}\r\n" for part in parts) + "--b--\r\n"
    kind = 'multipart/report; report-type=delivery-status; boundary="b"'
    return changed(mail(body), Return_Path="<>", From="MAILER-DAEMON <mailer-daemon@x.example>", Content_Type=kind)


FAIL = "dmarc=fail header.from=brightloop.example"
row26, row28, row29, row30, row31 = (pytest.mark.faults(row) for row in (26, 28, 29, 30, 31))
STORIES = [
    pytest.param(html(HTML), 1, id="HTML only", marks=row28),
    pytest.param(html(f"<p>{NEWSLETTER}</p><div style='display:none'>{HTML}</div>"), 0, id="hidden", marks=row28),
    pytest.param(mail(REJECTION.replace("e", "e\u200b")), 1, id="zero width", marks=row28),
    pytest.param(mail("\u202e" + REJECTION + "\u202c"), 1, id="right to left", marks=row28),
    pytest.param(in_base64(REJECTION, "unicode_escape"), 1, id="a charset that is code", marks=row28),
    pytest.param(in_base64(REJECTION, "x-none-such"), 1, id="a charset that is none", marks=row28),
    pytest.param(mail(quoting(REJECTION), sender="Tom Adeyemi <tom@friends.example>"), 0, id="quoted", marks=row28),
    pytest.param(b"From\r\n: x\r\n" + mail(REJECTION), 1, id="broken headers before it", marks=row28),
    pytest.param(changed(mail(REJECTION), From="<"), 0, id="a sender that is none", marks=row28),
    pytest.param(
        changed(
            mail(REJECTION), List_Id="<jobs.lists.example>", Precedence="list", List_Post="<mailto:jobs@x.example>"
        ),
        0,
        id="a mailing list",
        marks=row29,
    ),
    pytest.param(changed(mail(AWAY), Auto_Submitted="auto-replied"), 0, id="an automatic answer", marks=row29),
    pytest.param(changed(mail(REJECTION), Auto_Submitted="auto-generated"), 1, id="by the system", marks=row29),
    pytest.param(bounce(), 0, id="a bounce", marks=row29),
    pytest.param(changed(mail(REJECTION), Return_Path="<>"), 1, id="a null Return-Path alone", marks=row29),
    pytest.param(changed(mail(REJECTION), Reply_To="<maya.lindqvist@gmail.com>"), 0, id="Reply-To", marks=row30),
    pytest.param(changed(mail(REJECTION), Reply_To="<maya@brightIoop.example>"), 0, id="a look-alike", marks=row30),
    pytest.param(
        changed(mail(REJECTION), Authentication_Results=f"mx.example.org; {FAIL}"), 0, id="a failed result", marks=row30
    ),
    pytest.param(
        changed(mail(REJECTION), Authentication_Results=f"mx.evil.test; {FAIL}"), 1, id="a forged result", marks=row30
    ),
    pytest.param(changed(mail(REJECTION), Message_ID=""), 1, id="no Message-ID", marks=row31),
]


@pytest.fixture
def world(tmp_path: Path, classify: Classify) -> Iterator[World]:
    world = World(MaildirAccount(tmp_path / "mail"), f"sqlite:///{tmp_path / 'ledger.sqlite3'}", classify)
    yield world
    world.database.close()


def lived(world: World) -> None:
    """Let the delay pass and everything be done twice."""
    before = world.account.snapshot()
    for _ in range(4):
        world.sweep()
        world.clock.forward(DELAY)
    assert world.account.snapshot() == before


@pytest.mark.parametrize(("raw", "drafts"), STORIES)
def test_a_mail_comes_to_its_number_of_drafts(world: World, raw: bytes, drafts: int) -> None:
    world.deliver(raw)
    lived(world)
    assert len(world.drafts()) == drafts, world.reasons()


@pytest.mark.faults(27)
def test_a_rejection_among_mails_that_are_made_to_be_dear_is_answered_all_the_same(world: World) -> None:
    world.deliver(*(make() for make in HOSTILE.values()), mail(REJECTION))
    began = time.thread_time()
    lived(world)
    assert time.thread_time() - began < len(HOSTILE) * SECONDS
    assert world.ledger.failures() == []
    assert [draft["In-Reply-To"] for draft in world.drafts()] == [id_of(1)]


@row28
@pytest.mark.parametrize(
    "word",
    [
        *("{{ 7 * 7 }}", "{% for x in range(9) %}x{% endfor %}", "{# a remark #}", "%(company)s", "{0.__class__}"),
        *("<b>Bold</b>", "<script>x()</script>", "https://evil.example/x", "www.evil.example", "[link](x)"),
        *("Evil\u202eCorp", "Evil\u200bCorp", "Evil\x07Corp", "Evil\u2066Corp", "E" * 500),
    ],
)
def test_what_a_mail_puts_where_its_names_stand_is_neither_carried_out_nor_repeated(world: World, word: str) -> None:
    body = REJECTION.replace("Brightloop", word).replace("Data Engineer", word).replace("Maya Lindqvist\n", f"{word}\n")
    world.deliver(mail(body, sender=f'"{word}" <maya@brightloop.example>'))
    lived(world)
    (draft,) = world.drafts()
    text = draft.get_content()
    assert word not in text
    for told in (
        "49",
        "xxxxxxxxx",
        "{",
        "}",
        "<",
        ">",
        "evil.example",
        "__class__",
        "EEEE",
        "\u202e",
        "\u200b",
        "\x07",
    ):
        assert told not in text


@row31
def test_two_rejections_under_one_message_id_get_at_most_one_draft_each(any_world: World) -> None:
    other = mail(REJECTION, 1, sender="Tom Adeyemi <tom@halden.example>").replace(b"Brightloop", b"Halden")
    any_world.deliver(mail(REJECTION, 1), other)
    lived(any_world)
    recipients = [str(draft["To"]) for draft in any_world.drafts()]
    assert 1 <= len(recipients) == len(set(recipients))


@row26
@pytest.mark.parametrize(
    "raw",
    [
        changed(mail(REJECTION), Subject="=?utf-8?q?Your_application=0D=0ABcc:_x@evil.example?="),
        changed(mail(REJECTION), Subject="Your application\r\n\tBcc: x@evil.example"),
        changed(mail(REJECTION), Subject=f"=?utf-8?b?{b64encode(b'Hi' + bytes([13, 10, 13, 10]) + b'To').decode()}?="),
        changed(mail(REJECTION), Message_ID="<1.job@brightloop.example>\r\n\tBcc: x@evil.example"),
        changed(mail(REJECTION), References="<a@b.example>\r\n\tBcc: x@evil.example\r\n\t<c@d.example>"),
        changed(mail(REJECTION), From=f"=?utf-8?q?Maya=0D=0ABcc:_x@evil.example?= <{MAYA.split('<')[1]}"),
    ],
    ids=[
        "encoded in the subject",
        "folded into it",
        "two of them",
        "in the Message-ID",
        "in References",
        "in the sender's name",
    ],
)
def test_a_line_end_in_a_header_begins_no_header_of_the_draft(any_world: World, raw: bytes) -> None:
    any_world.deliver(raw)
    lived(any_world)
    ((_, saved),) = any_world.account.drafts().items()
    head = saved.replace(b"\r\n", b"\n").partition(b"\n\n")[0]
    assert b"\r" not in head
    names = [line.partition(b":")[0].lower() for line in head.split(b"\n") if not line.startswith((b" ", b"\t"))]
    assert len(names) == len(set(names))
    assert not {b"bcc", b"cc"} & set(names)
    assert b"maya@brightloop.example" in header(saved, b"To")
    assert header(saved, b"In-Reply-To") in {b"", id_of(1).encode()}
