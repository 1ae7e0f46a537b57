"""Mail that lies in files: every shape that a user brings to `scan`, `classify` and `explain`."""

import mailbox
import os
import tracemalloc
from datetime import UTC, datetime
from pathlib import Path

import pytest

from classifier.message import parse
from replies.decision import Policy
from service.archive import gather
from service.errors import AjarError
from service.left_out import LeftOut
from service.mailbox import MAX_MAIL_BYTES, Mail, MessageRef, Place
from service.pipeline import Classify
from service.sources import SourceError, SourceMail, read_source, size_of
from tests.letters import letter
from tests.maildir_account import MaildirAccount

TAKEOUT = "From 1799999999999999999@xxx Wed Jul 03 10:00:00 +0200 2024\n"
CLASSIC = "From mara@brightloom.example Sat Jan  6 09:08:07 2024\n"
NEWER = "Received: from a by b;\n Tue, 2 Jan 2024 10:00:00 +0100\n"
MTIME = datetime(2025, 5, 5, tzinfo=UTC)


def write(path: Path, content: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    os.utime(path, (MTIME.timestamp(), MTIME.timestamp()))
    return path


def read(path: Path) -> list[SourceMail]:
    return list(read_source(path))


def mbox(tmp_path: Path, content: str | bytes) -> list[SourceMail]:
    return read(write(tmp_path / "all.mbox", content))


def test_an_eml_file_is_one_mail_byte_for_byte(tmp_path: Path) -> None:
    path = write(tmp_path / "a.eml", letter())
    (mail,) = read(path)
    assert mail.raw == letter()
    assert mail.name == str(path)
    assert mail.consumed == size_of(path) == len(letter())


def test_a_mail_without_the_suffix_is_known_by_its_first_header(tmp_path: Path) -> None:
    assert [mail.raw for mail in read(write(tmp_path / "saved", letter()))] == [letter()]


def test_a_folder_gives_its_eml_files_at_every_depth_and_nothing_else(tmp_path: Path) -> None:
    for name in ("b.eml", "a.EML", "deep/er/c.eml"):
        write(tmp_path / name, letter())
    write(tmp_path / "notes.txt", "no mail")
    mails = read(tmp_path)
    assert [Path(mail.name).name for mail in mails] == ["a.EML", "b.eml", "c.eml"]
    assert [mail.consumed for mail in mails] == [len(letter()) * n for n in (1, 2, 3)]
    assert size_of(tmp_path) == mails[-1].consumed


def test_a_maildir_gives_its_mails_in_the_order_of_delivery_and_is_left_alone(tmp_path: Path) -> None:
    account = MaildirAccount(tmp_path / "mail")
    account.land(account.root / "new", letter(2), 1_720_000_200)
    account.land(account.root / "cur", letter(1), 1_720_000_100, ":2,S")
    account.land(account.folder("Sent") / "cur", letter(3), 1_720_000_300, ":2,S")
    account.land(account.folder("Trash") / "cur", letter(4), 1_720_000_400, ":2,S")
    before = account.snapshot()
    mails = read(account.root)
    assert [mail.raw for mail in mails] == [letter(1), letter(2), letter(3)]
    assert [mail.place for mail in mails] == [Place.RECEIVED, Place.RECEIVED, Place.SENT]
    assert mails[0].arrived_at == datetime.fromtimestamp(1_720_000_100, UTC)
    assert size_of(account.root) == mails[-1].consumed
    assert account.snapshot() == before


def test_an_empty_maildir_holds_no_mail_and_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "mail/new").mkdir(parents=True)
    assert read(tmp_path / "mail") == []


def test_an_mbox_is_cut_at_its_separators_and_nowhere_else(tmp_path: Path) -> None:
    body = "Subject: one\n\nDear Jane,\n\nFrom here on we go alone.\n"
    body += "From a@b Sat Jan  6 09:08:07 2024\n\n>From x\n>>From y\n"
    first, second = mbox(tmp_path, f"{CLASSIC}{body}\n{TAKEOUT}Subject: two\n\nx\n")
    assert first.raw == body.replace(">From x\n>>From", "From x\n>From").encode()
    assert second.raw == b"Subject: two\n\nx\n"
    assert (first.name, second.name) == (f"{tmp_path}/all.mbox#1", f"{tmp_path}/all.mbox#2")
    assert (first.consumed < second.consumed, second.consumed) == (True, size_of(tmp_path / "all.mbox"))


@pytest.mark.parametrize(
    "separator", [CLASSIC, TAKEOUT, "From - Sat Jan  6 09:08:07 2024\n", "From \n", "From a@b Sat Jan  6 09:08 2024\n"]
)
def test_every_program_s_separator_is_known(tmp_path: Path, separator: str) -> None:
    assert len(mbox(tmp_path, f"{separator}Subject: 1\n\nx\n\n{separator}Subject: 2\n\ny\n")) == 2


def test_line_ends_of_windows_stay_as_they_are(tmp_path: Path) -> None:
    content = f"{CLASSIC}Subject: 1\n\nx\n\n{CLASSIC}Subject: 2\n\ny\n".replace("\n", "\r\n")
    assert [mail.raw for mail in mbox(tmp_path, content)] == [b"Subject: 1\r\n\r\nx\r\n", b"Subject: 2\r\n\r\ny\r\n"]


def test_what_the_standard_library_writes_is_read_back(tmp_path: Path) -> None:
    bodies = [f"Subject: {n}\n\nHello\n\nFrom me, {n}\n\nend\n".encode() for n in range(5)]
    box = mailbox.mbox(tmp_path / "box.mbox")
    for body in bodies:
        box.add(body)
    box.close()
    assert [mail.raw for mail in read(tmp_path / "box.mbox")] == bodies


def test_a_folder_of_thunderbird_is_read_without_its_drafts_trash_and_spam(tmp_path: Path) -> None:
    folders = ("INBOX", "Sent", "Archives.sbd/2024", "Trash", "Trash.sbd/Old", "Junk", "Drafts")
    for number, name in enumerate(folders, start=1):
        write(tmp_path / "imap.example.org" / name, f"From - Sat Jan  6 09:08:07 2024\nSubject: {number}\n\nx\n")
    write(tmp_path / "imap.example.org/INBOX.msf", "// <!-- <mdb:mork:z v=1.4/> -->\nFrom - Sat Jan  6 09:08:07 2024\n")
    write(tmp_path / "imap.example.org/Templates", "")
    mails = read(tmp_path)
    assert [(parse(mail.raw).subject, mail.place) for mail in mails] == [
        ("1", Place.RECEIVED),
        ("2", Place.SENT),
        ("3", Place.RECEIVED),
    ]
    assert size_of(tmp_path) == mails[-1].consumed


def test_mailboxes_that_apple_mail_wrote_are_read_by_the_name_of_their_folder(tmp_path: Path) -> None:
    for name in ("Jobs", "Sent Messages", "Deleted Messages"):
        write(tmp_path / f"{name}.mbox" / "mbox", f"{CLASSIC}Subject: {name}\n\nx\n")
        write(tmp_path / f"{name}.mbox" / "table_of_contents", "\0\1")
    assert [(parse(mail.raw).subject, mail.place) for mail in read(tmp_path)] == [
        ("Jobs", Place.RECEIVED),
        ("Sent Messages", Place.SENT),
    ]


def test_a_folder_of_maildirs_is_read_and_what_lies_beside_them(tmp_path: Path) -> None:
    for number, name in enumerate(("work/INBOX/cur", "home/INBOX/new", "home/Gesendet/cur", "home/Papierkorb/cur")):
        write(tmp_path / name / f"171000000{number}.M1.host", f"Subject: {name}\n\nx\n")
    write(tmp_path / "home/saved.eml", letter())
    write(tmp_path / "home/INBOX/cur/1720000000", f"{CLASSIC}Subject: no mbox\n\nx\n")
    mails = read(tmp_path)
    assert [(parse(mail.raw).subject, mail.place) for mail in mails[:3]] == [
        ("work/INBOX/cur", Place.RECEIVED),
        ("home/INBOX/new", Place.RECEIVED),
        ("home/Gesendet/cur", Place.SENT),
    ]
    assert mails[3].name.endswith("1720000000")
    assert mails[4].raw == letter()
    assert len(mails) == 5


@pytest.mark.parametrize(
    ("labels", "places"),
    [
        ("Inbox,Opened,Important", [Place.RECEIVED]),
        ("Sent,Opened", [Place.SENT]),
        ("=?UTF-8?Q?Messages_envoy=C3=A9s,Ouvert?=", [Place.SENT]),
        ("Jobs,Jobs/Sent there", [Place.RECEIVED]),
        ("Drafts,Opened", [Place.DRAFTS]),
        ("Spam,Category Promotions,Unread", [Place.TRASH]),
        ("Papierkorb,Gesendet", [Place.TRASH]),
    ],
)
def test_gmail_s_labels_say_what_a_mail_of_a_takeout_is(tmp_path: Path, labels: str, places: list[Place]) -> None:
    mails = mbox(tmp_path, f"{TAKEOUT}X-GM-THRID: 1\nX-Gmail-Labels: {labels}\nSubject: x\n\ny\n")
    assert [mail.place for mail in mails] == places


def test_a_file_that_is_named_itself_is_read_whatever_its_name(tmp_path: Path) -> None:
    for name, place in (("Trash.mbox", Place.RECEIVED), ("Sent.mbox", Place.SENT), ("Jobs.mbox", Place.RECEIVED)):
        (mail,) = read(write(tmp_path / "Spam" / name, f"{TAKEOUT}Subject: x\n\ny\n"))
        assert mail.place is place
    write(tmp_path / "Drafts" / "Spam.eml", letter())
    assert [mail.place for mail in read(tmp_path / "Drafts")] == [Place.RECEIVED]


def test_gmail_s_labels_stay_in_the_mail(tmp_path: Path) -> None:
    (mail,) = mbox(tmp_path, f"{TAKEOUT}X-Gmail-Labels: Inbox,Opened\nSubject: x\n\ny\n")
    assert b"X-Gmail-Labels: Inbox,Opened\n" in mail.raw


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (f"{TAKEOUT}Date: Mon, 1 Jan 2024 00:00:00 +0000\n\nx\n", datetime(2024, 7, 3, 8, tzinfo=UTC)),
        (f"{CLASSIC}Subject: x\n\nx\n", datetime(2024, 1, 6, 9, 8, 7, tzinfo=UTC)),
        (
            f"From \n{NEWER}Received: by c; Mon, 1 Jan 2024 00:00:00 +0000\n\nx\n",
            datetime(2024, 1, 2, 9, tzinfo=UTC),
        ),
        ("From \nDate: Mon, 1 Jan 2024 00:00:00 +0000\n\nx\n", datetime(2024, 1, 1, tzinfo=UTC)),
        ("From \nDate: Thu, 1 Jan 1970 00:00:00 +0000\nReceived: nonsense\n\nx\n", MTIME),
        ("From a@b Fri Dec 31 23:59:59 9999\nDate: Fri, 31 Dec 9999 23:59:59 +0000\n\nx\n", MTIME),
        ("From a@b Sat Foo 99 99:99:99 2024\nSubject: x\n\nx\n", MTIME),
        ("From \nSubject: x\n\nx\n", MTIME),
    ],
)
def test_the_arrival_is_the_best_word_for_it(tmp_path: Path, content: str, expected: datetime) -> None:
    (mail,) = mbox(tmp_path, content)
    assert mail.arrived_at == expected
    assert mail.arrived_at.tzinfo is UTC


def test_a_huge_mail_is_cut_and_the_next_one_is_read(tmp_path: Path) -> None:
    line = "x" * 79 + "\n"
    content = f"{CLASSIC}Subject: 1\n\n{line * (MAX_MAIL_BYTES // 80 + 100)}\n{CLASSIC}Subject: 2\n\nend\n"
    first, second = mbox(tmp_path, content)
    assert len(first.raw) == MAX_MAIL_BYTES
    assert second.raw == b"Subject: 2\n\nend\n"
    (eml,) = read(write(tmp_path / "big.eml", "Subject: 1\n\n" + "x" * (MAX_MAIL_BYTES + 5)))
    assert len(eml.raw) == MAX_MAIL_BYTES


def test_a_large_mbox_needs_little_memory_even_when_it_is_one_line(tmp_path: Path) -> None:
    path = tmp_path / "large.mbox"
    with path.open("w") as stream:
        stream.write(f"{CLASSIC}Subject: 1\n\n")
        for _ in range(40):
            stream.write("y" * 1_000_000)
    tracemalloc.start()
    (mail,) = read(path)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert len(mail.raw) == MAX_MAIL_BYTES
    assert peak < 4 * MAX_MAIL_BYTES


@pytest.mark.parametrize("content", ["", "\n"])
def test_an_empty_mbox_holds_no_mail_and_is_no_error(tmp_path: Path, content: str) -> None:
    assert mbox(tmp_path, content) == []


@pytest.mark.parametrize("content", [b"", b"just some words\n", b"\x89PNG\r\n\x1a\n", b"From me to you\n"])
def test_a_file_that_is_no_mail_is_refused(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(SourceError) as refusal:
        read(write(tmp_path / "thing", content))
    assert refusal.value.exit_code == 2
    assert isinstance(refusal.value, AjarError)


def test_a_path_that_is_not_there_and_a_folder_without_mail_are_refused(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    for path in (tmp_path / "gone", tmp_path / "empty"):
        assert size_of(path) == 0
        with pytest.raises(SourceError, match=path.name):
            read(path)


def test_an_archive_of_the_largest_mails_is_judged_in_a_small_part_of_its_size(classify: Classify) -> None:
    head = b"From: Files <files@elsewhere.example>\nMessage-ID: <%d@elsewhere.example>\n\nHere they are.\n\n"
    ref = MessageRef("", None, datetime(2026, 11, 16, tzinfo=UTC))
    mails = (Mail(ref, (head % number).ljust(MAX_MAIL_BYTES, b"=")) for number in range(120))
    tracemalloc.start()
    try:
        gathered = gather(mails, Policy(address="jane@example.org", name="Jane"), classify)
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert gathered.read == 120
    assert most < 150_000_000


def test_a_damaged_mbox_is_read_as_far_as_it_goes_and_what_was_left_out_is_counted(tmp_path: Path) -> None:
    good = b"From a@b.example Mon Jan  5 10:00:00 2026\nSubject: one\n\nText.\n\n"
    hole = b"From - Mon Jan  5 10:00:00 2026\n" + b"\0" * 4000 + b"\n\n"
    path = write(tmp_path / "all.mbox", good + hole + good.replace(b"one", b"two") + b"From a@b.example Mon")
    left_out = LeftOut()
    assert [mail.raw.partition(b"\n")[0] for mail in read_source(path, left_out)] == [b"Subject: one", b"Subject: two"]
    assert left_out.stretches == 1
    assert left_out.size > 4000


def test_a_whole_mbox_leaves_nothing_out(tmp_path: Path) -> None:
    left_out = LeftOut()
    path = write(tmp_path / "all.mbox", b"From a@b.example Mon Jan  5 10:00:00 2026\nSubject: one\n\nText.\n")
    assert len(list(read_source(path, left_out))) == 1
    assert left_out == LeftOut()


def box_of(*subjects: str, separator: str = f"\n{CLASSIC}") -> str:
    return separator.join(("", *(f"From: a@b.example\nSubject: {subject}\n\nText.\n" for subject in subjects))).lstrip()


def test_a_separator_with_a_date_before_a_header_counts_without_a_blank_line(tmp_path: Path) -> None:
    assert len(mbox(tmp_path, box_of("one", "two", "three", separator=CLASSIC))) == 3


@pytest.mark.parametrize(
    "before",
    [b"\xef\xbb\xbf", b"\0" * 3000 + b"\n\n", b"the end of another mail\nand its last line\n\n", b"Date: x\n\nx\n"],
)
def test_an_mbox_whose_beginning_is_damaged_is_read_from_where_it_is_whole(tmp_path: Path, before: bytes) -> None:
    path = write(tmp_path / "all.mbox", before + box_of("one", "two").encode())
    left_out = LeftOut()
    assert len(list(read_source(path, left_out))) == 2
    assert left_out.size in range(len(before) + 1)
    assert left_out.stretches == (len(before) > 3)


def test_a_mark_of_byte_order_before_a_mail_is_no_part_of_its_first_header(tmp_path: Path) -> None:
    (mail,) = read(write(tmp_path / "saved", b"\xef\xbb\xbf" + letter()))
    assert parse(mail.raw) == parse(letter())


@pytest.mark.parametrize("unread", ["notes.mbox", "shut.eml"])
def test_a_file_that_cannot_be_read_keeps_no_other_of_its_folder_from_being_read(tmp_path: Path, unread: str) -> None:
    for name in ("a.eml", "z.eml"):
        write(tmp_path / name, letter())
    if unread == "notes.mbox":
        write(tmp_path / unread, "hello\n")
    else:
        (tmp_path / unread).symlink_to("/proc/self/mem")  # may be opened, and not read
    left_out = LeftOut()
    assert [Path(mail.name).name for mail in read_source(tmp_path, left_out)] == ["a.eml", "z.eml"]
    assert left_out.files == [tmp_path / unread]


@pytest.mark.parametrize(
    ("content", "remedy"),
    [(b"\x1f\x8b\x08\0", "Unpack"), (b"PK\x03\x04\x14", "Unpack"), (b"root:x:0:0:root\n", "must be")],
)
def test_what_is_packed_or_only_looks_like_a_header_is_told_apart_from_mail(
    tmp_path: Path, content: bytes, remedy: str
) -> None:
    with pytest.raises(SourceError, match=remedy):
        read(write(tmp_path / "takeout", content))


def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(SourceError, match="saved as a file"):
        read(tmp_path / "pipe")
