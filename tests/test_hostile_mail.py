"""Whatever a hostile mail does, it costs little, raises nothing, and what comes out is harmless."""

import sys
import time
from importlib.util import find_spec
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from classifier.message import Message, is_addr_spec, is_message_id, parse
from classifier.sentences import split_sentences

MAILS = sorted((Path(__file__).parent / "mails").rglob("*.eml"))


def is_harmless(message: Message) -> bool:
    names = [address.name for address in (message.sender, *message.to, *message.reply_to) if address]
    lines = [message.subject, *names, *(value for values in message.headers.values() for value in values)]
    specs = [address.email for address in (message.sender, *message.to, *message.reply_to) if address]
    ids = [*message.references, *message.in_reply_to, *([message.message_id] if message.message_id else [])]
    return (
        all(line.isprintable() or not any(ord(c) < 32 or c in "\u202e\u200b" for c in line) for line in lines)
        and all(map(is_addr_spec, specs))
        and all(map(is_message_id, ids))
        and len(message.text) <= 200_000
        and not any(c in message.text for c in "\r\0\u202e\u200b\u00ad")
    )


@pytest.mark.faults(28)
@given(st.binary(max_size=2000))
@settings(max_examples=200, deadline=None)
def test_any_bytes_give_a_harmless_message(raw: bytes) -> None:
    assert is_harmless(parse(raw))


@pytest.mark.faults(28)
@given(
    st.lists(
        st.sampled_from(
            [
                b"From: <",
                b"From: ",
                b"Subject: ",
                b"Content-Type: ",
                b"multipart/mixed; boundary=b\n",
                b"text/html\n",
                b"--b\n",
                b"--b--\n",
                b"\n\n",
                b"\r\n",
                b"\n ",
                b"=?utf-8?q?=0d=0aBcc:x?=",
                b"=?x?b?////?=",
                b"<a@b>",
                b'<div style="',
                b"<p>",
                b"</p>",
                b"&#0;",
                b"\x00",
                b"\xff\xfe",
                b"charset=utf-7",
                b"> ",
                b"On 1 x wrote:\n",
                b"message/rfc822\n",
                b"Content-Transfer-Encoding: base64\n",
                b"Date: ",
                b"31 Feb 99999 25:61:61 +9999",
                b'"',
                b"(",
                b"Message-ID: <",
                b"\xe2\x80\xae",
                b"text/calendar\n",
            ]
        ),
        max_size=60,
    )
)
@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_pile_of_fragments_of_mail_gives_a_harmless_message(pieces: list[bytes]) -> None:
    assert is_harmless(parse(b"".join(pieces)))


def test_every_mail_of_the_standard_library_own_tests_is_read() -> None:
    spec = find_spec("test.test_email")
    samples = sorted(Path(str(spec.origin)).parent.glob("data/*.txt")) if spec and spec.origin else []
    assert all(is_harmless(parse(sample.read_bytes())) for sample in [*samples, *MAILS])


def nested(depth: int) -> bytes:
    return (
        b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(depth)) + b"\ndeep"
    )


HOSTILE = {
    "a thousand nested parts": nested(1000),
    "two hundred thousand parts": b"Content-Type: multipart/mixed; boundary=b\n\n" + b"--b\n\nx\n" * 200_000,
    "20 000 addresses": b"To: " + b"a@b.example, " * 20_000 + b"\n\nx",
    "20 000 open brackets": b"To: " + b"<" * 20_000 + b'"' * 20_000 + b"(" * 20_000 + b"\n\nx",
    "backslashes in quotes": b"From: " + b'"\\' * 30_000 + b"\n\nx",
    "a hundred thousand headers": b"a: b\n" * 100_000 + b"\nx",
    "a header of a megabyte": b"Subject: " + b"=?utf-8?q?a?= " * 80_000 + b"\n\nx",
    "50 MB of text": b"A: b\n\n" + b"word " * 10_000_000,
    "100 000 nested elements": b"Content-Type: text/html\n\n" + b"<div>" * 100_000,
    "end tags hidden in attributes": b"Content-Type: text/html\n\n" + b'<div a="</div>">' * 60_000,
    "end tags hidden in unquoted attributes": b"Content-Type: text/html\n\n" + b'<div a=x="y z="><p></div>">' * 30_000,
    "end tags hidden in scripts": b"Content-Type: text/html\n\n" + b"<div><script></div></script>" * 20_000,
    "70 000 attributes": b"Content-Type: text/html\n\n<p " + b" ".join(b"a%d" % n for n in range(70_000)) + b">x",
    "open formatting before many blocks": b"Content-Type: text/html\n\n"
    + b"".join(b"<font color=%d>" % n for n in range(300))
    + b"<p>" * 100_000,
    "combining marks": b"A: b\n\n" + ("\u0316\u0301" * 100_000).encode(),
    "lines like introductions": b"A: b\n\n"
    + b"On 1 1 1 1@@@ 1\n" * 100_000
    + b"From: x\n" * 100_000
    + b"x:\n" * 100_000,
    "dots": b"A: b\n\n" + b"." * 2_000_000,
    "spaces": b"A: b\n\n" + b" " * 2_000_000,
    "quotation marks": b"A: b\n\n" + b">\n" * 500_000,
}


@pytest.mark.faults(27)
@pytest.mark.parametrize("raw", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_mail_costs_little_and_stays_bounded(raw: bytes) -> None:
    began = time.perf_counter()
    message = parse(raw)
    split_sentences(message.text)
    assert (
        time.perf_counter() - began < 3
    )  # milliseconds on an idle machine; the faults guarded against take 10 s and more
    assert is_harmless(message)
    assert len(message.to) <= 200


def test_a_mail_read_near_the_end_of_the_stack_still_gives_a_message() -> None:
    def deeper(left: int) -> Message:
        return deeper(left - 1) if left else parse(nested(30))

    limit = sys.getrecursionlimit()
    assert isinstance(deeper(limit // 2), Message)
