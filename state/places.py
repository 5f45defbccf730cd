"""Whose file is it: the user's, a library's, or desklit's own?"""

from __future__ import annotations

import os
import site
import sys
import sysconfig
from collections.abc import Iterable
from functools import lru_cache
from typing import Literal

Owner = Literal["own", "other", "library", "desklit"]
"""Within the folders of the user's scripts; the user's elsewhere; a library's; desklit's."""


_BUNDLE: str = getattr(sys, "_MEIPASS", "")
"""The folder of a bundle in which this runs; code of libraries names its files from there."""


class Places:
    """Tells files apart by the folder they lie in; the innermost folder that is known decides.

    So a virtual environment within the user's folder counts as library, and a sample within desklit's
    folder as the user's own. A file that lies nowhere known (a sibling folder, an editable install) is
    the user's other; what is no file (``<string>``, ``<frozen importlib._bootstrap>``) is a library's.

    Args:
        own_roots: The folders of the user's scripts.
    """

    def __init__(self, own_roots: Iterable[str | os.PathLike[str]] = ()) -> None:
        known: dict[str, Owner] = dict(_fixed_places())
        for root in own_roots:
            known.setdefault(os.path.abspath(root), "own")
            known.setdefault(os.path.realpath(root), "own")
        innermost_first = sorted(known.items(), key=lambda place: len(place[0]), reverse=True)
        self._places = [(_as_prefix(folder), owner) for folder, owner in innermost_first]

    def owner(self, file: str) -> Owner:
        """Who owns ``file``."""
        if file.startswith("<"):
            return "library"
        path = os.path.abspath(os.path.join(_BUNDLE, file))
        # The given path first: resolving links costs a system call per folder.
        return self._lookup(path) or self._lookup(os.path.realpath(path)) or "other"

    def _lookup(self, path: str) -> Owner | None:
        cased = _as_prefix(path)  # with the separator, so that a known file matches itself
        for prefix, owner in self._places:
            if cased.startswith(prefix):
                return owner
        return None


def _as_prefix(folder: str) -> str:
    return os.path.normcase(os.path.join(folder, ""))


@lru_cache(maxsize=1)
def _fixed_places() -> tuple[tuple[str, Owner], ...]:
    package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    # Only the layers, not the package's folder: a developer's own scripts may lie in the checkout.
    own = [
        os.path.join(package, part) for part in ("state", "widgets", "desktop", "__init__.py", "__main__.py")
    ]
    scheme = sysconfig.get_paths()
    library = [scheme[name] for name in ("stdlib", "platstdlib", "purelib", "platlib")]
    library += [*site.getsitepackages(), site.getusersitepackages()]
    # Debian's Python keeps packages of the system here, whatever the scheme says.
    library += [os.path.join(os.path.dirname(path), "dist-packages") for path in library]
    library += [_BUNDLE] if _BUNDLE else []
    owners: list[tuple[str, Owner]] = [(folder, "library") for folder in library]
    owners += [(folder, "desklit") for folder in own]
    places = {}
    for folder, owner in owners:
        places[os.path.abspath(folder)] = owner
        places[os.path.realpath(folder)] = owner
    return tuple(places.items())
