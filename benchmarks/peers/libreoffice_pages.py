"""LibreOffice: a text document with every letter in it: `python -m benchmarks.peers.libreoffice_pages FOLDER`.

It is made into a PDF. That is what a mail merge into one document ends in; to fill in the cells is left to a script,
which does it faster.
"""

import shutil
import subprocess
import sys
from collections.abc import Iterable, Sequence
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.peers import address, paragraphs, rows

PROGRAM = "soffice"
_MISSING = "LibreOffice Writer is not installed here."
_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" office:version="1.3"
 office:mimetype="application/vnd.oasis.opendocument.text"><office:automatic-styles>
<style:page-layout style:name="letter"><style:page-layout-properties fo:page-width="8.5in" fo:page-height="HIGHin"
 fo:margin-left="0.5in" fo:margin-right="0.5in" fo:margin-top="0.5in" fo:margin-bottom="0.2in"/></style:page-layout>
<style:style style:name="first" style:family="paragraph"><style:paragraph-properties
 fo:break-before="page"/></style:style>
</office:automatic-styles><office:master-styles><style:master-page style:name="Standard"
 style:page-layout-name="letter"/>
</office:master-styles><office:body><office:text>
"""
_END = "</office:text></office:body></office:document>"


def main(folder: Path) -> None:
    if shutil.which(PROGRAM) is None:
        sys.exit(_MISSING)
    people = rows(folder)
    pages = {"cards": ("5.5", map(paragraphs, people)), "labels": ("2", map(address, people))}
    for name, (high, texts) in pages.items():
        _write(folder / f"{name}.fodt", high, texts)
    with TemporaryDirectory() as profile:
        command = [PROGRAM, f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", "pdf"]
        command += ["--outdir", str(folder), *(str(folder / f"{name}.fodt") for name in pages)]
        subprocess.run(command, check=True, capture_output=True)
    if not all((folder / f"{name}.pdf").exists() for name in pages):
        sys.exit(_MISSING)


def _write(path: Path, high: str, texts: Iterable[Sequence[str]]) -> None:
    with path.open("w", encoding="utf-8") as file:
        file.write(_HEAD.replace("HIGH", high))
        for first, *others in texts:
            file.write(f'<text:p text:style-name="first">{escape(first)}</text:p>')
            file.writelines(f"<text:p>{escape(one)}</text:p>" for one in others)
        file.write(_END)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
