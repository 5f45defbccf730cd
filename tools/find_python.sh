#!/bin/sh
# Prints the Python to build the environment with: the one given, or the first that is new enough.
fits() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 10))' >/dev/null 2>&1; }

if [ $# -gt 0 ] && [ -n "$1" ]; then
    fits "$1" && echo "$1" && exit 0
    echo "$1 is no Python 3.10 or newer." >&2
    exit 1
fi
for python in python3.11 python3 python3.14 python3.13 python3.12 python3.10; do
    fits "$python" && echo "$python" && exit 0
done
echo "desklit needs Python 3.10 or newer; none was found. Install one, or name it: make PYTHON=/path/to/python3 …" >&2
exit 1
