"""Any bytes give a Message: bounded, harmless, and what a person would have read."""

import base64
from email.header import Header
from pathlib import Path

import pytest

from classifier.html import html_to_text
from classifier.message import Message, is_addr_spec, is_message_id, parse

MAILS = sorted((Path(__file__).parent / "mails").rglob("*.eml"))


def plain(body: str, **headers: str) -> Message:
    fields = "".join(f"{name.replace('_', '-')}: {value}\n" for name, value in headers.items())
    return parse(f"{fields}Content-Type: text/plain; charset=utf-8\n\n{body}".encode())


def html(markup: str) -> str:
    return parse(f"Content-Type: text/html; charset=utf-8\n\n<html><body>{markup}</body></html>".encode()).text


@pytest.mark.parametrize("path", MAILS, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_a_mail_cut_anywhere_behind_its_headers_keeps_its_key(path: Path) -> None:
    raw = path.read_bytes()
    behind = raw.index(b"\r\n\r\n") + 4
    assert {parse(raw[:cut]).key for cut in (behind, behind + 40, len(raw) - 1)} == {parse(raw).key}


def test_the_key_is_the_same_with_other_line_ends_and_differs_with_each_part() -> None:
    fields = {"From": "a@b.example", "Date": "Mon, 5 Jan 2026 10:00:00 +0000", "Subject": "s", "Message_ID": "<a@b>"}
    key = plain("x", **fields).key
    others = {
        plain("x", **{**fields, name: value}).key
        for name, value in (
            ("From", "c@b.example"),
            ("Date", "Tue, 6 Jan 2026 10:00:00 +0000"),
            ("Subject", "t"),
            ("Message_ID", "<c@b>"),
        )
    }
    assert key not in others
    assert len(others) == 4
    raw = b"From: a@b.example\nSubject: s\n\nx"
    assert parse(raw).key == parse(raw.replace(b"\n", b"\r\n")).key


@pytest.mark.faults(26)
def test_line_ends_in_an_encoded_subject_or_name_become_spaces() -> None:
    encoded = Header("Hi\r\nBcc: evil@evil.test", "utf-8").encode()
    smuggled = "=?utf-8?q?Hi=0D=0ABcc:_evil?="
    message = plain("x", Subject=encoded, From=f"{smuggled} <a@b.example>")
    assert message.subject == "Hi Bcc: evil@evil.test"
    assert message.sender is not None
    assert message.sender.name == "Hi Bcc: evil"


@pytest.mark.faults(26)
@pytest.mark.parametrize(
    "text",
    [
        "<a@b>\r\nBcc: x",
        "<a b@c>",
        '<"a"@b>',
        "<a@b",
        "a@b",
        "<@b>",
        "<a@>",
        "<a@b\n>",
        "<ä@b>",
        "<a@b@c>",
        f"<{'a' * 300}@b>",
        "<a\0@b>",
    ],
)
def test_what_is_not_strictly_a_message_id_is_none(text: str) -> None:
    assert not is_message_id(text)


def test_usual_message_ids_are_accepted() -> None:
    assert all(map(is_message_id, ["<CA+x=y_z.1@mail.gmail.com>", "<DB7PR04.$%&@x.outlook.com>", "<1@[10.0.0.1]>"]))


@pytest.mark.parametrize(
    "text",
    ["a@b\r\n", "a b@c", "a@b c", "@b", "a@", "a", '"a"@b', "a@b@c", "a..b@c", ".a@c", "ä@b.example", "a@-b", "a@b\0"],
)
def test_what_is_not_strictly_an_address_is_refused(text: str) -> None:
    assert not is_addr_spec(text)


@pytest.mark.parametrize(
    ("header", "name", "email"),
    [
        ("Anna <Anna@Acme.EXAMPLE>", "Anna", "Anna@acme.example"),
        ('"Smith, Anna" <a@b.example>', "Smith, Anna", "a@b.example"),
        ("=?utf-8?q?M=C3=BCller=2C_Anna?= <a@b.example>", "Müller, Anna", "a@b.example"),
        ("=?iso-8859-1?q?J=F6rg?= <a@b.example>, c@d.example", "Jörg", "a@b.example"),
        ("a@b.example (Anna)", "Anna", "a@b.example"),
        ("Anna\u202e\u200b <a@b.example>", "Anna", "a@b.example"),
        ('"Anna" <broken>, real@b.example', "", "real@b.example"),
    ],
)
def test_a_sender_is_read_as_people_write_them(header: str, name: str, email: str) -> None:
    sender = plain("x", From=header).sender
    assert sender is not None
    assert (sender.name, sender.email) == (name, email)


@pytest.mark.faults(28)
@pytest.mark.parametrize("header", ["<", "", "undisclosed-recipients:;", "<>", "a@b\x00c", "=?utf-8?q?a=40b?="])
def test_a_sender_that_is_no_address_is_none(header: str) -> None:
    assert plain("x", From=header).sender is None


@pytest.mark.faults(28)
def test_hidden_parts_of_html_are_not_read() -> None:
    shown = html(
        '<style>p{}</style><script>x</script><div style="display: none">a</div><span style="font-size:0">b</span>'
        '<p hidden>c</p><div style="max-height:0px;overflow:hidden">d</div><div class="preheader">e</div>'
        '<i style="mso-hide:all">f</i><b style="VISIBILITY:HIDDEN">g</b><p>seen</p>'
        '<div style="font-size:0px"><span style="font-size:16px">too</span></div>'
    )
    assert shown.split() == ["seen", "too"]


def test_html_keeps_its_paragraphs_lines_lists_and_cells() -> None:
    shown = html(
        "<p>One\n two</p><p>Three<br>four</p><ul><li>a</li><li>b</li></ul><table><tr><td>x<td>y<tr><td>z</table>"
    )
    assert shown == "One two\n\nThree\nfour\n\n- a\n\n- b\n\nx y\n\nz"


@pytest.mark.faults(28)
def test_zero_width_bidi_and_odd_spaces_are_gone_and_letters_composed() -> None:
    message = plain("un\u200bfor\u00adtu\u2060nately\u202e\u00a0we\ufeff u\u0308ber\x00\x07")
    assert message.text == "unfortunately we über"


@pytest.mark.faults(28)
@pytest.mark.parametrize(
    "charset", ["utf-7", "unicode_escape", "punycode", "idna", "hex", "rot13", "x-no-such", "\xff", "", "undefined"]
)
def test_a_charset_that_is_none_is_read_as_latin(charset: str) -> None:
    raw = f"Subject: =?{charset}?q?a+AGE-=E9?=\nContent-Type: text/plain; charset={charset}\n\n+AGE- \\x41 caf".encode(
        "latin-1"
    )
    assert parse(raw + b"\xe9").text == "+AGE- \\x41 café"


@pytest.mark.parametrize(
    ("charset", "text"),
    [("iso-2022-jp", "不採用"), ("koi8-r", "Привет"), ("gb2312", "你好"), ("windows-1252", "“é€”"), ("euc-kr", "안녕")],
)
def test_the_charsets_of_the_world_are_read(charset: str, text: str) -> None:
    head = f"Content-Type: text/plain; charset={charset}\nContent-Transfer-Encoding: base64\n\n"
    assert parse(head.encode() + base64.b64encode(text.encode(charset))).text == text


def test_base64_that_is_cut_off_loses_only_its_end() -> None:
    data = base64.encodebytes(b"We regret to inform you that this is long enough to be cut." * 3)
    for cut in range(1, 6):
        text = parse(b"Content-Transfer-Encoding: base64\n\n" + data[:-cut]).text
        assert text.startswith("We regret to inform you")


def test_a_stub_beside_html_is_passed_over_and_a_real_plain_part_preferred() -> None:
    def alternative(text: str) -> str:
        return parse(
            f"Content-Type: multipart/alternative; boundary=b\n\n--b\n\n{text}\n--b\nContent-Type: text/html\n\n"
            "<p>from the markup</p>\n--b--\n".encode()
        ).text

    assert alternative("Please view this mail in an HTML client.") == "from the markup"
    assert alternative("") == "from the markup"
    assert alternative("We have read your application with care.") == "We have read your application with care."


@pytest.mark.faults(28)
@pytest.mark.parametrize(
    "introduction",
    [
        "On Mon, Jan 5, 2026 at 10:00 AM Anna Smith <a@b.example> wrote:\n",
        "On Mon, Jan 5, 2026 at 10:00 AM Anna Smith-Longname\n<anna.smith@somewhere.example> wrote:\n",
        "Am Mo., 5. Jan. 2026 um 10:00 Uhr schrieb Anna <a@b.example>:\n",
        "Am 05.01.26 um 10:00 schrieb Anna Müller:\n",
        "Le lun. 5 janv. 2026 à 10:00, Anna <a@b.example> a écrit :\n",
        "El lun, 5 ene 2026 a las 10:00, Anna (<a@b.example>) escribió:\n",
        "Il giorno lun 5 gen 2026 alle ore 10:00 Anna <a@b.example> ha scritto:\n",
        "Op ma 5 jan 2026 om 10:00 schreef Anna <a@b.example>:\n",
        "---------- Forwarded message ---------\nFrom: Anna <a@b.example>\n",
        "-----Original Message-----\nFrom: Anna\n",
        "-----Ursprüngliche Nachricht-----\nVon: Anna\n",
        "Von: Anna <a@b.example>\nGesendet: Montag, 5. Januar 2026 10:00\nAn: Jane\nBetreff: Re: x\n",
        "From: Anna <a@b.example>\nSent: Monday, January 5, 2026 10:00 AM\nTo: Jane\nSubject: Re: x\n",
        "________________________________\nFrom: Anna <a@b.example>\nSent: Monday\nTo: Jane\nSubject: x\n",
        "*De:* Anna <a@b.example>\n*Envoyé:* lundi\n*À:* Jane\n*Objet:* x\n",
        "Begin forwarded message:\n\nFrom: Anna\n",
        "> ",
    ],
)
def test_what_was_quoted_or_forwarded_is_taken_off(introduction: str) -> None:
    message = plain(f"Thanks, see you then.\n\n{introduction}unfortunately we chose another\n")
    assert message.text == "Thanks, see you then."
    assert "unfortunately we chose another" in message.quoted


def test_answers_between_quoted_lines_stay() -> None:
    message = plain("On Mon, 5 Jan 2026, Anna wrote:\n> Is Monday fine?\nYes.\n> And the role?\nGladly.\n")
    assert message.text.split() == ["Yes.", "Gladly."]


def test_gmails_quotation_in_html_is_taken_off() -> None:
    markup = (
        '<p>No news.</p><div class="gmail_quote"><div class="gmail_attr">On Mon, Jan 5, 2026 at 10:00 AM Anna '
        '&lt;a@b.example&gt; wrote:<br></div><blockquote class="gmail_quote"><p>unfortunately</p>'
        "<blockquote>older</blockquote></blockquote></div>"
    )
    message = parse(f"Content-Type: text/html\n\n{markup}".encode())
    assert message.text == "No news."
    assert "unfortunately" in message.quoted


def test_ordinary_lines_with_colons_and_dashes_are_no_quotation() -> None:
    body = "From: now on we hire less.\nWhat follows is our decision:\n--\nOn 5 January we wrote.\nAnna\n________\nAcme"
    assert plain(body).quoted == ""


def test_an_attached_mail_is_quoted_not_said() -> None:
    raw = (
        b"Content-Type: multipart/mixed; boundary=b\n\n--b\n\nsee below\n--b\nContent-Type: message/rfc822\n\n"
        b"Subject: x\n\nunfortunately\n--b--\n"
    )
    message = parse(raw)
    assert (message.text, message.quoted) == ("see below", "unfortunately")


def test_a_calendar_is_noticed_and_an_attachment_not_read() -> None:
    raw = (
        b"Content-Type: multipart/mixed; boundary=b\n\n--b\n\nhello\n--b\nContent-Type: text/calendar\n\nBEGIN\n"
        b"--b\nContent-Type: text/plain\nContent-Disposition: attachment; filename=a.txt\n\nsecret\n--b--\n"
    )
    message = parse(raw)
    assert message.has_calendar
    assert message.text == "hello"


def test_what_a_cap_cut_off_is_said() -> None:
    assert parse(b"A: b\n\n" + b"word " * 500_000).truncated
    assert not plain("short").truncated


def test_a_date_is_aware_or_none() -> None:
    moment = plain("x", Date="Mon, 5 Jan 2026 10:00:00 -0000").date
    assert moment is not None
    assert moment.utcoffset() is not None
    assert plain("x", Date="31 Feb 99999 25:61").date is None
    assert plain("x").date is None


@pytest.mark.faults(26)
def test_threads_keep_only_ids_that_are_safe() -> None:
    message = plain("x", References="<a@b> <c d@e> <f@g>\n <a@b>", In_Reply_To="<h@i> (Anna's mail)")
    assert (message.references, message.in_reply_to) == (("<a@b>", "<f@g>"), ("<h@i>",))


def test_what_is_nested_too_deep_to_be_a_letter_still_has_its_lines() -> None:
    letter = "<p>Anna Smith</p><p>Harlow<br>Foods</p>"
    text = html_to_text("<div>" * 5000 + letter + "</div>" * 5000)
    assert [line for line in text.split("\n") if line.strip()] == ["Anna Smith", "Harlow", "Foods"]
