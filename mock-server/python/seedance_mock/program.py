"""The Java program that this package carries."""

from __future__ import annotations

import os
from pathlib import Path
from typing import List, Optional, Sequence

JAR = Path(__file__).parent / "server" / "seedance-mock-server.jar"
"""The runnable jar of the server."""

JAVA_OPTIONS = ("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto", "-Xmx512m")
"""Few compilers and one collector, because a server for tests is small and lives for minutes at most."""

_ADVICE = (
    "The mock server needs a Java runtime, 17 or newer, such as https://adoptium.net: put its bin folder on the PATH or"
    " set JAVA_HOME."
)


class ServerStartError(Exception):
    """The server did not start; the message says why."""


def command(java: Optional[str], java_options: Sequence[str], server_options: Sequence[str]) -> List[str]:
    """Returns the command that runs the server with options as on its command line. It ends with this process."""
    watched = ["--stop-with-process", str(os.getpid())]
    return [java or find_java(), *java_options, "-jar", str(JAR), *watched, *server_options]


def find_java() -> str:
    """Returns the Java of JAVA_HOME, else the one on the PATH."""
    name = "java.exe" if os.name == "nt" else "java"
    home = os.environ.get("JAVA_HOME")
    java = Path(home, "bin", name) if home else Path(name)
    return str(java) if java.exists() else name


def no_java(java: str) -> ServerStartError:
    """Returns the error of a Java that is not there."""
    return ServerStartError(f"no Java found: '{java}' is not there. {_ADVICE}")


def start_error(java: str, reason: str, printed: str) -> ServerStartError:
    """Returns the error of a program that has ended too early."""
    if "UnsupportedClassVersionError" in printed:
        return ServerStartError(f"'{java}' is older than Java 17. {_ADVICE}")
    return ServerStartError(f"{reason}; it has printed:\n{printed}")
