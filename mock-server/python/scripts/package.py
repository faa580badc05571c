"""Usage: python3 scripts/package.py [FOLDER]   (after copy_server.py; FOLDER is target/ unless given)

Builds sdist and wheel from a copy of this folder whose pyproject.toml has the project's version. The same sources give
the same bytes. Needs the modules build and flit_core.
"""

import os
import re
import shutil
import subprocess
import sys
from datetime import datetime
from pathlib import Path

from version import ROOT, maven_version, python_version

HERE = Path(__file__).resolve().parent.parent


def main(folder: Path) -> None:
    staged = HERE / "target" / "package"
    shutil.rmtree(staged, ignore_errors=True)
    shutil.copytree(HERE / "seedance_mock", staged / "seedance_mock", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(HERE / "README.md", staged)
    shutil.copy(ROOT / "LICENSE", staged)
    project = (HERE / "pyproject.toml").read_text(encoding="utf-8")
    versioned = re.sub('^version = "0.0.0".*$', f'version = "{python_version(maven_version())}"', project, flags=re.M)
    (staged / "pyproject.toml").write_text(versioned, encoding="utf-8")
    subprocess.run(
        [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder), str(staged)],
        check=True,
        stdout=subprocess.DEVNULL,
        env={**os.environ, "SOURCE_DATE_EPOCH": str(int(release_date().timestamp()))},
    )


def release_date() -> datetime:
    """Returns the instant that all artifacts of the project have."""
    pom = (ROOT / "pom.xml").read_text(encoding="utf-8")
    found = re.search("<project.build.outputTimestamp>(.*)Z</project.build.outputTimestamp>", pom)
    if found is None:
        raise ValueError(
            "there is no project.build.outputTimestamp in pom.xml, expected one such as 2026-01-01T00:00:00Z"
        )
    return datetime.fromisoformat(found.group(1) + "+00:00")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE / "target")
