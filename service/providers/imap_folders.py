"""Which folder is which: by the user's word, else by its special use (RFC 6154), else by its name in many languages."""

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from service.errors import Refused
from service.providers.folder_names import DRAFTS, JUNK, SENT, TRASH

_USES = ("drafts", "sent", "trash", "junk", "archive", "all", "flagged", "important")


@dataclass(frozen=True, slots=True)
class Folder:
    r"""A folder as LIST shows it; `attributes` such as `\Drafts`, in whatever case the server likes."""

    name: str
    attributes: frozenset[str]
    delimiter: str = "/"

    def has(self, *attributes: str) -> bool:
        """Whether it bears one of these attributes (in lower case, without the backslash)."""
        return any(own.lower().lstrip("\\") in attributes for own in self.attributes)


@dataclass(frozen=True, slots=True)
class Layout:
    """The folders of an account, told apart; of each kind there may be none or several, the marked one first.

    Attributes:
        others: Where a received mail may have been filed; one that holds all mail comes first.
        names: Every folder, for an error that helps.
        by_spoken_name: Every folder by what a user may call it, see `find`.
    """

    drafts: tuple[str, ...]
    sent: tuple[str, ...]
    trash: tuple[str, ...]
    junk: tuple[str, ...]
    others: tuple[str, ...]
    names: tuple[str, ...]
    by_spoken_name: Mapping[str, str]

    def find(self, spoken: str) -> str | None:
        """Return the folder that the user calls so, in any case: as the server writes it or with `/` between levels."""
        return self.by_spoken_name.get(_folded(spoken))

    def need_drafts(self) -> str:
        """Return the folder that drafts go to.

        Raises:
            Refused: There is none. It is never made: it would be one that the user's mail program does not show.
        """
        if not self.drafts:
            raise Refused("No Drafts folder was found.", f"Name one of these as drafts_folder: {_list(self.names)}.")
        return self.drafts[0]

    def need(self, folder: str, cause: Exception) -> None:
        """Raise Refused if no folder has that name. INBOX is always there, in any case (RFC 3501 §5.1)."""
        if folder.upper() != "INBOX" and folder not in self.names:
            raise Refused(
                f"There is no folder {folder!r}, which `folders` names.", f"There are: {_list(self.names)}."
            ) from cause


def arrange(
    folders: Sequence[Folder], prefixes: Iterable[str], drafts_folder: str | None, sent_folder: str | None
) -> Layout:
    """Tell the folders apart.

    Args:
        folders: As listed.
        prefixes: Of the personal namespaces (RFC 2342), such as `INBOX.`.
        drafts_folder: The user's word for it, which comes before all else.
        sent_folder: The same.

    Raises:
        Refused: The user names a folder that is not there.
    """
    usable = [folder for folder in folders if not folder.has("noselect", "nonexistent") and folder.name.isprintable()]
    names = tuple(folder.name for folder in usable)
    heads = ("", *prefixes, "INBOX.", "INBOX/")
    drafts = _first(drafts_folder, names, "drafts_folder", _find(usable, "drafts", DRAFTS, heads))
    sent = _first(sent_folder, names, "sent_folder", _find(usable, "sent", SENT, heads))
    trash = _find(usable, "trash", TRASH, heads)
    junk = _find(usable, "junk", JUNK, heads)
    rest = [folder for folder in usable if folder.name not in {*drafts, *sent, *trash, *junk}]
    rest.sort(key=lambda folder: not folder.has("all"))
    others = tuple(folder.name for folder in rest)
    return Layout(drafts, sent, trash, junk, others, names, _by_spoken_name(usable, heads))


def _first(wanted: str | None, names: Sequence[str], setting: str, found: tuple[str, ...]) -> tuple[str, ...]:
    if wanted is None:
        return found
    if wanted not in names:
        raise Refused(f"There is no folder {wanted!r}, which {setting} names.", f"There are: {_list(names)}.")
    return (wanted, *(name for name in found if name != wanted))


def _find(folders: Sequence[Folder], use: str, known: Iterable[str], heads: Iterable[str]) -> tuple[str, ...]:
    """Return the folders marked with that use, then those with a known name that are not marked with another."""
    marked = [folder.name for folder in folders if folder.has(use)]
    by_name = {_folded(folder.name): folder.name for folder in folders if not folder.has(*_USES)}
    candidates = (_folded(head + name) for name in known for head in heads)
    return tuple(dict.fromkeys([*marked, *(by_name[name] for name in candidates if name in by_name)]))


def _by_spoken_name(folders: Sequence[Folder], heads: Iterable[str]) -> dict[str, str]:
    """Return the folders as the server writes them, else with `/` between levels, else also without a prefix."""
    spoken = {_folded(folder.name): folder.name for folder in folders}
    for head in heads:
        for folder in folders:
            if folder.name.startswith(head) and folder.name != head:
                shown = folder.name.removeprefix(head).replace(folder.delimiter, "/")
                spoken.setdefault(_folded(shown), folder.name)
    return spoken


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()


def _list(names: Sequence[str]) -> str:
    return ", ".join(names[:50]) or "none"
