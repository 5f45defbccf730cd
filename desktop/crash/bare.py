"""A dialog without Qt: what there is on the machine to show a few lines and take an answer."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence

from .report import Report

AGAIN, CLOSE = "Restart", "Close"
_MOST = 1200  # characters that such a dialog shows
_XMESSAGE_AGAIN = 10

# What it runs says by its exit status, or by what it prints, which button was pressed.
_TK = """
import sys, tkinter
from tkinter import messagebox
root = tkinter.Tk(); root.withdraw()
title, text, again = sys.argv[1:]
if again:
    sys.exit(0 if messagebox.askretrycancel(title, text, icon="error") else 1)
messagebox.showerror(title, text); sys.exit(1)
"""

Run = Callable[[Sequence[str]], "subprocess.CompletedProcess[str]"]


def show_bare(
    report: Report,
    env: Mapping[str, str] = os.environ,
    which: Callable[[str], str | None] = shutil.which,
    run: Run | None = None,
    platform: str = sys.platform,
) -> bool | None:
    """Show a report by what the platform has.

    Returns:
        Whether the app is to be started again; None if there is nothing here to show it by.
    """
    log = f"\n\nThe log: {report.log}" if report.log is not None else ""
    text = f"{report.what[:_MOST]}{log}"
    again = bool(report.restart)
    if platform == "win32":
        return _message_box(report.title, text, again)
    run = run or _run
    for command, wants_again in _commands(report.title, text, again, env, platform):
        if which(command[0]) is None:
            continue
        try:
            ended = run(command)
        except OSError:
            continue
        if ended.returncode in (0, 1, _XMESSAGE_AGAIN):  # others: it could not be shown
            return again and wants_again(ended)
    return None


Answer = Callable[["subprocess.CompletedProcess[str]"], bool]


def _commands(
    title: str, text: str, again: bool, env: Mapping[str, str], platform: str
) -> list[tuple[list[str], Answer]]:
    """What might show it, the best first, each with how it tells that the first button was pressed."""
    tk = [sys.executable, "-c", _TK, title, text, "again" if again else ""]
    if platform == "darwin":
        return [(_osascript(title, text, again), lambda ended: AGAIN in ended.stdout), (tk, _is_zero)]
    zenity = ["zenity", "--title", title, "--no-markup", "--width", "480", "--text", text]
    kdialog = ["kdialog", "--title", title]
    if again:
        zenity += ["--question", "--ok-label", AGAIN, "--cancel-label", CLOSE]
        kdialog += ["--yes-label", AGAIN, "--no-label", CLOSE, "--yesno", text]
    else:
        zenity += ["--error", "--ok-label", CLOSE]
        kdialog += ["--error", text]
    buttons = f"{AGAIN}:{_XMESSAGE_AGAIN},{CLOSE}:0" if again else f"{CLOSE}:0"
    xmessage = ["xmessage", "-center", "-title", title, "-buttons", buttons, f"{title}\n\n{text}"]
    own = [(zenity, _is_zero), (kdialog, _is_zero)]
    if "KDE" in env.get("XDG_CURRENT_DESKTOP", "").upper():
        own.reverse()
    return [*own, (tk, _is_zero), (xmessage, lambda ended: ended.returncode == _XMESSAGE_AGAIN)]


def _is_zero(ended: subprocess.CompletedProcess[str]) -> bool:
    return ended.returncode == 0


def _osascript(title: str, text: str, again: bool) -> list[str]:
    # The texts are arguments, not part of the program: no quote in them can end anything.
    buttons = f'{{"{CLOSE}", "{AGAIN}"}} default button "{AGAIN}"' if again else f'{{"{CLOSE}"}}'
    program = (
        "on run argv\n"
        f"display dialog (item 2 of argv) with title (item 1 of argv) buttons {buttons} with icon stop\n"
        "end run"
    )
    return ["osascript", "-e", program, title, text]


def _message_box(title: str, text: str, again: bool) -> bool:
    import ctypes

    retry_cancel, error_icon, retry = 5, 0x10, 4
    user32 = ctypes.windll.user32  # type: ignore[attr-defined,unused-ignore]
    pressed = user32.MessageBoxW(None, text, title, (retry_cancel if again else 0) | error_icon)
    return again and bool(pressed == retry)


def _run(command: Sequence[str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, check=False, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
