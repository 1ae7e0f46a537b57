"""Which folders a Maildir has and what each is for: by the user's word, else by its name in many languages."""

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from config.schema import Maildir
from service.errors import Refused, Unavailable
from service.mailbox import Place
from service.providers.folder_names import DRAFTS, JUNK, SENT, TRASH
from service.providers.maildir_names import decode_folder, encode_folder, folded

INBOX = "INBOX"
PARTS = ("tmp", "new", "cur")
_DEEPEST = 8
NOT_THE_OWNER = "Let Ajar run as the user who owns it."  # what helps where something may not be read

Layout = Literal["maildir++", "fs"]


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder: its name as the user reads it, with `/` between levels, and where it lies."""

    name: str
    path: Path


@dataclass(frozen=True, slots=True)
class Folders:
    """The folders of a Maildir, told apart.

    Attributes:
        drafts: Where drafts stand, the one that new ones go to first; that one may have to be made.
        others: Where a received mail may lie: neither the trash nor the spam folder.
        every: All that there are.
    """

    drafts: tuple[Folder, ...]
    sent: tuple[Folder, ...]
    trash: tuple[Folder, ...]
    others: tuple[Folder, ...]
    every: tuple[Folder, ...]

    def by_place(self) -> Iterator[tuple[Place, Folder]]:
        """Yield every folder in which something of a conversation may stand."""
        for place, folders in (
            (Place.RECEIVED, self.others),
            (Place.DRAFTS, self.drafts),
            (Place.SENT, self.sent),
            (Place.TRASH, self.trash),
        ):
            yield from ((place, folder) for folder in folders)

    def named(self, name: str) -> Folder | None:
        """Return the folder of that name, if there is one."""
        return next((folder for folder in self.every if folded(folder.name) == folded(name)), None)

    def reading(self, name: str) -> Folder:
        """Return the folder that the user wants read.

        Raises:
            Refused: There is none of that name.
        """
        found = self.named(name)
        if found is None:
            raise Refused(f"There is no folder {name!r} in the Maildir.", f"There are: {_list(self.every)}.")
        return found


def find_folders(settings: Maildir) -> Folders:
    """Look which folders the user's Maildir has now.

    Raises:
        Unavailable: The path is not there (a disk that is not mounted) or cannot be listed.
        Refused: Ajar may not list it, or the user's name for a folder leads out of it.
    """
    try:
        return arrange(settings.path, settings.layout, settings.drafts_folder, settings.sent_folder)
    except PermissionError as error:
        raise Refused(f"Ajar may not list the Maildir {settings.path}.", NOT_THE_OWNER) from error
    except OSError as error:
        sentence = f"The Maildir {settings.path} cannot be listed: {error.strerror}."
        raise Unavailable(sentence, "Check `path`, and that its disk is there.") from error


def arrange(root: Path, layout: Layout, drafts_folder: str | None = None, sent_folder: str | None = None) -> Folders:
    """List the folders and tell them apart.

    Raises:
        OSError: They cannot be listed.
        Refused: As for `find_folders`.
    """
    found = tuple(_listed(root, layout))
    drafts = _chosen(root, layout, drafts_folder, found) + _named(found, DRAFTS)
    drafts = drafts or (Folder("Drafts", _path_of(root, layout, "Drafts")),)
    sent = _chosen(root, layout, sent_folder, found) + _named(found, SENT)
    trash, junk = _named(found, TRASH), _named(found, JUNK)
    others = tuple(folder for folder in found if folder not in {*drafts, *sent, *trash, *junk})
    return Folders(tuple(dict.fromkeys(drafts)), tuple(dict.fromkeys(sent)), trash, others, found)


def make_folder(folder: Folder, layout: Layout) -> None:
    """Make a folder, or what is missing of it. Raises OSError."""
    for part in PARTS:
        (folder.path / part).mkdir(mode=0o700, parents=True, exist_ok=True)
    if layout == "maildir++":
        (folder.path / "maildirfolder").touch(mode=0o600)  # Courier's mark of a folder that is no mailbox of its own


def _listed(root: Path, layout: Layout) -> Iterator[Folder]:
    names = sorted(entry.name for entry in os.scandir(root) if entry.is_dir())
    if not {"cur", "new"}.isdisjoint(names):
        yield Folder(INBOX, root)
    if layout == "fs":
        yield from _below(root, "", _DEEPEST)
        return
    for name in names:
        if name.startswith(".") and _is_folder(root / name):
            yield Folder("/".join(map(decode_folder, name[1:].split("."))), root / name)


def _is_folder(path: Path) -> bool:
    """Whether it is a folder: by either part, or one with a damaged `cur` would seem to be gone with all its mails.

    Raises:
        OSError: That cannot be told. (From Python 3.14 on, `Path.is_dir` would say no.)
    """
    return any(_is_directory(path / part) for part in ("cur", "new"))


def _is_directory(path: Path) -> bool:
    try:
        return stat.S_ISDIR(path.stat().st_mode)
    except (FileNotFoundError, NotADirectoryError):
        return False


def _below(directory: Path, prefix: str, levels: int) -> Iterator[Folder]:
    for entry in sorted(os.scandir(directory), key=lambda entry: entry.name):
        if entry.name in PARTS or entry.name.startswith(".") or not entry.is_dir(follow_symlinks=False):
            continue
        name, path = prefix + decode_folder(entry.name), Path(entry.path)
        if _is_folder(path):
            yield Folder(name, path)
        if levels > 1:
            yield from _below(path, f"{name}/", levels - 1)


def _named(found: tuple[Folder, ...], known: tuple[str, ...]) -> tuple[Folder, ...]:
    by_name = {folded(folder.name): folder for folder in found if folder.name != INBOX}
    return tuple(dict.fromkeys(by_name[folded(name)] for name in known if folded(name) in by_name))


def _chosen(root: Path, layout: Layout, wanted: str | None, found: tuple[Folder, ...]) -> tuple[Folder, ...]:
    """Return the folder that the user names; it need not be there yet."""
    if wanted is None:
        return ()
    present = next((folder for folder in found if folded(folder.name) == folded(wanted)), None)
    return (present or Folder(wanted, _path_of(root, layout, wanted)),)


def _path_of(root: Path, layout: Layout, name: str) -> Path:
    """Return where a folder of that name is to be made."""
    parts = name.replace(".", "/").split("/") if layout == "maildir++" else name.split("/")
    if not all(parts) or any(part in {".", "..", *PARTS} for part in parts):
        raise Refused(f"{name!r} cannot be the name of a folder.", "Write it as your mail program shows it.")
    if layout == "maildir++":
        return root / ("." + ".".join(map(encode_folder, parts)))
    return root.joinpath(*parts)


def _list(folders: tuple[Folder, ...]) -> str:
    return ", ".join(folder.name for folder in folders[:50]) or "none"
