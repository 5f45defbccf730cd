"""Which installed libraries an app has no need of: what it imports does not require them.

Libraries look for others that they can do without; all that happens to be installed here would come along.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from importlib import metadata

COMPANIONS = {"pandas": ("pyarrow",), "markdown-it-py": ("linkify-it-py",)}
"""What a library does not require, but works otherwise where it is there: texts in frames, bare addresses."""


def needless(roots: Collection[str], without: Collection[str] = ()) -> frozenset[str]:
    """The packages that are installed, and that none of these needs.

    Args:
        roots: The packages that are imported.
        without: Packages that are to be left out in any case.
    """
    packages = metadata.packages_distributions()
    requirements = {_plain(each.name): _required(each.requires or ()) for each in metadata.distributions()}
    return needless_of(roots, without, packages, requirements)


def needless_of(
    roots: Collection[str],
    without: Collection[str],
    packages: Mapping[str, Collection[str]],
    requirements: Mapping[str, Collection[str]],
) -> frozenset[str]:
    """As :func:`needless`, of any installation.

    Args:
        roots: The packages that are imported.
        without: Packages that are to be left out in any case.
        packages: The distributions by the packages that they hold.
        requirements: What each distribution requires.
    """
    left_out = {_plain(name) for package in without for name in packages.get(package, ())}
    waiting = [_plain(name) for package in roots for name in packages.get(package, ())]
    needed: set[str] = set()
    while waiting:
        name = waiting.pop()
        if name not in needed and name not in left_out:
            needed.add(name)
            waiting += [*requirements.get(name, ()), *COMPANIONS.get(name, ())]
    return frozenset(
        package for package, names in packages.items() if not any(_plain(name) in needed for name in names)
    )


def _required(lines: Iterable[str]) -> tuple[str, ...]:
    """The names in requirements, without those of extras."""
    return tuple(_name(line) for line in lines if not re.search(r";.*\bextra\s*==", line))


def _name(line: str) -> str:
    found = re.match(r"[A-Za-z0-9._-]+", line)
    return _plain(found[0]) if found is not None else ""


def _plain(name: str) -> str:
    """A distribution's name as all its spellings have in common."""
    return re.sub(r"[-_.]+", "-", name).lower()
