"""A Maildir as delivery agents and mail programs treat it: the other side of `service.providers.maildir`."""

import itertools
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Literal

from imapclient.imap_utf7 import encode

from config.schema import Maildir
from service.mailbox import Place
from service.providers.maildir import MaildirMailbox

_FOLDERS = {Place.DRAFTS: "Drafts", Place.SENT: "Sent", Place.TRASH: "Trash"}
_FLAGS = {Place.DRAFTS: "D", Place.SENT: "S", Place.TRASH: "S"}


class MaildirAccount:
    """One throw-away Maildir; a handle is the path that a mail had when it landed, without its flags."""

    def __init__(self, root: Path, layout: Literal["maildir++", "fs"] = "maildir++") -> None:
        self.root = root
        self.layout = layout
        self._sequence = itertools.count(1)
        for part in ("cur", "new", "tmp"):
            (root / part).mkdir(parents=True)

    def settings(self, **changes: object) -> Maildir:
        required = {"provider": "maildir", "address": "jane@example.org", "name": "Jane Doe", "path": self.root}
        return Maildir.model_validate({**required, "layout": self.layout, **changes})

    def mailbox(self) -> MaildirMailbox:
        return MaildirMailbox(self.settings())

    def folder(self, name: str) -> Path:
        path = self.root / (f".{name}" if self.layout == "maildir++" else name)
        for part in ("cur", "new", "tmp"):
            (path / part).mkdir(parents=True, exist_ok=True)
        return path

    def land(self, directory: Path, raw: bytes, seconds: int, info: str = "") -> Path:
        """Deliver as the Maildir paper says: write into tmp, rename."""
        name = f"{seconds}.M1P2Q{next(self._sequence):06}.host"
        aside = directory.parent / "tmp" / name
        aside.write_bytes(raw)
        return aside.rename(directory / (name + info))

    def deliver(self, raw: bytes, arrived_at: datetime) -> str:
        return str(self.land(self.root / "new", raw, int(arrived_at.timestamp())))

    def put(self, place: Place, raw: bytes) -> str:
        seconds = 1_790_000_000
        return str(self.land(self.folder(_FOLDERS[place]) / "cur", raw, seconds, f":2,{_FLAGS[place]}"))

    def file_away(self, handle: str) -> None:
        path = self.find(handle)
        path.rename(self.folder("Archive") / "cur" / f"{path.name.partition(':')[0]}:2,S")

    def make_folder(self, name: str) -> None:
        self.folder(self._spelled(name))

    def put_into(self, handle: str, name: str) -> str:
        return self._rename(handle, self.folder(self._spelled(name)))

    def take_out(self, handle: str, name: str) -> str:
        assert self.find(handle).parent.parent == self.folder(self._spelled(name))
        return self._rename(handle, self.root)

    def _spelled(self, name: str) -> str:
        encoded: str = encode(name).decode()
        return encoded.replace("/", ".") if self.layout == "maildir++" else encoded

    def _rename(self, handle: str, folder: Path) -> str:
        path = self.find(handle)
        return str(path.rename(folder / "cur" / f"{path.name.partition(':')[0]}:2,S"))

    def throw_away(self, handle: str) -> None:
        path = self.find(handle)
        path.rename(self.folder("Trash") / "cur" / f"{path.name.partition(':')[0]}:2,S")

    def erase(self, handle: str) -> None:
        self.find(handle).unlink()

    def edit_draft(self, handle: str, raw: bytes) -> None:
        self.land(self.folder("Drafts") / "cur", raw, 1_790_000_001, ":2,DS")
        self.find(handle).unlink()

    def drafts(self) -> Mapping[str, bytes]:
        return {str(path): path.read_bytes() for path in self.files() if self._is_draft(path)}

    def snapshot(self) -> object:
        return {
            (str(path), path.stat().st_mtime_ns, path.read_bytes()) for path in self.files() if not self._is_draft(path)
        }

    def files(self) -> list[Path]:
        """Every file that a mail program would show."""
        return [path for path in self.root.rglob("*") if path.is_file() and path.parent.name in {"new", "cur"}]

    def find(self, handle: str) -> Path:
        unique = Path(handle).name.partition(":")[0]
        return next(path for path in self.files() if path.name.partition(":")[0] == unique)

    def _is_draft(self, path: Path) -> bool:
        return path.parent.parent.name in {"Drafts", ".Drafts"}
