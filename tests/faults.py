"""The table of faults: which of its rows the tests marked `faults` make, over which servers, and what came of it.

`@pytest.mark.faults(1, 2)` marks a test with its rows; `make faults` runs them and prints the table. A test that is a
loop says how often it went round with `record_property("tries", n)`. A row that no test makes, or not over each
provider that it concerns, fails the run.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

import pytest

ROWS: Final = {
    1: "saved, the answer lost",
    2: "saved, then silence",
    3: "cut inside the mail",
    4: "saved after we came back",
    5: "killed at every step, resumed, run again",
    6: "a request that its library would repeat",
    7: "server errors and limits, before and after the commit",
    8: "two Ajars on one mailbox",
    9: "UIDVALIDITY changed, lower, missing, new each time",
    10: "an old UID; a mail expunged meanwhile",
    11: "FETCH split, lacking, unsolicited, foreign",
    12: "SEARCH HEADER useless, no APPENDUID",
    13: "Drafts in another language, below a prefix, missing",
    14: "no room; too many logins",
    15: "BYE, kicked, ALERT",
    16: "a dead, dripping, stalled or untrusted connection",
    17: "a wrong password, or a server that cannot tell",
    18: "tokens revoked, unticked, rotated, late",
    19: "a history forgotten, empty, behind",
    20: "a mail that kills the process",
    21: "the throttle of Office 365",
    22: "the user and the company act first",
    23: "a Message-ID rewritten, an index behind",
    24: "the clock put forward and back, sleep, a hung job",
    25: "the ledger full, locked, torn, old, lost, newer",
    26: "line ends in Message-ID, References, Subject",
    27: "huge mails",
    28: "broken, hidden, quoted words",
    29: "lists, robots, bounces",
    30: "Reply-To elsewhere, forged results, look-alikes",
    31: "one mail twice, one Message-ID twice, none",
    32: "never sends, never touches received mail",
    33: "no secret is told",
    34: "one mailbox broken among many",
}
_ALL: Final = frozenset({"Maildir", "Gmail", "IMAP"})
CONCERNS: Final = {
    1: _ALL,
    2: _ALL - {"Maildir"},  # nobody waits for a file's answer
    3: _ALL,
    4: _ALL - {"Maildir"},
    5: _ALL,
    6: frozenset({"Gmail"}),
    7: frozenset({"Gmail"}),
    8: _ALL,
    22: _ALL,
    24: _ALL,
    25: _ALL,
}
SERVERS: Final = {
    "MaildirAccount": "Maildir",
    "MemoryAccount": "memory",
    "HalfBlind": "memory",
    "GmailAccount": "Gmail",
    "MyWorldAccount": "myworld",
    "ImapAccount": "IMAP",
    "FakeImap": "scripted IMAP",
    "Postgresql": "PostgreSQL",
}


@dataclass(eq=False)  # xdist puts plugins into a set
class FaultTable:
    """A pytest plugin. With xdist the controller's counts, from what the workers' reports carry."""

    tries: Counter[int] = field(default_factory=Counter)
    outcomes: dict[int, set[str]] = field(default_factory=lambda: {row: set() for row in ROWS})
    servers: dict[int, set[str]] = field(default_factory=lambda: {row: set() for row in ROWS})

    def pytest_collection_modifyitems(self, items: Sequence[pytest.Item]) -> None:
        """Let every report of a marked test carry its rows."""
        for item in items:
            rows = {row for mark in item.iter_markers("faults") for row in mark.args}
            if rows - ROWS.keys():
                raise pytest.UsageError(f"{item.nodeid} is marked with a row that the table has not")
            item.user_properties += [("row", row) for row in sorted(rows)]

    def pytest_runtest_call(self, item: pytest.Item) -> None:
        """Note the servers behind the test."""
        given = getattr(item, "funcargs", {}).values()
        item.user_properties += [
            ("over", SERVERS[kind]) for kind in {type(each).__name__ for each in given} & {*SERVERS}
        ]

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Count a test once, a failed set-up or tear-down as well."""
        if report.when != "call" and report.passed:
            return
        tries = sum(value for name, value in report.user_properties if name == "tries" and isinstance(value, int))
        for row in (value for name, value in report.user_properties if name == "row" and isinstance(value, int)):
            self.tries[row] += tries or 1
            self.outcomes[row].add(report.outcome)
            if report.passed:
                self.servers[row] |= {str(value) for name, value in report.user_properties if name == "over"}

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        """Print the table where the faults were asked for."""
        if not _asked_for(terminalreporter.config):
            return
        terminalreporter.section("faults")
        for row, title in ROWS.items():
            over = ", ".join([*sorted(self.servers[row]), *(f"not {each}" for each in sorted(self._left_out(row)))])
            terminalreporter.line(f"{row:>3}  {title:<55} {self.tries[row]:>5}  {self._result(row):<8} {over}".rstrip())

    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        """Fail where a row was not made at all, only skipped, or not over each provider that it concerns."""
        whole = session.config.args_source is pytest.Config.ArgsSource.TESTPATHS
        leads = not hasattr(session.config, "workerinput") and not session.config.option.collectonly
        missing = [row for row in ROWS if "passed" not in self.outcomes[row] or self._left_out(row)]
        if _asked_for(session.config) and whole and leads and missing:
            session.exitstatus = pytest.ExitCode.TESTS_FAILED

    def _left_out(self, row: int) -> frozenset[str]:
        """Return the providers that a row concerns and was not made over."""
        return CONCERNS.get(row, frozenset()) - self.servers[row]

    def _result(self, row: int) -> str:
        outcomes = self.outcomes[row]
        worst = [each for each in ("failed", "passed", "skipped") if each in outcomes]
        return worst[0] if worst else "not made"


def _asked_for(config: pytest.Config) -> bool:
    return "faults" in config.option.markexpr
