"""One line in the log for each decision about job mail: what it was taken for, what was decided, and why.

Of any other mail there is nothing to decide, and a mailbox has very many: such a line is for --debug. The mail goes by
the beginning of its key, a digest over its headers; no word of it, no company and no address is told.
"""

import logging
from typing import Final

import structlog

from replies.decision import Reply
from service.records import Outcome

KEY_SHOWN: Final = 12

log = structlog.get_logger()


def tell(mailbox: str, outcome: Outcome) -> None:
    """Log the decision, once it is in the ledger."""
    decision = outcome.decision
    if isinstance(decision, Reply):
        facts = {"decision": "reply", "kind": decision.kind, "due_at": f"{decision.due_at:%Y-%m-%dT%H:%M:%SZ}"}
    else:
        facts = {"decision": "skip", "reason": decision.reason}
    log.log(
        logging.INFO if outcome.is_job_mail else logging.DEBUG,
        "decided",
        mailbox=mailbox,
        mail=outcome.key[:KEY_SHOWN],
        label=outcome.label,
        rejection=round(outcome.rejection, 3),
        **facts,
    )
