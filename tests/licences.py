"""``python -m tests.licences`` writes docs/licences.md: every package that the product installs, with the licence its maker states."""

from __future__ import annotations

import re
from importlib import metadata
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "licences.md"


def locked() -> list[str]:
    """Names of the packages in requirements.lock that apply on this machine."""
    names = re.findall(r"^([a-z0-9_.-]+)==", (ROOT / "requirements.lock").read_text(encoding="utf-8"), re.MULTILINE)
    here = {re.sub(r"[-_.]+", "-", one.name).lower() for one in metadata.distributions()}
    return [name for name in dict.fromkeys(names) if re.sub(r"[-_.]+", "-", name).lower() in here]


def licence(name: str) -> str:
    """The licence expression of a package, else its classifier, else the first line of its licence field."""
    about = metadata.metadata(name)
    classified = [one.split(" :: ")[-1] for one in about.get_all("Classifier") or [] if one.startswith("License :: ")]
    own = (about.get("License") or "").strip().splitlines()
    return about.get("License-Expression") or ", ".join(classified) or (own[0] if own else "")


def page() -> str:
    """The whole page."""
    rows = "\n".join(f"| {name} | {licence(name)} |" for name in locked())
    return (
        "# Licences of the packages installed\n\nNone is part of this work; each is installed from its maker. "
        f"Written by `make licences`.\n\n| package | licence |\n|---|---|\n{rows}\n"
    )


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
