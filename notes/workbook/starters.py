"""The starters: a file for each system that opens the month in the browser on a double click.

They run in the person's folder, where a file may be called like a part of Python; none of it is taken for a program.
"""

import re
import shlex
from pathlib import Path

MAC, WINDOWS, LINUX = "Fairhand.command", "Fairhand.bat", "fairhand.desktop"
GONE = "Fairhand is not where it was installed: trying another Python. If that fails, install Fairhand again."


def starters(folder: Path, python: Path) -> dict[str, bytes]:
    """The starters of a business by their names; each looks for `python` first, and then for any that has Fairhand."""
    return {MAC: _mac(python), WINDOWS: _windows(python), LINUX: _linux(folder)}


def _mac(python: Path) -> bytes:
    """For macOS, and what the one for Linux calls."""
    return f"""\
#!/bin/sh
# Opens this month's cards in your browser.
cd "$(dirname "$0")" || exit 1
python={shlex.quote(str(python))}
[ -x "$python" ] || {{ echo "{GONE}"; python=python3; }}
export PYTHONSAFEPATH=1  # nothing in this folder is a program
"$python" -m notes review || {{ echo "Press Enter to close this window."; read -r answer; }}
""".encode(errors="surrogateescape")


def _windows(python: Path) -> bytes:
    named = f'"{str(python).replace("%", "%%")}"'
    lines = [
        "@echo off",
        "chcp 65001 >nul",
        "rem Opens this month's cards in your browser.",
        'pushd "%~dp0"',  # unlike cd, it can stand in a folder of the network
        "set PYTHONSAFEPATH=1",
        f"if exist {named} ({named} -m notes review) else (echo {GONE}& py -m notes review)",
        "if errorlevel 1 pause",
    ]
    return "".join(f"{line}\r\n" for line in lines).encode(errors="surrogateescape")


def _linux(folder: Path) -> bytes:
    starter = re.sub(r'(["`$\\])', r"\\\1", str(folder / MAC)).replace("\\", "\\\\").replace("%", "%%")
    return f"""\
[Desktop Entry]
Type=Application
Name=Fairhand
Comment=This month's cards, in your browser
Exec="{starter}"
Icon=mail-message-new
Terminal=true
Categories=Office;
""".encode(errors="surrogateescape")
