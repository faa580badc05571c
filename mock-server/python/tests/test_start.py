import os
import signal
import subprocess
import sys
from contextlib import contextmanager
from datetime import datetime, timedelta, timezone
from decimal import Decimal
from typing import Iterator

import pytest

from seedance_mock import MockServerError, ServerStartError, connect, start_mock

COMMAND = [sys.executable, "-m", "seedance_mock"]


def test_options_reach_the_server_whatever_the_environment_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SEEDANCE_MOCK_MAX_TASKS", "nonsense")
    start = datetime(2026, 1, 1, tzinfo=timezone.utc)
    with start_mock(
        "--balance",
        "12.5",
        clock="frozen",
        clock_start=start,
        scenario="instant",
        revision="2026-08",
        seed=7,
        rate_limits=True,
    ) as mock:
        assert (mock.clock.mode, mock.clock.now) == ("frozen", start)
        assert mock.revision == "2026-08"
        assert mock.account.remaining == Decimal("12.5")


def test_a_server_that_is_closed_says_so_to_each_of_its_views() -> None:
    mock = start_mock("--clock=real")
    view = mock.with_api_key("other")
    assert view.clock.mode == "real"
    mock.close()
    mock.close()
    with pytest.raises(MockServerError, match=r"this mock server is closed; start another one, .*\(GET /tasks"):
        view.tasks()
    with pytest.raises(MockServerError, match="no mock server answers at "):
        connect(mock.base_url).tasks()


def test_a_server_that_can_not_start_says_why() -> None:
    with pytest.raises(
        ServerStartError, match="(?s)exit code 2.*unknown scenario 'storm'; known: realistic"
    ) as refused:
        start_mock(scenario="storm")
    assert "it has printed:\n" in str(refused.value)
    with pytest.raises(ServerStartError) as missing:
        start_mock(java="/nowhere/java")
    assert str(missing.value) == (
        "no Java found: '/nowhere/java' is not there. The mock server needs a Java runtime, 17 or newer, such as"
        " https://adoptium.net: put its bin folder on the PATH or set JAVA_HOME."
    )
    with pytest.raises(ServerStartError, match="the mock server was not ready within 0.001 s; it has printed:\n"):
        start_mock(start_limit=timedelta(milliseconds=1))


def test_a_java_that_is_too_old_says_so() -> None:
    program = "import sys; sys.exit('java.lang.UnsupportedClassVersionError: FastStart')"
    with pytest.raises(ServerStartError, match="^'.*' is older than Java 17. The mock server needs a Java runtime, 17"):
        start_mock(java=sys.executable, java_options=["-c", program])


def test_a_server_that_ends_by_itself_says_so_to_each_of_its_views() -> None:
    program = "print('ready at http://127.0.0.1:1', flush=True); exit('The heap is full.')"
    with start_mock(java=sys.executable, java_options=["-c", program]) as mock:
        message = ""
        deadline = datetime.now() + timedelta(seconds=30)
        while "has ended" not in message and datetime.now() < deadline:
            with pytest.raises(MockServerError) as refused:
                mock.with_api_key("other").tasks()
            message = str(refused.value)
    assert message.startswith("the mock server has ended (exit code 1); it has printed:\nready at ")
    assert "The heap is full." in message


@contextmanager
def running(*command: str) -> Iterator["subprocess.Popen[str]"]:
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        yield process


def first_line(process: "subprocess.Popen[str]") -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def is_gone(url: str) -> bool:
    """Waits until nothing answers at an address."""
    deadline = datetime.now() + timedelta(seconds=30)
    while datetime.now() < deadline:
        try:
            connect(url).tasks()
        except MockServerError:
            return True
    return False


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGKILL")
def test_a_server_ends_with_the_process_that_started_it_even_if_that_is_killed() -> None:
    program = "import signal, seedance_mock; print(seedance_mock.start_mock().base_url, flush=True); signal.pause()"
    with running(sys.executable, "-c", program) as killed:
        url = first_line(killed)
        connect(url).tasks()
        killed.send_signal(signal.SIGKILL)
    assert is_gone(url)


def test_a_process_that_forgets_its_server_takes_it_along() -> None:
    program = "import seedance_mock; print(seedance_mock.start_mock().base_url, flush=True)"
    with running(sys.executable, "-c", program) as forgetful:
        url = first_line(forgetful)
        assert forgetful.wait(60) == 0
    assert is_gone(url)


def test_the_command_runs_a_server_until_it_is_interrupted() -> None:
    with running(*COMMAND, "--port=0") as command:
        url = first_line(command).rpartition("ready at ")[2]
        connect(url).tasks()
        command.terminate()
        assert command.wait(60) == 0
    assert is_gone(url)


def test_the_command_runs_a_server_as_long_as_another_command() -> None:
    program = "import os, sys; print(os.environ['SEEDANCE_SHARED_MOCK'], flush=True); sys.exit(3)"
    with running(*COMMAND, "--clock=frozen", "--", sys.executable, "-c", program) as command:
        url = first_line(command)
        assert url.startswith("http://127.0.0.1:")
        assert command.wait(60) == 3
    assert is_gone(url)


@pytest.mark.parametrize(
    ("arguments", "path", "message"),
    [
        (["--"], None, "seedance-mock: there is no command after '--', expected one such as: seedance-mock -- pytest"),
        (["--", "/nowhere/pytest"], None, "seedance-mock: '/nowhere/pytest' can't be run: "),
        ([], "", "seedance-mock: no Java found: 'java' is not there. The mock server needs a Java runtime"),
        (["--por=1"], None, "Unknown option: '--por=1'"),
    ],
)
def test_the_command_says_what_is_wrong(arguments: "list[str]", path: "str | None", message: str) -> None:
    environment = os.environ if path is None else {**os.environ, "PATH": path, "JAVA_HOME": path}
    command = subprocess.run([*COMMAND, *arguments], env=environment, capture_output=True, text=True, timeout=60)
    assert command.returncode == 2
    assert message in command.stderr
