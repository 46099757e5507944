"""The starters: a file for each system that opens the month in the browser on a double click."""

import re
import shlex
from pathlib import Path

MAC, WINDOWS, LINUX = "Fairhand.command", "Fairhand.bat", "fairhand.desktop"


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
[ -x "$python" ] || python=python3
"$python" -m notes review || {{ echo "Press Enter to close this window."; read -r answer; }}
""".encode()


def _windows(python: Path) -> bytes:
    named = f'"{str(python).replace("%", "%%")}"'
    lines = [
        "@echo off",
        "chcp 65001 >nul",
        "rem Opens this month's cards in your browser.",
        'cd /d "%~dp0"',
        f"if exist {named} ({named} -m notes review) else (py -m notes review)",
        "if errorlevel 1 pause",
    ]
    return "".join(f"{line}\r\n" for line in lines).encode()


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
""".encode()
