"""Ceilings on what a child process may use, set from within before it looks at anything. Only Unix systems have them.

``python -m loaders.readers.limits PROGRAM ARGUMENTS`` sets them and becomes the program.
"""

from __future__ import annotations

import os
import sys

MEMORY = 400_000_000
CPU_SECONDS = 8
OUTPUT = 100_000_000  # of one file


def limit(*, shared: bool = False) -> bool:
    """Sets the ceilings; False where the system has none. ``shared``: large mapped libraries do not count as memory."""
    try:
        import resource
    except ImportError:
        return False
    for kind, amount in (
        (resource.RLIMIT_DATA if shared else resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_CPU, CPU_SECONDS),
        (resource.RLIMIT_FSIZE, OUTPUT),
        (resource.RLIMIT_CORE, 0),
    ):
        hard = resource.getrlimit(kind)[1]
        resource.setrlimit(kind, (amount if hard == resource.RLIM_INFINITY else min(amount, hard), hard))
    return True


if __name__ == "__main__":
    limit(shared=True)
    os.execvp(sys.argv[1], sys.argv[1:])
