"""Where a password comes from, and that it is shown nowhere."""

import sys
from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest
from keyring.backend import KeyringBackend

from config import secrets
from config.schema import Imap
from config.secrets import SecretError, SecretMissingError, secret_source

SECRET = "correct horse ü"


def mailbox(**way: object) -> Imap:
    required = {"provider": "imap", "address": "jane@example.org", "name": "Jane", "host": "imap.example.org"}
    return Imap.model_validate(required | way)


def secret(**way: object) -> str:
    return secret_source(mailbox(**way), "jane")()


def failure(**way: object) -> SecretError:
    with pytest.raises(SecretError) as raised:
        secret(**way)
    assert "jane" in str(raised.value)
    assert "hunter2" not in f"{raised.value} {raised.value!r}"
    return raised.value


def python(code: str) -> list[str]:
    return [sys.executable, "-c", code]


class Drawer(KeyringBackend):
    """A keyring in memory."""

    priority = 1

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.entries: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.entries.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.entries[service, username] = password


@pytest.fixture
def drawer() -> Iterator[Drawer]:
    before, drawer = keyring.get_keyring(), Drawer()
    keyring.set_keyring(drawer)
    yield drawer
    keyring.set_keyring(before)


@pytest.mark.parametrize("end", ["", "\n", "\r\n", "\nsecond line: hunter2\n"])
def test_a_command_s_output_ends_at_the_first_line_break(end: str) -> None:
    code = f"import sys; sys.stdout.buffer.write({(SECRET + end).encode()!r})"
    assert secret(password_command=python(code)) == SECRET
    assert secret(token_command=python(code)) == SECRET


def test_blanks_belong_to_the_secret() -> None:
    assert secret(password_command=["printf", "%s", " a b \n"]) == " a b "


def test_a_command_runs_anew_at_every_call_and_without_a_shell(tmp_path: Path) -> None:
    count = tmp_path / "count"
    code = f"p = {str(count)!r}; open(p, 'a').write('x'); print(len(open(p).read()), '$HOME')"
    source = secret_source(mailbox(password_command=python(code)), "jane")
    assert (source(), source()) == ("1 $HOME", "2 $HOME")


@pytest.mark.faults(33)
def test_a_failing_command_is_told_with_its_code_but_not_its_arguments_or_what_it_printed() -> None:
    code = "import sys; print('hunter2'); print('hunter2', file=sys.stderr); sys.exit('no hunter2')"
    error = failure(password_command=python(code))
    assert "exit code 1" in error.sentence
    assert "hunter2" not in str(error)
    assert not isinstance(error, SecretMissingError)


def test_a_program_that_is_not_there_is_missing() -> None:
    assert isinstance(failure(password_command=["no-such-program-hunter2"]), SecretMissingError)


def test_a_command_that_hangs_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(secrets, "COMMAND_TIMEOUT", 0.2)
    error = failure(password_command=python("import time; time.sleep(60) # hunter2"))
    assert error.__cause__ is None
    assert error.__suppress_context__


@pytest.mark.parametrize("code", ["pass", "print()", "print('\\0')", "import os; os.write(1, b'\\xff')"])
def test_a_command_that_prints_no_secret_is_an_error(code: str) -> None:
    failure(password_command=python(code))


def test_a_file_gives_its_first_line(tmp_path: Path) -> None:
    file = tmp_path / "pw"
    file.write_text(f"{SECRET}\nhunter2\n")
    file.chmod(0o600)
    assert secret(password_file=str(file)) == SECRET
    file.chmod(0o640)
    assert failure(password_file=str(file)).remedy == f"Run: chmod 600 {file}"
    file.unlink()
    assert isinstance(failure(password_file=str(file)), SecretMissingError)


def test_a_variable_gives_its_value(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JANE_PASSWORD", SECRET)
    assert secret(password_env="JANE_PASSWORD") == SECRET
    monkeypatch.delenv("JANE_PASSWORD")
    assert isinstance(failure(password_env="JANE_PASSWORD"), SecretMissingError)


def test_systemd_gives_its_credential(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "jane").write_text(SECRET)
    monkeypatch.setenv("CREDENTIALS_DIRECTORY", str(tmp_path))
    assert secret(password_credential="jane") == SECRET
    assert isinstance(failure(password_credential="joe"), SecretMissingError)
    monkeypatch.delenv("CREDENTIALS_DIRECTORY")
    assert "LoadCredential=jane" in failure(password_credential="jane").remedy


@pytest.mark.parametrize("name", ["../etc/passwd", "/etc/passwd", "..", "a/b", ""])
def test_a_credential_is_a_name_and_no_path(name: str) -> None:
    with pytest.raises(ValueError, match="systemd credential"):
        mailbox(password_credential=name)


def test_the_keyring_is_asked_for_the_address(drawer: Drawer) -> None:
    assert "keyring set ajar jane@example.org" in failure(keyring=True).remedy
    drawer.set_password("ajar", "jane@example.org", SECRET)
    assert secret(keyring=True) == SECRET


@pytest.mark.faults(33)
def test_no_repr_shows_what_may_hold_a_secret() -> None:
    settings = mailbox(password_command=["echo", "hunter2"])
    assert "hunter2" not in f"{settings!r} {settings} {secret_source(settings, 'jane')!r}"
