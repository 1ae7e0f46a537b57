"""What the service tells on stderr: one line an event, never a subject, a body, an address or a secret."""

import json
import logging
import sys
from datetime import UTC, datetime
from typing import Any

import structlog

from service import tracebacks


class _Discreet(logging.Formatter):
    """The libraries' own lines, without their message: nobody knows what a library puts there.

    Of an exception only its kind and where it was, for its text may quote a mail.
    """

    def __init__(self) -> None:
        super().__init__("%(levelname)s %(name)s")

    def formatException(self, ei: Any) -> str:  # noqa: ANN401, N802 - the standard library's
        return "".join(tracebacks.lines(ei[1])).rstrip()


class _DiscreetJson(_Discreet):
    """The same as one object a line: a program that reads the log reads every line of it."""

    def format(self, record: logging.LogRecord) -> str:
        at = datetime.fromtimestamp(record.created, UTC)
        told = {"event": "a library warns", "logger": record.name, "level": record.levelname.lower()}
        if record.exc_info:
            told["at"] = self.formatException(record.exc_info)
        return json.dumps({**told, "timestamp": f"{at:%Y-%m-%dT%H:%M:%S.%fZ}"})


def configure(style: str, *, level: int = logging.INFO) -> None:
    """Set up structlog for the life of the process.

    The standard library's loggers stay at WARNING whatever `level` says: imapclient writes whole mails at DEBUG.
    """
    at_terminal = style == "text" and sys.stderr.isatty()
    renderer: structlog.typing.Processor = structlog.processors.JSONRenderer()
    if style == "text":
        renderer = structlog.dev.ConsoleRenderer(colors=at_terminal, pad_event_to=0)
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="%H:%M:%S" if at_terminal else "iso", utc=not at_terminal),
            renderer,
        ],
        wrapper_class=structlog.make_filtering_bound_logger(level),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
        cache_logger_on_first_use=False,
    )
    listener = logging.StreamHandler(sys.stderr)
    listener.setFormatter(_Discreet() if style == "text" else _DiscreetJson())
    logging.basicConfig(handlers=[listener], level=logging.WARNING)
    # It warns of every sweep that outlasts its poll interval; `service.daemon` tells of what is worth a line.
    logging.getLogger("apscheduler").setLevel(logging.ERROR)
    logging.captureWarnings(capture=True)


def keep_quiet() -> None:
    """Let a command that is asked for a result tell of troubles alone, on stderr; unless the log is set up already."""
    if not structlog.is_configured():
        configure("text", level=logging.WARNING)


def where(error: BaseException) -> str:
    """Return the innermost place of an error as file:line; its message stays out, for it may quote a mail."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return "" if trace is None else f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}"
