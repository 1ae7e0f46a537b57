"""The process that hands one notice to Apprise: `python -m service.apprising`, with a JSON object on standard input.

A process of its own, because a service that falls silent can then be ended, and because Apprise loads two hundred
services, those that send mail among them: no such code shall be in the process that reads mail. The exit code is all
that it says; an address holds a token, so nothing that Apprise says about it is passed on.
"""

import json
import logging
import signal
import sys
from typing import Final

import apprise

LONGEST: Final = 60  # seconds


def main() -> int:
    """Tell a body to an address; without a body only see whether Apprise understands the address. 0 is yes."""
    signal.alarm(LONGEST)  # should the process that waits for this one be gone
    logging.disable(logging.CRITICAL)
    order = json.load(sys.stdin)
    service = apprise.Apprise()
    understood = service.add(order["url"])
    if not understood or not order["body"]:
        return int(not understood)
    return int(not service.notify(order["body"], order["title"], body_format=apprise.NotifyFormat.TEXT))


if __name__ == "__main__":
    sys.exit(main())
