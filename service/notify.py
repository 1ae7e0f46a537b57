"""Telling systemd how it goes (sd_notify(3)): a datagram to $NOTIFY_SOCKET; nothing happens where there is none."""

import os
import socket


def tell_systemd(state: str) -> None:
    """Send one state line, such as READY=1, WATCHDOG=1, RELOADING=1 or STOPPING=1."""
    path = os.environ.get("NOTIFY_SOCKET", "")
    if not path:
        return
    address = "\0" + path[1:] if path.startswith("@") else path
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as sender:
        try:
            sender.sendto(state.encode(), address)
        except OSError:
            return  # the service manager went away; the work goes on


def pulse(usual: float) -> float:
    """Return how many seconds to leave between two signs of life: half of what the watchdog waits, as systemd advises.

    The unit may have been given a shorter `WatchdogSec` than ours; see sd_watchdog_enabled(3).
    """
    patience, whose = os.environ.get("WATCHDOG_USEC", ""), os.environ.get("WATCHDOG_PID", "")
    if not patience.isdecimal() or int(patience) == 0 or whose not in {"", str(os.getpid())}:
        return usual
    return min(usual, int(patience) / 2e6)
