"""What a process costs, from /proc (proc(5)); Linux only. Memory in MiB, processor time in seconds."""

import os
from dataclasses import dataclass
from pathlib import Path

_KIB = 1024
_TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True, slots=True)
class Memory:
    """Resident memory now, its share when shared pages are divided among their users, and the most it ever was."""

    rss: float
    pss: float
    peak: float


def memory(pid: int) -> Memory:
    """Return what a process holds.

    Raises:
        OSError, KeyError: It is gone, or going.
    """
    status, smaps = _fields(pid, "status"), _fields(pid, "smaps_rollup")
    return Memory(status["VmRSS"] / _KIB, smaps["Pss"] / _KIB, status["VmHWM"] / _KIB)


def peak(pid: int) -> float:
    """Return the most that a process ever held, since its program was started (rusage would count its parent's too)."""
    return _fields(pid, "status")["VmHWM"] / _KIB


def cpu(pid: int) -> float:
    """Return the processor time that a process has used, its children that it waited for included."""
    behind_name = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
    return sum(int(ticks) for ticks in behind_name[11:15]) / _TICKS


def _fields(pid: int, file: str) -> dict[str, int]:
    lines = Path(f"/proc/{pid}/{file}").read_text(encoding="utf-8", errors="replace").splitlines()
    pairs = (line.partition(":") for line in lines)
    return {name: int(value.split()[0]) for name, _, value in pairs if value.strip().endswith(" kB")}
