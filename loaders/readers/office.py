"""Word's old form (doc) and rtf, turned into docx by LibreOffice where that is installed.

LibreOffice runs in a folder and profile of its own that are gone afterwards, without macros and without fetching what a
file links to, and is stopped when it takes too long.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

from labour.errors import LetterError

SECONDS = 9.0
_SECURITY = "/org.openoffice.Office.Common/Security/Scripting"
_ITEMS = "".join(
    f'<item oor:path="{_SECURITY}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
    for name, value in (("BlockUntrustedRefererLinks", "true"), ("DisableMacrosExecution", "true"), ("MacroSecurityLevel", "3"))
)
_SETTINGS = f'<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry">{_ITEMS}</oor:items>'
_ROOT = Path(__file__).resolve().parents[2]


def as_docx(content: bytes, form: str) -> bytes:
    """The same document as docx. Raises LetterError when LibreOffice is missing, fails or takes longer than SECONDS."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if not program:
        raise LetterError(
            f"voor {form} is LibreOffice nodig; installeer het of bewaar de brief als docx of pdf",
            f"{form} needs LibreOffice; install it or save the letter as docx or pdf",
        )
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        source = folder / f"letter.{form}"
        source.write_bytes(content)
        (folder / "profile" / "user").mkdir(parents=True)
        (folder / "profile" / "user" / "registrymodifications.xcu").write_text(_SETTINGS, encoding="utf-8")
        command = [program, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--norestore", "--nolockcheck"]
        command += ["--convert-to", "docx:MS Word 2007 XML", "--outdir", str(folder), str(source)]
        if sys.platform != "win32":
            command = [sys.executable, "-m", "loaders.readers.limits", *command]
        _run(command, folder)
        result = folder / "letter.docx"
        if not result.exists():
            raise LetterError("LibreOffice kan het bestand niet lezen", "LibreOffice cannot read the file")
        return result.read_bytes()


def _run(command: list[str], folder: Path) -> None:
    """The command with its own process group, so that everything it starts ends with it."""
    started = subprocess.Popen(
        command,
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(_ROOT)},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        started.wait(timeout=SECONDS)
    except subprocess.TimeoutExpired:
        raise LetterError("LibreOffice doet te lang over het bestand", "LibreOffice takes too long over the file") from None
    finally:
        if hasattr(os, "killpg"):
            with contextlib.suppress(ProcessLookupError):
                os.killpg(started.pid, signal.SIGKILL)
        else:
            started.kill()
        started.wait()
