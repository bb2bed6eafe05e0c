"""Where the program's two folders are: the data that come with it, and what it writes itself.

Reads the environment only; neither folder is made or opened here. CIJFERTOETS_DATA and CIJFERTOETS_STATE move them.
"""

from __future__ import annotations

import os
from pathlib import Path

import platformdirs


def data_folder() -> Path:
    """The shipped figures, letters and word lists, which are never written; CIJFERTOETS_DATA in their place."""
    given = os.environ.get("CIJFERTOETS_DATA", "").strip()
    return Path(given).expanduser() if given else Path(__file__).resolve().parent.parent / "data"


def state_folder() -> Path:
    """What the program writes: ledger, catalogue, judgements; CIJFERTOETS_STATE, or the user's own data folder."""
    given = os.environ.get("CIJFERTOETS_STATE", "").strip()
    return Path(given).expanduser() if given else Path(platformdirs.user_data_dir("cijfertoets", appauthor=False))
