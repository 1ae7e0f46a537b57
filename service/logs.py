"""What the service tells on stderr: one line an event, never a subject, a body or a secret."""

import logging
import sys
from typing import Literal

import structlog


def configure(style: Literal["text", "json"], *, level: int = logging.INFO) -> None:
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
    logging.basicConfig(stream=sys.stderr, level=logging.WARNING, format="%(levelname)s %(name)s")


def where(error: BaseException) -> str:
    """Return the innermost place of an error as file:line; its message stays out, for it may quote a mail."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return "" if trace is None else f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}"
