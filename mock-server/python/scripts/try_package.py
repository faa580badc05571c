"""Usage: python3 scripts/try_package.py   (after copy_server.py)

Builds the package twice, which must give the same bytes; installs the wheel in an empty virtual environment, and the
sdist in one that sees the modules of this machine, such as pytest; runs the tests there in parallel, and the listings
of the package's pages: a listing with a file's name is written, one of a shell is run.
"""

import os
import re
import subprocess
import sys
import tempfile
import venv
from pathlib import Path
from typing import List

HERE = Path(__file__).resolve().parent.parent
PAGES = [HERE / "README.md", HERE.parent.parent / "docs" / "python.md"]
LISTING = re.compile(r"((?:^<!-- listing: [^\n]*-->\n)*)^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def main(folder: Path) -> None:
    wheel, sdist = pack_twice(folder)
    clean = environment(folder / "clean", "--no-deps", str(wheel), sees_machine=False)
    installed = run(folder, clean, "pip list --format=freeze --exclude pip --exclude setuptools").split("==")[0]
    if installed != "seedance-mock":
        sys.exit(f"the package brought {installed}, expected nothing but itself")
    run(folder, clean, "python -c 'import seedance_mock; seedance_mock.start_mock().close()'")

    full = environment(folder / "full", "--no-build-isolation", str(sdist), sees_machine=True)
    write_program(full / "pytest", "import pytest; raise SystemExit(pytest.console_main())")
    # Not from the folder above, where Python would find the sources in place of what is installed.
    run(HERE / "tests", full, "seedance-mock -- pytest -q -n 2 -p no:cacheprovider -c ../pyproject.toml .")
    for page in PAGES:
        try_page(page, Path(tempfile.mkdtemp(prefix="page-", dir=folder)), full)


def pack_twice(folder: Path) -> List[Path]:
    """Returns the wheel and the sdist."""
    for name in ("one", "two"):
        subprocess.run([sys.executable, "scripts/package.py", folder / name], cwd=HERE, check=True)
    packed = sorted((folder / "one").iterdir(), key=lambda file: file.suffix, reverse=True)
    for file in packed:
        if file.read_bytes() != (folder / "two" / file.name).read_bytes():
            sys.exit(f"{file.name} differs from one build to the next, expected the same bytes")
    return packed


def environment(folder: Path, *install: str, sees_machine: bool) -> Path:
    """Makes a virtual environment with a package, and returns the folder of its programs."""
    venv.create(folder, with_pip=True, system_site_packages=sees_machine)
    programs = folder / ("Scripts" if os.name == "nt" else "bin")
    run(folder, programs, " ".join(["python -m pip install --quiet --no-index --disable-pip-version-check", *install]))
    return programs


def write_program(file: Path, code: str) -> None:
    """Makes a program of an environment, as pip does if it installs from an index."""
    file.write_text(f"#!{file.parent / 'python'}\n{code}\n", encoding="utf-8")
    file.chmod(0o755)


def try_page(page: Path, folder: Path, programs: Path) -> None:
    markdown = page.read_text(encoding="utf-8")
    listings = LISTING.findall(markdown)
    if not listings or len(listings) * 2 != len(re.findall("^```", markdown, re.MULTILINE)):
        sys.exit(f"{page} has {len(listings)} listings that can be read, expected one for each pair of fences")
    for notes, language, text in listings:
        file = re.search(r"listing: file (\S+)", notes)
        if file:
            (folder / file.group(1)).write_text(text, encoding="utf-8")
        elif language != "sh":
            sys.exit(
                f"a listing of '{language}' has no name, expected a note such as <!-- listing: file a.py -->:\n{text}"
            )
        elif "listing: not-run " not in notes:
            run(folder, programs, text)
    run(folder, programs, f"mypy --python-executable {programs / 'python'} --cache-dir {folder} .")


def run(folder: Path, programs: Path, command: str) -> str:
    """Runs a command with the programs of an environment, and returns what it prints."""
    print("$", command.strip(), flush=True)
    environment = {**os.environ, "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}"}
    done = subprocess.run(["sh", "-ec", command], cwd=folder, env=environment, stdout=subprocess.PIPE, text=True)
    print(done.stdout, end="", flush=True)
    if done.returncode != 0:
        sys.exit(f"exit code {done.returncode}, expected 0: {command}")
    return done.stdout


if __name__ == "__main__":
    with tempfile.TemporaryDirectory(prefix="seedance-mock-") as scratch:
        main(Path(scratch))
