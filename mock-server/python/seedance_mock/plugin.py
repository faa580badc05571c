"""The pytest plugin: a server for the session, and a fresh sandbox for each test."""

from __future__ import annotations

import os
from typing import Iterator

import pytest

from seedance_mock.server import MockServer
from seedance_mock.start import SHARED_MOCK, connect, start_mock


def pytest_addoption(parser: pytest.Parser) -> None:
    """Declares the options of the plugin."""
    parser.getgroup("seedance-mock").addoption(
        "--seedance-mock",
        metavar="URL",
        default=os.environ.get(SHARED_MOCK),
        help="mock server that runs already, such as http://127.0.0.1:8080; default: one is started for the session",
    )
    parser.addini(
        "seedance_mock_options",
        "options of the mock server that is started, as on its command line, such as: --clock frozen",
        type="args",
        default=[],
    )


@pytest.fixture(scope="session")
def seedance_server(pytestconfig: pytest.Config) -> Iterator[MockServer]:
    """A mock server for all tests of the session; with pytest-xdist one for those of a worker."""
    url = pytestconfig.getoption("--seedance-mock")
    with connect(url) if url else start_mock(*pytestconfig.getini("seedance_mock_options")) as server:
        yield server


@pytest.fixture
def seedance_mock(seedance_server: MockServer, request: pytest.FixtureRequest) -> Iterator[MockServer]:
    """The mock server with a fresh sandbox for this test; ids and durations are the same in every run."""
    with seedance_server.fresh_sandbox(request.node.nodeid) as mock:
        yield mock
