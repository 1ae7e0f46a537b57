"""pydantic's findings, put into the words of the person who wrote the file.

No sentence here repeats a value: the value of a misplaced key may be a password.
"""

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import Any

from pydantic import BaseModel, ValidationError

from config.mailboxes import NO_WAY_IN
from config.schema import WAYS_IN, Gmail, Imap, Maildir

PROVIDERS: Mapping[str, type[BaseModel]] = {"imap": Imap, "gmail": Gmail, "maildir": Maildir}

_SECRETS = frozenset(
    {"password", "passwd", "passphrase", "pass", "pwd", "secret", "token", "app_password", "api_key"}
    | {"client_secret", "access_token", "refresh_token"}
)
_IN_THE_CLEAR = "must not be in this file: it would lie there in the clear."
_SENTENCES = {
    "missing": ("is missing.", ""),
    "string_type": ("must be text.", "Put it in quotes."),
    "path_type": ("must be a path.", "Put it in quotes."),
    "int_type": ("must be a whole number.", "Write it without quotes."),
    "bool_type": ("must be true or false.", "Write it without quotes."),
    "tuple_type": ("must be a list.", 'Put it in brackets: ["one", "two"].'),
    "greater_than_equal": ("is too small.", "Write a number from 1 to 65535."),
    "less_than_equal": ("is too large.", "Write a number from 1 to 65535."),
    "model_type": ("must be a table.", "Write its name in brackets on a line of its own, and the keys below it."),
    "model_attributes_type": ("must be a table.", "Write [mailbox] on a line of its own, and the keys below it."),
    "union_tag_not_found": ("is missing.", f"Write one of: {', '.join(PROVIDERS)}."),
    "union_tag_invalid": ("is not known.", f"Write one of: {', '.join(PROVIDERS)}."),
}


def findings(error: ValidationError, model: type[BaseModel]) -> Iterator[tuple[str, str, str]]:
    """Yield (key, message, remedy) for everything that pydantic found, in the order of the tables.

    Args:
        error: What validating against `model` raised.
        model: The model of the whole file: the tables and keys that it knows are what a misspelt one is compared with.
    """
    found = [
        _finding(detail["type"], detail["loc"], detail.get("ctx", {}), model)
        for detail in error.errors(include_url=False, include_input=False)
    ]
    in_the_clear = any(message == _IN_THE_CLEAR for _, message, _ in found)
    for key, message, remedy in found:
        if not (in_the_clear and message == NO_WAY_IN):  # whoever wrote the password down need not be told twice
            yield key, message, remedy


def _finding(
    kind: str, loc: tuple[int | str, ...], ctx: Mapping[str, Any], model: type[BaseModel]
) -> tuple[str, str, str]:
    names, key, item = [str(part) for part in loc], _key(loc), _item(loc)
    if kind == "extra_forbidden":
        return key, *_unknown(names, model)
    if kind == "refused":
        return key if ctx.get("key") is None else names[0], item + ctx["sentence"], ctx["remedy"]
    if kind == "literal_error":
        return key, f"{item}is not one of the choices.", f"Write one of: {ctx['expected'].replace(chr(39), chr(34))}."
    if kind.startswith("union_tag"):
        key = "mailbox.provider"
    if key == "mailbox" and kind == "missing":
        return (
            key,
            "is missing.",
            "Write [mailbox] on a line of its own, and the keys below it; `ajar init` does.",
        )
    message, remedy = _SENTENCES.get(
        kind, ("holds something that does not belong there.", "Compare it with the guide.")
    )
    return key, item + message, remedy


def _key(loc: tuple[int | str, ...]) -> str:
    names = [part for part in loc if isinstance(part, str)]
    if names[0] == "mailbox" and len(names) > 1 and names[1] in PROVIDERS:
        del names[1]  # pydantic names the branch of the union; the file does not
    return ".".join(names)


def _item(loc: tuple[int | str, ...]) -> str:
    return f"(item {loc[-1] + 1}) " if isinstance(loc[-1], int) else ""


def _unknown(names: list[str], model: type[BaseModel]) -> tuple[str, str]:
    *place, key = names
    if key.lower() in _SECRETS:
        return _IN_THE_CLEAR, _other_ways(place)
    tables = _tables(model)
    known = list(tables.get(".".join(place), ()))
    noun = "key" if place else "table"
    if home := next((table for table, keys in tables.items() if table and key in keys), None):
        return "does not belong here.", _belongs(home)
    if close := get_close_matches(key.lower(), known, n=1):
        return f"is no {noun} that Ajar knows.", f"Did you mean {close[0]}?"
    return f"is no {noun} that Ajar knows.", f"Known here: {', '.join(known)}."


def _other_ways(place: list[str]) -> str:
    if "gmail" in place:
        return "Remove it; `ajar login` keeps the token in a file of its own."
    return f"Remove it (better change it too), and say instead where it is kept, by one of: {', '.join(WAYS_IN)}."


def _belongs(home: str) -> str:
    table, _, provider = home.partition(".")
    return f'It is a key of provider = "{provider}".' if provider else f"Move it below [{table}]."


def _tables(model: type[BaseModel]) -> dict[str, tuple[str, ...]]:
    """Return the keys that each table may hold; `""` is the top of the file, `mailbox.imap` one branch of a union."""
    tables = {"": tuple(model.model_fields)}
    for name, field in model.model_fields.items():
        if isinstance(field.annotation, type) and issubclass(field.annotation, BaseModel):
            tables[name] = tuple(field.annotation.model_fields)
    if "mailbox" in model.model_fields:
        tables |= {f"mailbox.{provider}": tuple(table.model_fields) for provider, table in PROVIDERS.items()}
    return tables
