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
    lines.append(_seen("Sees what you sent", "Sent", layout.sent, "name the folder as sent_folder"))
    lines.append(_seen("Sees what you threw away", "Trash", layout.trash, "without it that cannot be seen"))
    if connection.alert:
        lines.append(f"The server says: {connection.alert}")
    return tuple(lines)


def _seen(what: str, use: str, folders: tuple[str, ...], otherwise: str) -> str:
    if folders:
        return f"{what} in {', '.join(map(clean, folders))}."
    return f"{what}: not yet, for no {use} folder was found; {otherwise}."
