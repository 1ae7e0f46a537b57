"""What is held of many mails is held packed: an archive may have a hundred thousand of them."""

import zlib
from typing import TypeVar

from pydantic import TypeAdapter

_Item = TypeVar("_Item")


def packed(kind: TypeAdapter[_Item], what: _Item) -> bytes:
    """Return it as few bytes."""
    return zlib.compress(kind.dump_json(what))


def unpacked(kind: TypeAdapter[_Item], what: bytes) -> _Item:
    """Return what was packed."""
    return kind.validate_json(zlib.decompress(what))
