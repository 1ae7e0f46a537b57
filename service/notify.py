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
