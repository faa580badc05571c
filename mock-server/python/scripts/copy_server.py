"""Usage: python3 scripts/copy_server.py   (SERVER_JAR names the jar of another place)

Copies the runnable jar that Maven has built to where the package carries it.
"""

import os
import shutil
import sys
from pathlib import Path

from version import ROOT, maven_version

TARGET = Path(__file__).parent.parent / "seedance_mock" / "server" / "seedance-mock-server.jar"


def main() -> None:
    built = ROOT / "mock-server" / "server" / "target" / f"seedance-mock-server-{maven_version()}-cli.jar"
    jar = Path(os.environ.get("SERVER_JAR", built))
    if not jar.exists():
        sys.exit(
            f"{jar} is not there, expected the runnable jar of the server.\n"
            "Build it: ./mvnw -pl mock-server/server -am package -Dmaven.test.skip=true"
        )
    TARGET.parent.mkdir(exist_ok=True)
    shutil.copyfile(jar, TARGET)


if __name__ == "__main__":
    main()
