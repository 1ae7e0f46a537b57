"""Reads the configuration folder, and reports every problem of every file at once.

A daemon that names one mistake at each start costs its user an evening; so nothing here stops at the first.
"""

import os
import stat
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from config.problems import ConfigError, Problem
from config.schema import Gmail, Imap, MailboxFile, Service, ServiceFile
from config.secrets import is_loose
from config.values import resolve
from config.wording import findings

_Model = TypeVar("_Model", bound=BaseModel)

_FILES = (
    ("mailbox", "ca_file"),
    ("mailbox", "password_file"),
    ("mailbox", "client_secret_file"),
    ("mailbox", "service_account_file"),
)
_FOLDERS = (("mailbox", "path"), ("replies", "templates"))


@dataclass(frozen=True, slots=True)
class Config:
    """Everything that the user wrote.

    Attributes:
        mailboxes: By name (the file's stem), in the order of the names; never empty.
        service: The [service] table of ajar.toml, or its defaults.
        directory: The folder that it was read from.
    """

    mailboxes: Mapping[str, MailboxFile]
    service: Service
    directory: Path


def load(directory: Path) -> Config:
    """Read `directory/mailboxes/*.toml` and `directory/ajar.toml`, and look whether the files that they name exist.

    Raises:
        ConfigError: With everything that is wrong, in the order of the files.
    """
    directory = directory.absolute()
    problems: list[Problem] = []
    service = _read_service(directory / "ajar.toml", problems)
    files = _mailbox_files(directory / "mailboxes", problems)
    read = {file: _read_file(file, MailboxFile, problems) for file in files}
    mailboxes = {file: mailbox for file, mailbox in read.items() if mailbox is not None}
    problems += _same_accounts(mailboxes)
    if problems or service is None:
        raise ConfigError(problems)
    return Config(MappingProxyType({file.stem: one for file, one in mailboxes.items()}), service.service, directory)


def _read_service(file: Path, problems: list[Problem]) -> ServiceFile | None:
    return _read_file(file, ServiceFile, problems) if os.path.lexists(file) else ServiceFile()


def _mailbox_files(folder: Path, problems: list[Problem]) -> list[Path]:
    try:
        # Hidden ones are an editor's: Emacs locks jane.toml with a dangling link .#jane.toml.
        files = sorted(file for file in folder.iterdir() if file.suffix == ".toml" and not file.name.startswith("."))
    except FileNotFoundError:
        files = []
    except OSError as error:
        problems.append(Problem(folder, "", f"cannot be read: {error.strerror}.", "Look at its owner and its mode."))
        return []
    if not files:
        problems.append(Problem(folder, "", "holds no mailbox file yet.", "`ajar init` asks and writes one."))
    return files


def _read_file(file: Path, model: type[_Model], problems: list[Problem]) -> _Model | None:
    try:
        table = tomllib.loads(file.read_text(encoding="utf-8-sig"))
    except OSError as error:
        problems.append(Problem(file, "", f"cannot be read: {error.strerror}.", "Look at its owner and its mode."))
    except UnicodeDecodeError:
        problems.append(Problem(file, "", "is not text in UTF-8.", "Save it in that encoding."))
    except tomllib.TOMLDecodeError as error:
        problems.append(Problem(file, "", f"is not TOML: {error}.", "Text goes in quotes, a list in brackets."))
    else:
        return _validated(file, table, model, problems)
    return None


def _validated(file: Path, table: dict[str, Any], model: type[_Model], problems: list[Problem]) -> _Model | None:
    valid, found = None, []
    try:
        valid = model.model_validate(table, context={"folder": file.parent})
    except ValidationError as error:
        found = [Problem(file, *finding) for finding in findings(error, model)]
    told = {problem.key for problem in found}
    problems += found
    problems += (problem for problem in _missing_files(file, table) if problem.key not in told)
    return valid


def _missing_files(file: Path, table: dict[str, Any]) -> Iterator[Problem]:
    """Look for the files that the raw table names, so that a mistake elsewhere in it does not hide this one."""
    for (section, key), folder_wanted in [*((one, False) for one in _FILES), *((one, True) for one in _FOLDERS)]:
        values = table.get(section)
        value = values.get(key) if isinstance(values, dict) else None
        if isinstance(value, str) and value and "\0" not in value:
            finding = _look_at(resolve(value, file.parent), key, folder_wanted=folder_wanted)
            if finding:
                yield Problem(file, f"{section}.{key}", *finding)


def _look_at(path: Path, key: str, *, folder_wanted: bool) -> tuple[str, str] | None:
    noun = "folder" if folder_wanted else "file"
    shown = "" if key == "password_file" else f" ({path})"  # somebody may have written the password itself there
    try:
        status = path.stat()
    except OSError as error:
        return (
            f"names a {noun} that cannot be reached: {error.strerror}{shown}.",
            f"Make that {noun}, or correct the path.",
        )
    if stat.S_ISDIR(status.st_mode) != folder_wanted:
        return f"must name a {noun}{shown}.", "Correct the path."
    if key in {"password_file", "service_account_file"} and is_loose(path, status.st_mode):
        return "names a file that others on this machine can read.", f"Run: chmod 600 {path}"
    return None


def _same_accounts(mailboxes: Mapping[Path, MailboxFile]) -> Iterator[Problem]:
    """Two names for one account would each answer the same mail."""
    seen: dict[tuple[object, ...], Path] = {}
    for file, mailbox in mailboxes.items():
        first = seen.setdefault(_account(mailbox), file)
        if first != file:
            yield Problem(file, "mailbox", f"is the same account as in {first.name}.", "Remove one of the two files.")


def _account(file: MailboxFile) -> tuple[object, ...]:
    mailbox = file.mailbox
    if isinstance(mailbox, Imap):
        return mailbox.provider, mailbox.host.lower(), mailbox.server_port, mailbox.login.lower()
    if isinstance(mailbox, Gmail):
        return mailbox.provider, mailbox.address.lower(), mailbox.api_endpoint
    return mailbox.provider, mailbox.path.resolve()
