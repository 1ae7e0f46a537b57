"""A Maildir's locator: the folder's name and the part of the file's name that stays."""

import json

from service.providers.maildir_files import File


def locator_of(file: File) -> str:
    """Write the locator of a file."""
    return json.dumps([file.folder.name, file.identity])


def parse_locator(locator: str) -> tuple[str, str] | None:
    """Return (folder, identity), None when this is no locator of ours."""
    try:
        match json.loads(locator):
            case [str(folder), str(identity)]:
                return folder, identity
    except (ValueError, RecursionError):
        pass
    return None
