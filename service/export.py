"""`ajar export`: everything that is kept, for the user's own eyes and programs; the keys are a promise.

Whole rows of every table, so that whatever is kept one day is exported as well. Secrets are not among it: tokens lie in
files of their own.
"""

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from service.assembly import Places, opened
from service.corrections import Corrections
from service.show import iso
from service.show_teach import correction_rows


def export(places: Places) -> Iterator[Mapping[str, Any]]:
    """Yield one object for each row of the ledger, and for each correction with its text; `table` says which it is."""
    with opened(places) as ledger:
        for table, row in ledger.forgetting.kept():
            yield {"table": table, **{name: _plain(value) for name, value in row.items()}}
    for row in correction_rows(Corrections(places.state.corrections).all(), text=True):
        yield {"table": "corrections", **row}


def _plain(value: object) -> object:
    return iso(value) if isinstance(value, datetime) else value
