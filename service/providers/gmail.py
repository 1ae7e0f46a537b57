"""A Gmail mailbox, through Google's API.

Quota (projects made since May 2026: 6 000 units a minute for each user): reading a mail costs 20 units, a look at its
conversation some 500, saving a draft some 200.
"""

from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from replies.decision import Draft
from service.errors import Refused
from service.mailbox import ALWAYS, MAX_AROUND, Batch, Conversation, Mail, MessageRef, Place, SavedDraft
from service.providers.gmail_api import DraftEntry, GmailApi, Item, is_searchable
from service.providers.gmail_around import Around, draft_with, place_of, recent
from service.providers.gmail_fetch import Fetch, read_cursor, read_locator
from service.providers.gmail_search import mails_from
from service.providers.gmail_transport import GmailTransport, NotFound
from service.providers.google_credentials import GoogleCredentials, missing_scopes
from service.providers.google_endpoint import Credentials
from service.providers.token_file import LOGIN_AGAIN

if TYPE_CHECKING:
    from datetime import datetime

    from config.schema import Gmail

ENDPOINT = "https://gmail.googleapis.com/"
CANDIDATES = 10


class GmailMailbox:
    """One Gmail account; see `service.mailbox.Mailbox` for what its methods promise.

    Args:
        settings: The `[mailbox]` table of the mailbox file; its `folders` are labels, by id or by name.
        token_file: Written by `ajar login`.
        timeout: Seconds of wall-clock time for each request, with its repetitions.
    """

    def __init__(self, settings: "Gmail", token_file: Path, *, timeout: float = 30) -> None:
        self._settings = settings
        self._credentials = _credentials(settings, token_file)
        self._endpoint = (settings.api_endpoint or ENDPOINT).rstrip("/") + "/"
        self._transport = GmailTransport(self._credentials, self._endpoint, timeout)

    def __repr__(self) -> str:
        return f"GmailMailbox({self._settings.address!r})"

    def fetch(self, cursor: str | None, since: "datetime") -> Batch:
        """See `Mailbox.fetch`."""
        self._transport.begin()
        return Fetch(self._api, self._labels, self._history_now).batch(read_cursor(cursor), since)

    def has_folder(self, name: str) -> bool:
        """See `Mailbox.has_folder`."""
        self._transport.begin()
        return self._label(name) is not None

    def filed(self, folder: str, cursor: str | None) -> Batch:
        """See `Mailbox.filed`."""
        self._transport.begin()
        label = self._label(folder)
        if label is None:
            return Batch((), cursor or "", more=False)
        return Fetch(self._api, (label,), self._history_now, held=True).batch(read_cursor(cursor), ALWAYS)

    def search(self, senders: Sequence[str], since: "datetime", limit: int) -> tuple[Mail, ...]:
        """See `Mailbox.search`."""
        self._transport.begin()
        return mails_from(self._api, senders, since, limit)

    def conversation(self, ref: MessageRef) -> Conversation:
        """See `Mailbox.conversation`."""
        self._transport.begin()
        mail = self._find(ref, self._api.whole)
        thread = mail.thread if mail else (read_locator(ref.locator) or (None, None))[1]
        return Around(self._api, ref.message_id, ref.arrived_at).look(mail, thread)

    def draft(self, message_id: str) -> bytes | None:
        """See `Mailbox.draft`."""
        self._transport.begin()
        return draft_with(self._api, message_id)

    def save_draft(self, draft: Draft, answers: MessageRef) -> SavedDraft:
        """See `Mailbox.save_draft`."""
        self._transport.begin()
        mail = self._find(answers, self._api.headers)
        if (standing := self._standing(draft, answers, mail)) is not None:
            return SavedDraft(standing.id, created=False)
        return SavedDraft(self._api.create_draft(draft.raw, mail.thread if mail else None), created=True)

    def check(self) -> tuple[str, ...]:
        """See `Mailbox.check`."""
        self._transport.begin()
        self._check_scopes()
        history = self._history_now()
        try:
            next(iter(self._api.history(history)))
        except NotFound as error:
            raise Refused("Gmail does not know its own history.") from error
        drafts = len(self._api.drafts(MAX_AROUND))
        return (
            f"signed in to Gmail as {self._settings.address}",
            f"reads the labels {', '.join(self._settings.folders)} ({len(self._labels)} found)",
            f"sees {drafts}{' or more' if drafts == MAX_AROUND else ''} drafts",
        )

    def close(self) -> None:
        """See `Mailbox.close`."""
        self._transport.close()

    # -- whose account, and what of it -----------------------------------------------------------------------------

    @cached_property
    def _api(self) -> GmailApi:
        return GmailApi(self._transport, self._endpoint)

    @cached_property
    def _labels(self) -> tuple[str, ...]:
        """The ids of the labels to read."""
        folders = self._settings.folders
        if folders == ("INBOX",):
            return folders
        known = self._api.labels()
        ids = {name.casefold(): id_ for name, id_ in known.items()} | {id_.casefold(): id_ for id_ in known.values()}
        if missing := [folder for folder in folders if folder.casefold() not in ids]:
            there = ", ".join(sorted(known))
            raise Refused(f"There is no label {', '.join(missing)} in this mailbox.", f"The labels are: {there}.")
        return tuple(dict.fromkeys(ids[folder.casefold()] for folder in folders))

    def _label(self, name: str) -> str | None:
        """Return the id of the label that the user calls so."""
        return {shown.casefold(): id_ for shown, id_ in self._api.labels().items()}.get(name.casefold())

    def _history_now(self) -> int:
        """Return where the history stands, after making sure that this is the account that was meant."""
        profile = self._api.profile()
        addresses = (self._settings.address, *self._settings.aliases, self._settings.subject or self._settings.address)
        own = {same_account(address) for address in addresses}
        if same_account(profile.address) not in own:
            raise Refused(
                f"The consent is for {profile.address}, not for {self._settings.address}.",
                f"{LOGIN_AGAIN} Choose the right account in the browser.",
            )
        return profile.history

    def _check_scopes(self) -> None:
        granted = self._credentials.scopes
        if granted and (missing := missing_scopes(granted)):
            names = " and ".join(scope.rpartition("/")[2] for scope in missing)
            raise Refused(f"The consent does not cover {names}.", f"{LOGIN_AGAIN} Tick both permissions.")

    # -- finding ---------------------------------------------------------------------------------------------------

    def _find(self, ref: MessageRef, get: Callable[[str], Item | None]) -> Item | None:
        """Return the mail: where it was, or wherever its Message-ID is."""
        place = read_locator(ref.locator)
        item = get(place[0]) if place else None
        if item is not None and ref.message_id in {None, item.message_id}:
            return item
        return self._search(ref.message_id, get) if ref.message_id is not None else None

    def _search(self, message_id: str, get: Callable[[str], Item | None]) -> Item | None:
        if not is_searchable(message_id):
            return None
        for candidate in self._api.newest(CANDIDATES, query=f"rfc822msgid:{message_id[1:-1]}"):
            item = get(candidate)
            if item is not None and item.message_id == message_id and place_of(item) is Place.RECEIVED:
                return item
        return None

    def _standing(self, draft: Draft, answers: MessageRef, mail: Item | None) -> DraftEntry | None:
        """Return the draft that makes another one needless."""
        thread = mail.thread if mail else None
        entries = sorted(self._api.drafts(MAX_AROUND), key=lambda entry: entry.thread != thread)  # the thread's first
        by_message = {entry.message: entry for entry in entries}
        for item in recent(self._api, list(by_message), answers.arrived_at, {}):
            if item.message_id == draft.message_id or (not draft.beside and self._answers(item, answers, thread)):
                return by_message[item.id]
        return None

    def _answers(self, item: Item, answers: MessageRef, thread: str | None) -> bool:
        """Gmail may give drafts a Message-ID of its own; then a mail without one has only its thread to go by."""
        return item.answers(answers.message_id) or (answers.message_id is None and item.thread == thread)


def _credentials(settings: "Gmail", token_file: Path) -> Credentials:
    if settings.service_account_file is None:
        return GoogleCredentials(token_file, settings.token_uri)
    from service.providers.google_delegation import DelegatedCredentials  # noqa: PLC0415 - few Gmail users are Workspaces

    subject = settings.subject or settings.address
    return DelegatedCredentials(settings.service_account_file, subject, settings.token_uri)


def same_account(address: str) -> str:
    """Return what two spellings of one Gmail address have in common: Google heeds neither dots nor case in them."""
    local, _, domain = address.lower().rpartition("@")
    if domain in {"gmail.com", "googlemail.com"}:
        return f"{local.partition('+')[0].replace('.', '')}@gmail.com"
    return f"{local}@{domain}"
