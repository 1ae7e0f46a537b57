"""A throw-away Dovecot: the main IMAP server of the tests. Every user name exists; the password is `PASSWORD`."""

import getpass
import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

from tests.servers.authority import Authority
from tests.servers.ports import free_port, wait_until_open, wait_until_shut

PASSWORD = "secret"
_USUAL = {"Drafts": r"\Drafts", "Sent": r"\Sent", "Trash": r"\Trash", "Junk": r"\Junk"}


@dataclass(frozen=True)
class Variant:
    r"""How a server differs from the usual one.

    Attributes:
        folders: Name below the prefix, in modified UTF-7's plain form (Dovecot takes UTF-8) → special use, "" for none.
        quota: Storage limit, such as "20K"; empty for none.
        connections: How many one user may hold at a time.
        introspection: URL that tells whether an access token is good; empty for a server without XOAUTH2.
        hosts: What the certificate is for.
    """

    folders: Mapping[str, str] = field(default_factory=lambda: dict(_USUAL))
    prefix: str = ""
    separator: str = "/"
    quota: str = ""
    connections: int = 20
    introspection: str = ""
    hosts: tuple[str, ...] = ("localhost", "127.0.0.1")


def is_installed() -> bool:
    """Whether this machine has Dovecot."""
    return _binary() is not None


class Dovecot:
    """A running server.

    Attributes:
        port: In the clear, with STARTTLS.
        tls_port: TLS from the first byte.
        ca_file: The authority to trust.
    """

    def __init__(self, folder: Path, variant: Variant | None = None) -> None:
        self._folder = folder
        self.port, self.tls_port = free_port(), free_port()
        self._variant = variant or Variant()
        authority = Authority(folder / "tls")
        self.ca_file = authority.ca_file
        self._certificate, self._key = authority.certify(*self._variant.hosts)
        self.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    @classmethod
    @contextmanager
    def anywhere(cls, variant: Variant | None = None) -> Iterator[Self]:
        """Run one in a folder of its own.

        Not in pytest's: its long path leaves too little of the 108 bytes that a Unix socket's name may have, and every
        other run of pytest on the machine takes from `mail` the right to pass through it.
        """
        with (
            tempfile.TemporaryDirectory(prefix="imap-", ignore_cleanup_errors=True) as room,
            cls(Path(room), variant) as running,
        ):
            yield running

    def start(self) -> None:
        """Start, or start again after `stop`: the mails are kept."""
        for name in ("mail", "run", "state"):
            (self._folder / name).mkdir(exist_ok=True)
        if os.geteuid() == 0:
            shutil.chown(self._folder / "mail", "mail", "mail")
            for parent in (self._folder, *self._folder.parents[:3]):
                parent.chmod(parent.stat().st_mode | 0o711)
        configuration = self._folder / "dovecot.conf"
        configuration.write_text(self._configuration())
        command = [_binary() or "dovecot", "-F", "-c", str(configuration)]
        with (self._folder / "stderr").open("wb") as errors:
            self._process = subprocess.Popen(command, stdout=errors, stderr=errors, start_new_session=True)
        wait_until_open(self.port)

    def stop(self) -> None:
        """Stop and wait until the ports are free."""
        # To the whole group: the master alone would give its children a second to go.
        os.killpg(self._process.pid, signal.SIGTERM)
        self._process.wait(20)
        wait_until_shut(self.port)

    def forget_uids(self, user: str) -> None:
        """Give a user's folders new UIDVALIDITYs, as a server does that lost its index. Nobody may be logged in."""
        for index in (self._folder / "mail" / user).rglob("dovecot*"):
            index.unlink()

    def admin(self, *words: str) -> str:
        """Run doveadm and return what it prints."""
        command = ["doveadm", "-c", str(self._folder / "dovecot.conf"), *words]
        return subprocess.run(command, check=True, capture_output=True, text=True, timeout=20).stdout

    def sessions(self, user: str) -> int:
        """Return how many sessions a user has now."""
        return len(self.admin("who", "-1", user).splitlines()) - 1

    def log(self) -> str:
        """Return the server's log, for a test that failed."""
        return (self._folder / "dovecot.log").read_text(errors="replace")

    def _configuration(self) -> str:
        parts = [_GENERAL, _identity(), _LISTENERS, _namespace(self._variant)]
        if self._variant.quota:
            parts.append(_QUOTA.replace("@LIMIT@", self._variant.quota))
        if self._variant.introspection:
            parts.append(_OAUTH)
            settings = f"introspection_mode = post\nintrospection_url = {self._variant.introspection}\n"
            settings += "username_attribute = email\nactive_attribute = active\nactive_value = true\n"
            (self._folder / "oauth2.conf.ext").write_text(settings)
        text = "\n".join(parts)
        places = {
            "@D@": str(self._folder),
            "@PORT@": str(self.port),
            "@TLS_PORT@": str(self.tls_port),
            "@CERTIFICATE@": str(self._certificate),
            "@KEY@": str(self._key),
            "@CONNECTIONS@": str(self._variant.connections),
            "@PASSWORD@": PASSWORD,
        }
        for place, value in places.items():
            text = text.replace(place, value)
        return text


_GENERAL = """
base_dir = @D@/run
state_dir = @D@/state
log_path = @D@/dovecot.log
protocols = imap
listen = 127.0.0.1
disable_plaintext_auth = no
mail_location = maildir:@D@/mail/%u
mail_home = @D@/mail/%u
first_valid_uid = 1
mail_max_userip_connections = @CONNECTIONS@
mailbox_list_index = no
ssl = yes
ssl_cert = <@CERTIFICATE@
ssl_key = <@KEY@
ssl_dh =
auth_failure_delay = 0
passdb {
  driver = static
  args = password=@PASSWORD@
}
userdb {
  driver = static
  args = home=@D@/mail/%u allow_all_users=yes
}
"""
_LISTENERS = """
service imap-login {
  inet_listener imap {
    address = 127.0.0.1
    port = @PORT@
  }
  inet_listener imaps {
    address = 127.0.0.1
    port = @TLS_PORT@
    ssl = yes
  }
  service_count = 0
  process_min_avail = 1
}
service anvil {
  unix_listener anvil-auth-penalty {
    mode = 0
  }
}
"""
_QUOTA = """
mail_plugins = quota
protocol imap {
  mail_plugins = quota
}
plugin {
  quota = count:User quota
  quota_rule = *:storage=@LIMIT@
  quota_vsizes = yes
}
"""
_OAUTH = """
auth_mechanisms = plain login xoauth2 oauthbearer
passdb {
  driver = oauth2
  mechanisms = xoauth2 oauthbearer
  args = @D@/oauth2.conf.ext
}
"""


def _identity() -> str:
    if os.geteuid() == 0:
        return "default_internal_user = dovecot\ndefault_login_user = dovenull\nmail_uid = mail\nmail_gid = mail\n"
    me = getpass.getuser()
    users = f"default_internal_user = {me}\ndefault_login_user = {me}\nmail_uid = {me}\n"
    services = ("anvil", "imap-login", "stats")
    return users + "\n".join(f"service {name} {{\n  chroot =\n}}" for name in services)


def _namespace(variant: Variant) -> str:
    lines = [f"prefix = {variant.prefix}", "inbox = yes", f"separator = {variant.separator}"]
    for name, use in variant.folders.items():
        special = f"\n    special_use = {use}" if use else ""
        lines.append(f'mailbox "{name}" {{\n    auto = subscribe{special}\n  }}')
    return "namespace inbox {\n  " + "\n  ".join(lines) + "\n}\n"


def _binary() -> str | None:
    return shutil.which("dovecot") or shutil.which("/usr/sbin/dovecot")
