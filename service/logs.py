"""What the service tells on stderr: one line an event, never a subject, a body or a secret."""

import logging
import sys
from typing import Any

import structlog

from service import tracebacks


class _Discreet(logging.Formatter):
    """The libraries' own lines; of an exception only its kind and where it was, for its text may quote a mail."""

    def formatException(self, ei: Any) -> str:  # noqa: ANN401, N802 - the standard library's
        return "".join(tracebacks.lines(ei[1])).rstrip()


def configure(style: str, *, level: int = logging.INFO) -> None:
    """Set up structlog for the life of the process.

    The standard library's loggers stay at WARNING whatever `level` says: imapclient writes whole mails at DEBUG.
    """
    renderer: structlog.typing.Processor = structlog.processors.JSONRenderer()
    if style == "text":
        renderer = structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty(), pad_event_to=0)
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            renderer,
        ],
        wrapper_class=structlog.make_filtering_bound_logger(level),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
        cache_logger_on_first_use=False,
    )
    listener = logging.StreamHandler(sys.stderr)
    # Not the message: nobody knows what a library puts there.
    listener.setFormatter(_Discreet("%(levelname)s %(name)s"))
    logging.basicConfig(handlers=[listener], level=logging.WARNING)


def where(error: BaseException) -> str:
    """Return the innermost place of an error as file:line; its message stays out, for it may quote a mail."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return "" if trace is None else f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}"
