"""How long and how much memory a table of 500,000 rows takes, against what cbsodata takes by itself, in one run.

``python -m benchmarks.statline [ROWS]``: starts the stand-in, reads the same table with either in fresh processes, takes turns,
and prints the medians and their ratio. Memory is the peak of the process; for our client that of parent and child together.
"""

from __future__ import annotations

import json
import resource
import socket
import statistics
import subprocess
import sys
import time

TABLE = "90000NED"
TOPICS = [[f"Onderwerp {number}", ""] for number in range(1, 7)]
CODES = {"Kenmerken": ["*"], "Groepen": ["*"]}
TURNS = 5


def own(url: str) -> int:
    """cbsodata as it comes: rows with all lists."""
    import cbsodata

    cbsodata.options.use_https = False
    cbsodata.options.catalog_url = url.removeprefix("http://")
    return len(cbsodata.download_data(TABLE)["TypedDataSet"])


def ours(url: str) -> int:
    """Our client, proof of completeness included."""
    from loaders import odata_table, statline

    raw = statline.read_table(TABLE, TOPICS, CODES, base_url=url, deadline=600)
    odata_table.prove(TABLE, raw, CODES)
    return len(raw.columns["ID"])


def measure(name: str, url: str) -> None:
    """Run one of the two here and print rows, seconds, MiB of this process and MiB of its child."""
    began = time.perf_counter()
    rows = {"own": own, "ours": ours}[name](url)
    seconds = time.perf_counter() - began
    peaks = [resource.getrusage(who).ru_maxrss / 1024 for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    print(json.dumps([rows, seconds, *peaks]))


def main(rows: int) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    url = f"http://127.0.0.1:{port}"
    server = subprocess.Popen([sys.executable, "-m", "tests.standin", "--port", str(port), "--rows", str(rows)], stdout=subprocess.PIPE)
    try:
        assert server.stdout is not None
        server.stdout.readline()
        results: dict[str, list[list[float]]] = {"own": [], "ours": []}
        for turn in range(TURNS + 1):  # the first turn only fills the server's cache
            for name, found in results.items():
                printed = subprocess.run(
                    [sys.executable, "-m", "benchmarks.statline", name, url], capture_output=True, check=True, text=True
                ).stdout
                if turn:
                    found.append(json.loads(printed))
        middle = {name: [statistics.median(column) for column in zip(*found, strict=True)] for name, found in results.items()}
        for name, (count, seconds, self_mib, child_mib) in middle.items():
            print(f"{name:5} {count:>9,.0f} rows {seconds:6.2f} s  {self_mib:6.0f} MiB + child {child_mib:6.0f} MiB")
        time_ratio = middle["ours"][1] / middle["own"][1]
        memory_ratio = (middle["ours"][2] + middle["ours"][3]) / middle["own"][2]
        print(f"time {time_ratio:.2f} times, memory {memory_ratio:.2f} times that of cbsodata (parent and child peaks added)")
    finally:
        server.kill()
        server.wait()


if __name__ == "__main__":
    if len(sys.argv) == 3:
        measure(sys.argv[1], sys.argv[2])
    else:
        main(int(sys.argv[1]) if len(sys.argv) == 2 else 500_000)
