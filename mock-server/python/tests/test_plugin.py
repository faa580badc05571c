import re

import pytest

from seedance_mock import MockServer, start_mock

pytest_plugins = ["pytester"]

TESTS = """
    import pytest

    @pytest.mark.parametrize("number", range(6))
    def test_it(seedance_mock, number):
        assert seedance_mock.tasks() == []
        print("server", seedance_mock.base_url, "clock", seedance_mock.clock.mode, "key", seedance_mock.api_key)
"""


def test_a_server_is_started_for_the_session_with_the_options_of_the_project(
    pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SEEDANCE_SHARED_MOCK", raising=False)
    pytester.makepyfile(TESTS)
    pytester.makeini("[pytest]\nseedance_mock_options = --clock frozen")
    result = pytester.runpytest_subprocess("-s")
    result.assert_outcomes(passed=6)
    seen = re.findall(r"server (\S+) clock frozen key (\S+)", result.stdout.str())
    assert len(seen) == 6
    assert len({server for server, key in seen}) == 1
    assert len({key for server, key in seen}) == 6


def test_a_server_that_runs_can_be_named(pytester: pytest.Pytester, seedance_server: MockServer) -> None:
    pytester.makepyfile(TESTS)
    result = pytester.runpytest_subprocess("-s", f"--seedance-mock={seedance_server.base_url}")
    result.assert_outcomes(passed=6)
    result.stdout.fnmatch_lines([f"*server {seedance_server.base_url} clock auto*"])


def test_the_server_of_the_command_is_found(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> None:
    pytester.makepyfile(TESTS)
    with start_mock(clock="x60") as server:
        monkeypatch.setenv("SEEDANCE_SHARED_MOCK", server.base_url)
        result = pytester.runpytest_subprocess("-s")
    result.assert_outcomes(passed=6)
    result.stdout.fnmatch_lines([f"*server {server.base_url} clock scaled*"])
