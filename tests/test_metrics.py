"""What a scrape tells: a real daemon, real mailboxes, a real scrape over HTTP."""

import socket
import urllib.request
from datetime import UTC, datetime
from pathlib import Path

import pytest
from prometheus_client.parser import text_string_to_metric_families

from config.load import load
from config.problems import ConfigError
from tests.maildir_account import MaildirAccount
from tests.main_job import ACKNOWLEDGEMENT, REJECTION, mail
from tests.servers.ports import free_port
from tests.test_daemon import AWAY, MAILDIR
from tests.workplace import Workplace, until

Samples = dict[tuple[str, ...], float]


@pytest.fixture
def account(tmp_path: Path) -> MaildirAccount:
    return MaildirAccount(tmp_path / "mail")


@pytest.fixture
def port(workplace: Workplace) -> int:
    """The port on which the daemon is to be scraped."""
    port = free_port()
    listen(workplace, f"127.0.0.1:{port}")
    return port


def listen(workplace: Workplace, listener: str) -> None:
    (workplace.config / "ajar.toml").write_text(f'[service]\nmetrics = "{listener}"\n')


def scraped(port: int) -> str:
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/metrics", timeout=10) as answer:
        return str(answer.read().decode())


def samples(port: int) -> Samples:
    """Scrape, and return each value by its name, its mailbox, and whatever else it is told apart by."""
    families = text_string_to_metric_families(scraped(port))
    return {(one.name, *_labels(dict(one.labels))): one.value for family in families for one in family.samples}


def _labels(labels: dict[str, str]) -> list[str]:
    mailbox = labels.pop("mailbox", None)
    return [*([mailbox] if mailbox else []), *labels.values()]


def value(port: int, *name: str) -> float:
    return samples(port).get(name, -1.0)


def test_a_scrape_tells_sweeps_mails_drafts_and_the_last_success(
    workplace: Workplace, account: MaildirAccount, port: int
) -> None:
    workplace.mailbox("jane", MAILDIR.format(path=account.root, delay="1s"))
    account.deliver(mail(REJECTION, 1), datetime.now(UTC))
    account.deliver(mail(ACKNOWLEDGEMENT, 2, sender="Brightloop <jobs@brightloop.example>"), datetime.now(UTC))
    began = datetime.now(UTC).timestamp()
    with workplace.daemon():
        until(lambda: "watching" in workplace.log())
        until(lambda: value(port, "ajar_replies", "jane", "drafted") == 1)
        until(lambda: value(port, "ajar_sweeps_total", "jane") >= 2)
        found, text = samples(port), scraped(port)
    assert len(account.drafts()) == 1
    assert found["ajar_mails", "jane", "rejection"] == 1
    assert found["ajar_mails", "jane", "acknowledgement"] == 1
    assert found["ajar_mails", "jane", "offer"] == 0
    assert found["ajar_replies", "jane", "pending"] == 0
    assert began <= found["ajar_last_success_timestamp_seconds", "jane"] <= datetime.now(UTC).timestamp()
    assert found["ajar_errors_total", "jane", "unavailable"] == 0
    assert found[("ajar_ledger_readable",)] == 1
    assert found[("process_resident_memory_bytes",)] > 1 << 20
    assert "brightloop" not in text.lower()
    assert "@" not in text


def test_what_is_owed_is_told_as_pending(workplace: Workplace, account: MaildirAccount, port: int) -> None:
    workplace.mailbox("jane", MAILDIR.format(path=account.root, delay="1h"))
    account.deliver(mail(REJECTION), datetime.now(UTC))
    with workplace.daemon():
        until(lambda: "watching" in workplace.log())
        until(lambda: value(port, "ajar_replies", "jane", "pending") == 1)
        assert value(port, "ajar_replies", "jane", "drafted") == 0


def test_errors_are_counted_by_kind_and_a_mailbox_that_never_succeeded_stands_at_zero(
    workplace: Workplace, account: MaildirAccount, port: int
) -> None:
    workplace.mailbox("jane", MAILDIR.format(path=account.root, delay="1h"))
    workplace.mailbox("away", AWAY.format(port=free_port()))
    workplace.environment["AWAY_PASSWORD"] = "secret"
    with workplace.daemon():
        until(lambda: "watching" in workplace.log())
        until(lambda: value(port, "ajar_errors_total", "away", "unavailable") >= 1)
        until(lambda: value(port, "ajar_last_success_timestamp_seconds", "jane") > 0)
        found = samples(port)
    assert found["ajar_last_success_timestamp_seconds", "away"] == 0
    assert found["ajar_errors_total", "away", "refused"] == 0
    assert found["ajar_errors_total", "jane", "unavailable"] == 0


def test_a_mailbox_that_was_taken_out_is_told_of_no_more(
    workplace: Workplace, account: MaildirAccount, port: int, tmp_path: Path
) -> None:
    workplace.mailbox("jane", MAILDIR.format(path=account.root, delay="1h"))
    june = MaildirAccount(tmp_path / "june")
    other = workplace.mailbox("june", MAILDIR.format(path=june.root, delay="1h"))
    with workplace.daemon() as daemon:
        until(lambda: "watching" in workplace.log())
        until(lambda: value(port, "ajar_last_success_timestamp_seconds", "june") > 0)
        other.unlink()
        daemon.send_signal(1)
        until(lambda: "june" not in scraped(port))
        assert value(port, "ajar_sweeps_total", "jane") >= 0


def test_nothing_listens_where_no_metrics_are_wanted(workplace: Workplace, account: MaildirAccount) -> None:
    workplace.mailbox("jane", MAILDIR.format(path=account.root, delay="1h"))
    with workplace.daemon() as daemon:
        until(lambda: "watching" in workplace.log())
        sockets = [path.readlink().name for path in Path(f"/proc/{daemon.pid}/fd").iterdir()]
        ours = {name.removeprefix("socket:[").removesuffix("]") for name in sockets if name.startswith("socket:")}
        rows = [line.split() for line in Path(f"/proc/{daemon.pid}/net/tcp").read_text().splitlines()[1:]]
        listening = {row[9] for row in rows if row[3] == "0A"}
    assert not ours & listening


def test_a_port_that_is_taken_is_told_with_its_remedy(workplace: Workplace, account: MaildirAccount) -> None:
    workplace.mailbox("jane", MAILDIR.format(path=account.root, delay="1h"))
    with socket.create_server(("127.0.0.1", 0)) as taken:
        listen(workplace, f"127.0.0.1:{taken.getsockname()[1]}")
        refused = workplace.ajar("run")
    assert refused.returncode == 78
    assert "service.metrics" in refused.stderr
    assert "Choose another port." in refused.stderr


def test_an_address_that_the_network_can_reach_is_refused_with_the_remedy(
    workplace: Workplace, account: MaildirAccount
) -> None:
    workplace.mailbox("jane", MAILDIR.format(path=account.root, delay="1h"))
    listen(workplace, "0.0.0.0:9464")
    refused = workplace.ajar("run")
    assert refused.returncode == 78
    assert "service.metrics would be open to the network" in refused.stderr
    assert "127.0.0.1:9464" in refused.stderr


@pytest.mark.parametrize("listener", ["192.0.2.7:9464", "[::]:9464", "metrics.example.org:9464", ":9464"])
def test_no_other_address_that_the_network_can_reach_is_taken_either(tmp_path: Path, listener: str) -> None:
    (tmp_path / "ajar.toml").write_text(f'[service]\nmetrics = "{listener}"\n')
    with pytest.raises(ConfigError) as refusal:
        load(tmp_path)
    assert "service.metrics" in {problem.key for problem in refusal.value.problems}
