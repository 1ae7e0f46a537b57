"""What is known of the large providers, and that `ajar init` asks for the way in that each takes."""

import tomllib
from typing import Any

import pytest

from config.presets import PRESETS, preset_for
from config.schema import Imap
from config.values import is_loopback
from tests.servers.ports import free_port
from tests.workplace import Workplace

CLIENT_ID = "0f8fad5b-d9cb-469f-a165-70867728950e"
LARGE = """gmail.com outlook.com hotmail.fr yahoo.com icloud.com fastmail.com gmx.de web.de proton.me posteo.de
    mailbox.org t-online.de orange.fr free.fr libero.it aruba.it ziggo.nl kpnmail.nl uol.com.br"""


@pytest.mark.parametrize("domain", LARGE.split())
def test_the_large_providers_are_known(domain: str) -> None:
    preset = preset_for(f"jane@{domain.upper()}")
    assert preset is not None
    assert preset.ways


def test_nobody_s_own_domain_is_taken_for_a_provider_s() -> None:
    assert preset_for("jane@notgmail.com") is None
    assert preset_for("jane@gmail.com.example") is None
    assert preset_for("jane") is None


@pytest.mark.parametrize(
    "preset", {preset.host: preset for preset in PRESETS.values() if preset.ways}.values(), ids=str
)
def test_every_server_makes_a_mailbox_file_that_is_accepted_and_sends_nothing_in_the_clear(preset: Any) -> None:  # noqa: ANN401 - a preset
    table = {"provider": "imap", "address": "jane@example.org", "name": "Jane", "password_env": "X"}
    mailbox = Imap.model_validate(table | {"host": preset.host, "port": preset.port, "tls": preset.tls})
    assert mailbox.server_port == (993 if mailbox.tls == "implicit" else 1143)
    assert mailbox.tls == "implicit" or is_loopback(mailbox.host)
    assert preset.page.startswith("https://") or not preset.page


def test_who_takes_no_password_is_never_asked_for_one() -> None:
    assert {preset.ways for preset in PRESETS.values() if preset.host == "outlook.office365.com"} == {("microsoft",)}


def test_a_provider_without_imap_says_so() -> None:
    preset = preset_for("jane@tuta.com")
    assert preset is not None
    assert preset.ways == ()
    assert "no IMAP" in preset.note


def initialised(workplace: Workplace, *answers: str) -> tuple[dict[str, Any], str]:
    """Return the table that `ajar init` wrote, and what it said."""
    done = workplace.ajar("init", stdin="\n".join(answers) + "\n")
    (file,) = (workplace.config / "mailboxes").iterdir()
    table: dict[str, Any] = tomllib.loads(file.read_text())["mailbox"]
    return table, done.stdout + done.stderr


def test_init_asks_an_office_365_user_for_the_application_and_no_password(workplace: Workplace) -> None:
    away = f"https://127.0.0.1:{free_port()}/example.org"
    table, said = initialised(
        workplace, "jane@example.org", "Jane Doe", "microsoft", "jane", "24h", "not-an-id", CLIENT_ID, away
    )
    assert table["provider"] == "imap"
    assert (table["host"], table["oauth"]) == ("outlook.office365.com", "microsoft")
    assert (table["client_id"], table["authority"]) == (CLIENT_ID, away)
    assert "does not answer" in said  # the login is tried, and nobody is there
    assert "password" not in table


def test_init_offers_microsoft_to_an_outlook_user_by_itself(workplace: Workplace) -> None:
    done = workplace.ajar("init", stdin="jane@outlook.com\nJane Doe\n\njane\n24h\n")
    assert "How to reach it (imap, microsoft, gmail, maildir) [microsoft]" in done.stdout
    assert "takes no passwords" in done.stdout
    assert not list((workplace.config / "mailboxes").iterdir())


def test_init_offers_a_gmail_user_both_ways_in_over_imap(workplace: Workplace) -> None:
    done = workplace.ajar("init", stdin="jane@gmail.com\nJane Doe\nimap\njane\n24h\ngoogle\n")
    assert "The way in (app password, google) [app password]" in done.stdout
    assert "https://myaccount.google.com/apppasswords" in done.stdout
    assert "client_secret.json" in done.stdout
