#!/bin/sh
# Sets up whatever is missing: .venv, the locked packages, and a Chrome and a font for pictures.
# Usage: sh setup.sh [run|test|bench]. Quick when all is there; asks nothing; needs no root rights, but uses them when it has them.
set -eu
cd "$(dirname "$0")"
exec </dev/null
purpose=${1:-run}
venv=.venv
case $purpose in
    run) lock=requirements.lock ;;
    bench) lock=requirements-bench.lock venv=.venv-bench ;;
    *) lock=requirements-dev.lock ;;
esac

say() { printf '%s\n' "$*" >&2; }
stop() { say "$*"; exit 2; }

works() { "$1" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; }

# A virtual environment that was moved, half made, or lost its Python is made anew.
if ! { $venv/bin/python -c 'import sys; sys.exit(sys.version_info < (3, 11))' && $venv/bin/python -m pip --version; } >/dev/null 2>&1; then
    python=
    for candidate in python3.14 python3.13 python3.12 python3.11 python3 python; do
        if works "$candidate"; then python=$candidate; break; fi
    done
    [ -n "$python" ] || stop "Cijfertoets heeft Python 3.11 of nieuwer met venv nodig (Debian: apt-get install python3 python3-venv)."
    say "Virtuele omgeving $venv maken met $python"
    rm -rf $venv
    "$python" -m venv $venv || stop "De map $venv kon niet worden gemaakt; kijk of deze map beschrijfbaar is en er schijfruimte over is."
fi

# The stamp names the lock that was installed last; the lock for tests holds all that the product needs.
stamp=$venv/installed
wanted="$lock $(cksum <"$lock")"
if [ "$purpose" = run ] && grep -qsx "requirements-dev.lock $(cksum <requirements-dev.lock)" "$stamp"; then
    wanted=$(cat "$stamp")
fi
if [ "$(cat "$stamp" 2>/dev/null)" != "$wanted" ]; then
    say "Pakketten installeren uit $lock"
    $venv/bin/python -m pip install --quiet --disable-pip-version-check --no-input --require-hashes -r "$lock" ||
        stop "De pakketten uit $lock konden niet worden geïnstalleerd; kijk of er een netwerk en genoeg schijfruimte is, en probeer het opnieuw."
    printf '%s\n' "$wanted" >"$stamp"
fi

# The browser that the picture engine will use: the same search, asked of the engine itself.
chrome() {
    $venv/bin/python -c 'import os, shutil, sys
from choreographer.browsers.chromium import Chromium
path = Chromium.find_browser(skip_local=False)
sys.exit(not (path and (shutil.which(path) or os.access(path, os.X_OK))))' >/dev/null 2>&1
}
# Without any font the labels in a picture stay empty.
font() { [ -n "$(find /usr/share/fonts /usr/local/share/fonts "${HOME:-/}/.local/share/fonts" -name '*.[to]tf' 2>/dev/null | head -n 1)" ]; }
debian() { [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; }
install() {
    say "Installeren: $*"
    export DEBIAN_FRONTEND=noninteractive
    { apt-get -qq update && apt-get -qq -y -o DPkg::Lock::Timeout=120 --no-install-recommends install "$@"; } >/dev/null 2>&1
}

if ! chrome; then
    if ! { debian && install chromium fonts-dejavu-core && chrome; }; then
        say "Chrome ophalen"
        $venv/bin/python -c 'import socket; socket.setdefaulttimeout(30); import kaleido; kaleido.get_chrome_sync()' >/dev/null 2>&1 || true
        chrome || say "Geen Chrome of Chromium gevonden en ophalen lukte niet: installeer er een (of zet BROWSER_PATH) voor PNG vanaf de opdrachtregel; PNG vanuit de browser werkt ook zonder."
    fi
fi
if debian && ! font; then install fonts-dejavu-core || say "Er is geen lettertype en installeren lukte niet: in PNG's blijven de letters weg; installeer fonts-dejavu-core."; fi
