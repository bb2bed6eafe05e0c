"""``python -m tests.standin --port 8123 [--fault NAME[:page=1,times=2]]``: a StatLine to try the program against.

Set STATLINE_URL to the address it prints. A browser on /standin shows the faults; /standin/NAME switches one on, /standin/none off.
"""

from __future__ import annotations

import argparse
import threading

from loaders import places
from tests.standin import faults
from tests.standin.embedded import tables
from tests.standin.generated import generated
from tests.standin.server import Standin


def main() -> None:
    told = "\n".join(f"  {name:20} {what}" for name, what in faults.NAMES.items())
    parser = argparse.ArgumentParser(
        prog="python -m tests.standin", description="a stand-in StatLine", epilog="faults:\n" + told,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )  # fmt: skip
    parser.add_argument("--port", type=int, default=8123)
    parser.add_argument("--fault", action="append", default=[], metavar="NAME[:page=N,times=N,table=ID]")
    parser.add_argument("--rows", type=int, default=0, help="add a generated table of about so many rows")
    asked = parser.parse_args()
    made = [generated(asked.rows)] if asked.rows else []
    with Standin([*tables(places.data_folder()), *made], port=asked.port) as standin:
        for text in asked.fault:
            standin.fault(**vars(faults.parse(text)))
        print(f"STATLINE_URL={standin.url}   {len(standin.tables)} tables; faults: {standin.url}/standin   stop with Ctrl+C", flush=True)
        try:
            threading.Event().wait()
        except KeyboardInterrupt:
            print()


if __name__ == "__main__":
    main()
