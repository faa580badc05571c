"""The version comes from one place: the POM of the whole project."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]


def maven_version() -> str:
    """Returns the version of the project, such as 0.1.0-SNAPSHOT."""
    found = re.search(r"^  <version>(.*)</version>$", (ROOT / "pom.xml").read_text(encoding="utf-8"), re.MULTILINE)
    if found is None:
        raise ValueError("there is no version in pom.xml, expected one right below <project>")
    return found.group(1)


def python_version(version: str) -> str:
    """Returns the same version by PEP 440: a snapshot is the prerelease dev0, which pip does not take unasked."""
    found = re.fullmatch(r"(\d+\.\d+\.\d+)(-SNAPSHOT)?", version)
    if found is None:
        raise ValueError(f"the version in pom.xml is '{version}', expected one such as 0.1.0 or 0.1.0-SNAPSHOT")
    return found.group(1) + (".dev0" if found.group(2) else "")
