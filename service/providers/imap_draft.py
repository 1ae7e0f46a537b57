"""Reading a draft; and saving one at most once: look, append, remember where it is. IMAP has no other protection.

If the answer to APPEND is lost the draft may well be there, and no server takes out a second copy (RFC 4549 §5.1): so
nothing is ever repeated here.
"""

import re

from replies.decision import Draft
from service.errors import Refused, Unavailable
from service.mailbox import MAX_AROUND, MessageRef, SavedDraft
from service.providers.imap_connection import Connection, Opened
from service.providers.imap_cursor import write_locator
from service.providers.imap_headers import thread_of
from service.providers.imap_mails import bodies, facts, heads, hits, newest

_APPENDUID = re.compile(rb"\[APPENDUID (\d{1,10}) (\d{1,10})\]", re.IGNORECASE)


def read_draft(connection: Connection, message_id: str) -> bytes | None:
    """Do what `Mailbox.draft` promises."""
    for folder in connection.layout.drafts:
        opened = connection.examine(folder)
        near = {*newest(connection, opened, MAX_AROUND), *hits(connection, "Message-ID", message_id)[-MAX_AROUND:]}
        uids = sorted(near - set(connection.search("DELETED"))) if near else []
        same = [uid for uid, head in heads(connection, uids).items() if thread_of(head).message_id == message_id]
        sizes = {uid: fact.size for uid, fact in facts(connection, same[-1:]).items()}
        for raw in bodies(connection, sizes).values():
            return raw
    return None


def save_once(connection: Connection, draft: Draft, answers: MessageRef) -> SavedDraft:
    """Do what `Mailbox.save_draft` promises."""
    target = connection.layout.need_drafts()
    for folder in reversed(connection.layout.drafts):  # the target last, so that it stays open
        opened = connection.examine(folder)
        uid = _standing(connection, opened, draft, answers)
        if uid is not None:
            return SavedDraft(write_locator(folder, opened.validity, uid), created=False)
    answer = connection.append_draft(draft.raw)
    return SavedDraft(_where(connection, target, answer, draft), created=True)


def _standing(connection: Connection, opened: Opened, draft: Draft, answers: MessageRef) -> int | None:
    """Return the UID of a draft that is ours, or that answers the same mail; None when there is none."""
    uids = {*newest(connection, opened, MAX_AROUND), *hits(connection, "Message-ID", draft.message_id)[-MAX_AROUND:]}
    answered = None if draft.beside else answers.message_id
    if answered is not None:
        uids.update(hits(connection, "In-Reply-To", answered)[-MAX_AROUND:])
    for uid, head in sorted(heads(connection, sorted(uids)).items()):
        thread = thread_of(head)
        if thread.message_id == draft.message_id or thread.answers(answered):
            return uid
    return None


def _where(connection: Connection, folder: str, answer: bytes, draft: Draft) -> str:
    """Return the locator of the new draft: as the server says (RFC 4315), else by looking; UID 0 when unknown."""
    said = _APPENDUID.search(answer)
    if said:
        return write_locator(folder, int(said[1]), int(said[2]))
    try:
        opened = connection.examine(folder)
        rows = heads(connection, newest(connection, opened, MAX_AROUND)).items()
    except (Unavailable, Refused):
        # It is saved; only where is not known, and a locator is no more than a hint.
        return write_locator(folder, 0, 0)
    same = [uid for uid, head in rows if thread_of(head).message_id == draft.message_id]
    return write_locator(folder, opened.validity, max(same, default=0))
