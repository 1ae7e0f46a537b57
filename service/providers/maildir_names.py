"""What names say in a Maildir: a file's identity, flags and delivery time, and a folder's name on disk.

Sources: D. J. Bernstein, "Using maildir format" (https://cr.yp.to/proto/maildir.html); Courier's Maildir++; RFC 3501
§5.1.3 for modified UTF-7, in which Dovecot and Courier write folder names.
"""

import re
import unicodedata

_INFO = re.compile(r"[:;!]2,([A-Za-z]*)\Z")  # ";" and "!" stand in for ":" where a file system refuses it
_SECONDS = re.compile(r"\d{9,10}(?=\.)", re.ASCII)
_ENCODED = re.compile(r"&([A-Za-z0-9+,]*)-")
_TO_ENCODE = re.compile(r"&|[^ -~]+")
EARLIEST = 631_152_000 * 10**9  # 1990: a time before it is a broken clock's, or a copy that lost its times


def identity(name: str) -> str:
    """Return the part of a file's name that stays when flags change or a program adds a field (`,S=`, `,U=`)."""
    return _INFO.sub("", name).partition(",")[0]


def flags(name: str) -> str:
    """Return the flags, such as `RS`; empty when there are none."""
    info = _INFO.search(name)
    return info[1] if info else ""


def delivered(name: str, modified: int) -> int:
    """Return when a file was delivered, in nanoseconds since 1970.

    The name's time and the file's own each only ever err to the late side (mbsync names by the time of the copy, a
    careless copy resets mtime), so it is the earlier one that makes sense.
    """
    seconds = _SECONDS.match(name)
    times = [int(seconds[0]) * 10**9] if seconds else []
    return min((time for time in (*times, modified) if time >= EARLIEST), default=modified)


def unique_name(now: int, process: int, random: str, host: str) -> str:
    """Return a name that no other program makes: time, microseconds, process, random letters, host."""
    # Maildir's own escapes for a host name; the comma begins a field for Dovecot and mbsync.
    safe = host.replace("/", r"\057").replace(":", r"\072").replace(",", r"\054") or "localhost"
    seconds, rest = divmod(now, 10**9)
    return f"{seconds}.M{rest // 1000}P{process}R{random}.{safe}"


def decode_folder(name: str) -> str:
    """Return a folder's name as the user reads it; what is no modified UTF-7 is taken as it stands."""
    try:
        decoded = _ENCODED.sub(_decode_run, name)
        decoded.encode("utf-8")  # half a surrogate pair decodes, and would break whoever prints it
    except UnicodeError:
        return name
    return decoded


def _decode_run(run: re.Match[str]) -> str:
    return f"+{run[1].replace(',', '/')}-".encode("ascii").decode("utf-7") if run[1] else "&"


def encode_folder(name: str) -> str:
    """Return a folder's name in modified UTF-7."""
    return _TO_ENCODE.sub(_encode_run, name)


def _encode_run(run: re.Match[str]) -> str:
    if run[0] == "&":
        return "&-"
    return "&" + run[0].encode("utf-7").decode("ascii")[1:].rstrip("-").replace("/", ",") + "-"


def folded(name: str) -> str:
    """Return a folder's name as it is compared: whatever the case, the composition of accents, and a leading INBOX."""
    plain = unicodedata.normalize("NFC", name).casefold().replace(".", "/").strip("/")
    return plain.removeprefix("inbox/") or plain
