"""What the user may write, and what is said when it is wrong."""

import os
import re
import stat
from datetime import time, timedelta
from pathlib import Path
from typing import get_args
from zoneinfo import ZoneInfo

import pytest

from config.examples import Example, example
from config.load import Config, load
from config.problems import ConfigError, Problem
from config.schema import Gmail, Imap, Maildir
from config.values import system_zone

IMAP = """
[mailbox]
provider = "imap"
address = "jane@Example.org"
name = "Jane Doe"
host = "imap.example.org"
"""
WAY_IN = 'password_env = "JANE_PASSWORD"\n'


def write(directory: Path, text: str, name: str = "jane") -> Path:
    file = directory / "mailboxes" / f"{name}.toml"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file


def problems(directory: Path) -> tuple[Problem, ...]:
    with pytest.raises(ConfigError) as raised:
        load(directory)
    assert raised.value.exit_code == 78
    assert raised.value.problems
    assert all(problem.message in str(raised.value) for problem in raised.value.problems)
    assert "Extra inputs" not in str(raised.value)
    return raised.value.problems


def by_key(directory: Path) -> dict[str, Problem]:
    return {problem.key: problem for problem in problems(directory)}


def only_problem(directory: Path, text: str) -> Problem:
    write(directory, text)
    (problem,) = problems(directory)
    return problem


def loaded(directory: Path, text: str) -> Config:
    write(directory, text)
    return load(directory)


def imap(directory: Path, more: str = WAY_IN) -> Imap:
    mailbox = loaded(directory, IMAP + more).mailboxes["jane"].mailbox
    assert isinstance(mailbox, Imap)
    return mailbox


def test_the_least_file_gives_the_documented_defaults(tmp_path: Path) -> None:
    config = loaded(tmp_path, IMAP + WAY_IN)
    file = config.mailboxes["jane"]
    assert file.mailbox.address == "jane@example.org"
    assert file.mailbox.folders == ("INBOX",)
    assert file.schedule.poll_every == timedelta(minutes=5)
    assert file.schedule.look_back == timedelta(days=3)
    assert file.schedule.delay == timedelta(hours=24)
    assert file.schedule.active_hours is None
    assert file.schedule.days == frozenset(range(7))
    assert file.schedule.expire_after == timedelta(days=14)
    assert file.schedule.settle == timedelta(minutes=10)
    assert (file.replies.answer, file.replies.no_reply, file.replies.tone) == ("reachable", "find-person", "warm")
    assert file.reconnect.hold_off == timedelta(days=180)
    assert file.privacy.keep == timedelta(days=400)
    assert (config.service.ledger, config.service.log, config.service.metrics) == (None, "text", None)
    assert config.directory == tmp_path


def test_every_key_of_the_schedule_is_read(tmp_path: Path) -> None:
    schedule = (
        loaded(
            tmp_path,
            IMAP
            + WAY_IN
            + """[schedule]
        poll_every = "2s"
        look_back = "2w"
        delay = "0s"
        active_hours = "09:00-18:30"
        days = ["mon", "fri"]
        timezone = "Europe/Berlin"
        """,
        )
        .mailboxes["jane"]
        .schedule
    )
    assert schedule.poll_every == timedelta(seconds=2)
    assert schedule.look_back == timedelta(days=14)
    assert schedule.delay == timedelta()
    assert schedule.active_hours == (time(9), time(18, 30))
    assert schedule.days == {0, 4}
    assert schedule.timezone == ZoneInfo("Europe/Berlin")


EXAMPLES: dict[Example, str] = {
    "imap": "imap",
    "outlook": "imap",
    "gmail-imap": "imap",
    "gmail": "gmail",
    "workspace": "gmail",
    "maildir": "maildir",
}


def test_every_example_is_among_those_tested() -> None:
    assert {*EXAMPLES, "ajar"} == set(get_args(Example))


@pytest.mark.parametrize("name", EXAMPLES)
def test_each_example_loads_as_it_stands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: Example) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / "Maildir").mkdir()
    write(tmp_path, example(name), name)
    (tmp_path / "mailboxes/client_secret.json").write_text("{}")
    (tmp_path / "mailboxes/service-account.json").touch(0o600)
    assert load(tmp_path).mailboxes[name].mailbox.provider == EXAMPLES[name]


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_key_that_an_example_shows_is_known_and_takes_the_value_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: Example
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    for folder in ("Maildir", "mailboxes/templates"):
        (tmp_path / folder).mkdir(parents=True)
    for file in ("client_secret.json", "service-account.json", "ca.pem", "jane.secret"):
        (tmp_path / "mailboxes" / file).touch(0o600)
    text = re.sub(r"^# (?=\w+ *= )", "", example(name), flags=re.MULTILINE)
    ways = re.compile(r"^(password_file|password_env|keyring|password_credential|token_command) .*\n", re.MULTILINE)
    assert len(ways.findall(text)) == (5 if name == "imap" else 0)
    assert loaded(tmp_path, ways.sub("", text)).mailboxes["jane"].mailbox.aliases == ("j.doe@example.org",)
    if name == "imap":
        assert "more than one way in" in only_problem(tmp_path, text).message


def test_the_example_of_the_service_file_loads(tmp_path: Path) -> None:
    write(tmp_path, IMAP + WAY_IN)
    uncommented = example("ajar").replace("\n# ", "\n")
    (tmp_path / "ajar.toml").write_text(uncommented)
    service = load(tmp_path).service
    assert service.ledger == "postgresql+psycopg://ajar@localhost/ajar"
    assert service.metrics == "127.0.0.1:9464"


def test_all_problems_of_all_files_are_told_at_once(tmp_path: Path) -> None:
    write(
        tmp_path,
        '[mailbox]\nprovider = "imap"\naddress = "jane"\nhost = "h"\nport = 0\n[schedule]\ndelay = "1x"\n',
        "a",
    )
    write(tmp_path, '[mailbox]\nprovider = "maildir"\naddress = "b@c.example"\nname = "B"\npath = "nowhere"\n', "b")
    write(tmp_path, "[mailbox\n", "c")
    (tmp_path / "ajar.toml").write_text('[service]\nlog = "loud"\n')
    found = {(problem.file.name, problem.key) for problem in problems(tmp_path)}
    assert found == {
        ("ajar.toml", "service.log"),
        ("a.toml", "mailbox.address"),
        ("a.toml", "mailbox.name"),
        ("a.toml", "mailbox.port"),
        ("a.toml", "mailbox"),
        ("a.toml", "schedule.delay"),
        ("b.toml", "mailbox.path"),
        ("c.toml", ""),
    }


def test_a_file_that_is_no_toml_is_told_with_its_line(tmp_path: Path) -> None:
    assert "line 2" in only_problem(tmp_path, "[mailbox]\nname = Jane\n").message


def test_no_mailbox_file_points_to_ajar_init(tmp_path: Path) -> None:
    for directory in (tmp_path, tmp_path / "missing"):
        (problem,) = problems(directory)
        assert "ajar init" in problem.remedy


@pytest.mark.parametrize(
    ("text", "key", "hint"),
    [
        (IMAP + WAY_IN + 'hots = "x"', "mailbox.hots", "host"),
        (IMAP + WAY_IN + '[schedule]\ndealy = "2h"', "schedule.dealy", "delay"),
        (IMAP + WAY_IN + "[schedul]\n", "schedul", "schedule"),
        (IMAP + WAY_IN + 'poll_every = "5m"', "mailbox.poll_every", "[schedule]"),
        (IMAP + WAY_IN + 'client_secret_file = "x.json"', "mailbox.client_secret_file", "gmail"),
    ],
)
def test_an_unknown_key_is_refused_and_the_likely_one_named(tmp_path: Path, text: str, key: str, hint: str) -> None:
    write(tmp_path, text)
    assert hint in by_key(tmp_path)[key].remedy


@pytest.mark.parametrize(
    ("more", "key"),
    [
        ("port = 70000", "mailbox.port"),
        ('port = "993"', "mailbox.port"),
        ('tls = "ssl"', "mailbox.tls"),
        ('tls = "none"', "mailbox.tls"),
        ("folders = []", "mailbox.folders"),
        ('folders = "INBOX"', "mailbox.folders"),
        ('folders = ["A\\u0007B"]', "mailbox.folders"),
        ('aliases = ["jane@example.org\\r\\nBcc: x@y.example"]', "mailbox.aliases"),
        ('[schedule]\ndelay = "5 minutes"', "schedule.delay"),
        ("[schedule]\ndelay = 5", "schedule.delay"),
        ('[schedule]\ndelay = "-1h"', "schedule.delay"),
        ('[schedule]\ndelay = "999999999w"', "schedule.delay"),
        ('[schedule]\ndelay = "14d"', "schedule.expire_after"),
        ('[schedule]\npoll_every = "0s"', "schedule.poll_every"),
        ('[schedule]\ntimezone = "Europe/Nowhere"', "schedule.timezone"),
        ('[schedule]\ntimezone = "Europe"', "schedule.timezone"),
        ('[schedule]\ntimezone = "../../etc/passwd"', "schedule.timezone"),
        ('[schedule]\nactive_hours = "18:00-09:00"', "schedule.active_hours"),
        ('[schedule]\nactive_hours = "09:00-24:00"', "schedule.active_hours"),
        ('[schedule]\nactive_hours = "9-5"', "schedule.active_hours"),
        ("[schedule]\ndays = []", "schedule.days"),
        ('[schedule]\ndays = ["monday"]', "schedule.days"),
        ('[replies]\nlanguage = "tlh"', "replies.language"),
        ('[replies]\nanswer = "everything"', "replies.answer"),
        ('[replies]\ntemplates = "words"', "replies.templates"),
        ('[learn]\nrejections = "Ajar/No"\nothers = "ajar/no"', "learn.others"),
        ('[learn]\nrejections = "Inbox"', "learn"),
        ('folders = ["Jobs"]\n[learn]\nothers = "jobs"', "learn"),
        ('[notify]\nurls = ["me"]', "notify.urls"),
        ('ca_file = "nowhere.pem"', "mailbox.ca_file"),
    ],
)
def test_a_value_that_makes_no_sense_is_refused_with_a_remedy(tmp_path: Path, more: str, key: str) -> None:
    problem = only_problem(tmp_path, IMAP + WAY_IN + more)
    assert problem.key == key
    assert problem.remedy


@pytest.mark.parametrize(
    "address", ["jane", "jane@", "@example.org", "jane@@example.org", "Jane <j@e.example>", "a b@c.d"]
)
def test_an_address_is_a_bare_addr_spec(tmp_path: Path, address: str) -> None:
    problem = only_problem(tmp_path, IMAP.replace("jane@Example.org", address) + WAY_IN)
    assert problem.key == "mailbox.address"


@pytest.mark.parametrize(
    "line", ['password = "hunter2"', 'Password = "hunter2"', 'token = "hunter2"', 'secret = "hunter2"']
)
@pytest.mark.parametrize("place", ["", "[replies]\n"])
def test_a_secret_in_the_file_is_refused_with_the_ways_that_exist_and_never_shown(
    tmp_path: Path, line: str, place: str
) -> None:
    write(tmp_path, IMAP + WAY_IN + place + line)
    with pytest.raises(ConfigError) as raised:
        load(tmp_path)
    assert "password_command" in str(raised.value)
    assert "hunter2" not in f"{raised.value} {raised.value!r}"
    assert raised.value.__context__ is None or "hunter2" not in repr(raised.value.__context__)


def test_a_password_in_the_place_of_a_way_in_is_one_problem(tmp_path: Path) -> None:
    assert only_problem(tmp_path, IMAP + 'password = "hunter2"').key == "mailbox.password"


@pytest.mark.parametrize(
    "line",
    ['password_file = "hunter2"', 'password_command = "hunter2"', 'password_env = "hunter2!"', 'keyring = "hunter2"'],
)
def test_a_secret_written_where_its_way_belongs_is_never_shown(tmp_path: Path, line: str) -> None:
    write(tmp_path, IMAP + line)
    with pytest.raises(ConfigError) as raised:
        load(tmp_path)
    assert len(raised.value.problems) == 1
    assert "hunter2" not in f"{raised.value} {raised.value!r}"


def test_settings_that_may_hold_a_secret_stay_out_of_the_repr(tmp_path: Path) -> None:
    (tmp_path / "ajar.toml").write_text('[service]\nledger = "postgresql://u:hunter2@localhost/ajar"\n')
    more = 'password_command = ["echo", "hunter2"]\n[notify]\nurls = ["https://hunter2@push.example/"]'
    assert "hunter2" not in repr(loaded(tmp_path, IMAP + more))


def test_exactly_one_way_in_is_needed(tmp_path: Path) -> None:
    assert "password_command" in only_problem(tmp_path, IMAP).remedy
    assert "more than one" in only_problem(tmp_path, IMAP + WAY_IN + "keyring = true").message
    assert imap(tmp_path, "keyring = true").keyring
    assert not imap(tmp_path).xoauth2
    assert imap(tmp_path, 'token_command = ["oama", "access"]').xoauth2


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "127.8.9.10", "::1"])
def test_plain_text_is_allowed_to_this_machine_only(tmp_path: Path, host: str) -> None:
    text = IMAP.replace("imap.example.org", host) + 'tls = "none"\nport = 1143\n' + WAY_IN
    mailbox = loaded(tmp_path, text).mailboxes["jane"].mailbox
    assert isinstance(mailbox, Imap)
    assert (mailbox.tls, mailbox.server_port, mailbox.login) == ("none", 1143, "jane@example.org")


@pytest.mark.parametrize(("tls", "port"), [("implicit", 993), ("starttls", 143)])
def test_the_usual_port_follows_the_way_of_tls(tmp_path: Path, tls: str, port: int) -> None:
    assert imap(tmp_path, f'{WAY_IN}tls = "{tls}"').server_port == port


def test_paths_start_at_the_file_s_own_folder_and_the_tilde_is_home(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / "mail").mkdir()
    (tmp_path / "mailboxes").mkdir()
    (tmp_path / "mailboxes/pw").touch(0o600)
    write(tmp_path, '[mailbox]\nprovider = "maildir"\naddress = "a@b.example"\nname = "A"\npath = "~/mail"\n', "local")
    assert imap(tmp_path, 'password_file = "pw"').password_file == tmp_path / "mailboxes/pw"
    maildir = load(tmp_path).mailboxes["local"].mailbox
    assert isinstance(maildir, Maildir)
    assert maildir.path == tmp_path / "mail"


def test_a_password_file_that_others_can_read_is_refused(tmp_path: Path) -> None:
    secret = write(tmp_path, "hunter2").with_name("pw")
    secret.write_text("hunter2")
    secret.chmod(0o640)
    problem = only_problem(tmp_path, IMAP + 'password_file = "pw"')
    assert problem.remedy == f"Run: chmod 600 {secret}"
    secret.chmod(0o600)
    assert imap(tmp_path, 'password_file = "pw"')


@pytest.mark.parametrize(
    ("url", "good"),
    [
        ("https://gmail.example/", True),
        ("http://127.0.0.1:8080/", True),
        ("http://localhost/", True),
        ("http://gmail.example/", False),
        ("http://127.0.0.1.evil.example/", False),
        ("http://127.0.0.1@evil.example/", False),
        ("ftp://127.0.0.1/", False),
        ("gmail.example", False),
    ],
)
def test_an_endpoint_is_https_or_on_this_machine(tmp_path: Path, url: str, good: bool) -> None:  # noqa: FBT001
    text = '[mailbox]\nprovider = "gmail"\naddress = "a@b.example"\nname = "A"\nclient_secret_file = "c.json"\n'
    write(tmp_path, f'{text}api_endpoint = "{url}"').with_name("c.json").write_text("{}")
    if good:
        mailbox = load(tmp_path).mailboxes["jane"].mailbox
        assert isinstance(mailbox, Gmail)
        assert mailbox.api_endpoint == url
    else:
        assert [problem.key for problem in problems(tmp_path)] == ["mailbox.api_endpoint"]


def test_a_file_that_must_exist_is_named(tmp_path: Path) -> None:
    text = '[mailbox]\nprovider = "gmail"\naddress = "a@b.example"\nname = "A"\nclient_secret_file = "gone.json"\n'
    assert "gone.json" in only_problem(tmp_path, text).message


def test_one_account_in_two_files_is_refused(tmp_path: Path) -> None:
    write(tmp_path, IMAP + WAY_IN, "a")
    write(tmp_path, IMAP.replace("imap.example", "IMAP.example") + WAY_IN, "b")
    (problem,) = problems(tmp_path)
    assert (problem.file.name, "a.toml" in problem.message) == ("b.toml", True)
    write(tmp_path, IMAP + WAY_IN + 'username = "other"', "b")
    assert list(load(tmp_path).mailboxes) == ["a", "b"]


def test_what_cannot_be_read_is_a_problem_and_hides_no_other(tmp_path: Path) -> None:
    write(tmp_path, IMAP, "b")
    (tmp_path / "mailboxes/a.toml").mkdir()
    (tmp_path / "mailboxes/c.toml").write_bytes(b"\xff\xfe")
    (tmp_path / "mailboxes/d.toml").symlink_to("gone")
    assert [problem.file.name for problem in problems(tmp_path)] == ["a.toml", "b.toml", "c.toml", "d.toml"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every folder, so none can be made unreadable")
def test_a_folder_that_may_not_be_read_is_no_empty_one(tmp_path: Path) -> None:
    folder = write(tmp_path, IMAP + WAY_IN).parent
    folder.chmod(0)
    (problem,) = problems(tmp_path)
    folder.chmod(stat.S_IRWXU)
    assert "cannot be read" in problem.message


def test_an_editor_s_leftovers_are_no_mailboxes(tmp_path: Path) -> None:
    folder = write(tmp_path, IMAP + WAY_IN).parent
    (folder / ".#jane.toml").symlink_to("jane@host.1234:1")
    (folder / "jane.toml~").write_text("[")
    assert list(load(tmp_path).mailboxes) == ["jane"]


@pytest.mark.parametrize(
    "text", ["", "mailbox = 1\n", "[mailbox]\n", '[mailbox]\nprovider = "pop3"\n', "schedule = []\n"]
)
def test_a_file_of_another_shape_is_refused_in_plain_words(tmp_path: Path, text: str) -> None:
    write(tmp_path, text)
    assert all(problem.message.endswith(".") and "Input" not in problem.message for problem in problems(tmp_path))


def test_the_machine_s_zone_is_the_default_and_utc_where_it_says_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "America/New_York")
    assert system_zone() == ZoneInfo("America/New_York")
    monkeypatch.setenv("TZ", ":/usr/share/zoneinfo/Asia/Tokyo")
    assert system_zone() == ZoneInfo("Asia/Tokyo")
    monkeypatch.setenv("TZ", "nonsense/zone")
    assert system_zone() == ZoneInfo("UTC")


MICROSOFT_WAY = 'oauth = "microsoft"\nclient_id = "c"\n'
GOOGLE_WAY = 'oauth = "google"\nclient_secret_file = "c.json"\n'


@pytest.mark.parametrize(
    ("way", "key", "words"),
    [
        ('oauth = "microsoft"', "mailbox.client_id", "is missing"),
        ('oauth = "google"', "mailbox.client_secret_file", "is missing"),
        ('oauth = "yahoo"', "mailbox.oauth", "choices"),
        (GOOGLE_WAY + 'client_id = "c"', "mailbox.client_id", 'oauth = "microsoft"'),
        (MICROSOFT_WAY + 'client_secret_file = "c.json"', "mailbox.client_secret_file", 'oauth = "google"'),
        (GOOGLE_WAY + 'authority = "https://login.example/common"', "mailbox.authority", 'oauth = "microsoft"'),
        (MICROSOFT_WAY + 'authority = "http://login.example/common"', "mailbox.authority", "https://"),
        (MICROSOFT_WAY + 'authority = "http://127.0.0.1/common"', "mailbox.authority", "https://"),
        (MICROSOFT_WAY + 'authority = "https://login.example/"', "mailbox.authority", "tenant"),
        (MICROSOFT_WAY + 'authority = "https://u:p@login.example/common"', "mailbox.authority", "web address"),
        (MICROSOFT_WAY + "keyring = true", "mailbox", "more than one way in: oauth, keyring"),
    ],
)
def test_a_way_in_by_oauth_that_is_not_whole_is_told(tmp_path: Path, way: str, key: str, words: str) -> None:
    (tmp_path / "mailboxes").mkdir(exist_ok=True)
    (tmp_path / "mailboxes/c.json").touch()
    problem = only_problem(tmp_path, IMAP + way + "\n")
    assert problem.key == key
    assert words in problem.message


GMAIL = '[mailbox]\nprovider = "gmail"\naddress = "a@b.example"\nname = "A"\n'


@pytest.mark.parametrize(
    ("way", "key", "words"),
    [
        ("", "mailbox.client_secret_file", "is missing"),
        ('auth = "service-account"', "mailbox.service_account_file", "is missing"),
        ('client_secret_file = "c.json"\nservice_account_file = "s.json"', "mailbox.service_account_file", "auth ="),
        ('client_secret_file = "c.json"\nsubject = "j@b.example"', "mailbox.subject", 'auth = "service-account"'),
        ('auth = "service-account"\nservice_account_file = "open.json"', "mailbox.service_account_file", "others"),
        ('auth = "service-account"\nservice_account_file = "gone.json"', "mailbox.service_account_file", "reached"),
    ],
)
def test_a_way_into_gmail_that_is_not_whole_is_told(tmp_path: Path, way: str, key: str, words: str) -> None:
    (tmp_path / "mailboxes").mkdir(exist_ok=True)
    for name in ("c.json", "s.json"):
        (tmp_path / "mailboxes" / name).touch(0o600)
    (tmp_path / "mailboxes/open.json").touch()
    (tmp_path / "mailboxes/open.json").chmod(0o644)
    problem = only_problem(tmp_path, GMAIL + way + "\n")
    assert problem.key == key
    assert words in problem.message
