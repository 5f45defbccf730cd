"""The files beside a message: which of the chosen, dropped and pasted ones are taken. Knows no Qt."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import field
from pathlib import Path

from ..state.records import dataclass
from .upload_rules import MEGABYTE, UploadRules, size_text
from .uploaded_file import Upload


@dataclass(slots=True)
class Intake:
    """What became of files that a user gave: those that are taken, and why others are not."""

    taken: list[Upload] = field(default_factory=list)
    refused: list[tuple[str, str]] = field(default_factory=list)


def take_in(paths: Sequence[Path], rules: UploadRules, accepts: bool | str) -> Intake:
    """Sort files and folders out.

    Args:
        paths: What the user gave.
        rules: What is asked for.
        accepts: True for one file, "multiple" for several, "directory" for folders too.
    """
    intake = Intake()
    uploads: list[Upload] = []
    for path, name in _spread(paths, accepts == "directory", intake):
        try:
            uploads.append(Upload.of_path(path, name))
        except OSError as error:
            intake.refused.append((name, error.strerror or str(error)))
    check(uploads, rules, accepts, intake)
    return intake


def check(uploads: Iterable[Upload], rules: UploadRules, accepts: bool | str, intake: Intake) -> None:
    """Take those that fit the rules, and only one of them if no more are asked for."""
    for upload in uploads:
        if not rules.takes(upload.name, upload.type):
            intake.refused.append((upload.name, f"{Path(upload.name).suffix or 'such'} files are not taken"))
        elif upload.size > rules.megabytes * MEGABYTE:
            limit = size_text(rules.megabytes * MEGABYTE)
            intake.refused.append((upload.name, f"larger than {limit}"))
        elif accepts is True and intake.taken:
            intake.refused.append((upload.name, "only one file is taken here"))
        else:
            intake.taken.append(upload)


def _spread(paths: Sequence[Path], folders: bool, intake: Intake) -> Iterable[tuple[Path, str]]:
    for path in paths:
        if not path.is_dir():
            yield path, path.name
        elif folders:
            inside = sorted(inner for inner in path.rglob("*") if inner.is_file())
            yield from ((inner, inner.relative_to(path.parent).as_posix()) for inner in inside)
        else:
            intake.refused.append((path.name, "is a folder"))
