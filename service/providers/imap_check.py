"""What `ajar check` says about an IMAP account, a line each."""

from config.schema import Imap
from service.providers.imap_connection import Connection
from service.providers.imap_errors import clean


def findings(connection: Connection, settings: Imap) -> tuple[str, ...]:
    """Look at the folders and say what was found.

    Raises:
        Unavailable, Refused: The first thing that does not work.
    """
    layout = connection.layout
    lines = [f"Logged in to {settings.host} as {settings.login} ({connection.protection})."]
    read = [connection.examine_named(folder) for folder in dict.fromkeys(settings.folders)]
    lines += [f"Reads {clean(opened.name)}: {opened.exists} mails." for opened in read]
    drafts = layout.need_drafts()
    lines.append(f"Saves drafts in {clean(drafts)}: {connection.examine(drafts).exists} there now.")
    lines.append(_seen("Sent", layout.sent, "answers that you sent cannot be seen; name the folder as sent_folder"))
    lines.append(_seen("Trash", layout.trash, "mails and drafts that you threw away cannot be seen"))
    if connection.alert:
        lines.append(f"The server says: {connection.alert}")
    return tuple(lines)


def _seen(what: str, folders: tuple[str, ...], otherwise: str) -> str:
    if folders:
        return f"{what}: {', '.join(map(clean, folders))}."
    return f"No {what} folder was found: {otherwise}."
