"""The state directory: private, and held by one Ajar at a time."""

import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from service.errors import Busy, LedgerError
from service.state import StateDirectory

HOLDER = """
import sys, time
from pathlib import Path
from service.state import StateDirectory
with StateDirectory(Path(sys.argv[1])).locked():
    print("held", flush=True)
    time.sleep(60)
"""


@pytest.mark.faults(33)
def test_it_is_made_for_the_users_eyes_only_and_kept_so(tmp_path: Path) -> None:
    state = StateDirectory(tmp_path / "a" / "ajar")
    state.make()
    state.path.chmod(0o755)
    state.make()
    assert stat.S_IMODE(state.path.stat().st_mode) == 0o700


def test_a_place_where_it_cannot_be_made_is_an_error_with_a_remedy(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(LedgerError, match="--state"):
        StateDirectory(tmp_path / "file" / "ajar").make()


@pytest.mark.faults(8)
def test_a_second_process_is_refused_and_told_who_is_there_until_the_first_is_killed(tmp_path: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", HOLDER, tmp_path], stdout=subprocess.PIPE) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"held\n"
        with pytest.raises(Busy, match=str(holder.pid)), StateDirectory(tmp_path).locked():
            pass
        holder.send_signal(signal.SIGKILL)
        holder.wait()
    with StateDirectory(tmp_path).locked():
        pass  # the kernel let go with the process
