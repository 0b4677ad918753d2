"""One window per data folder: a second start raises the first.

Who has the folder is said by a lock of the operating system, which ends with its process however that ends:
there is nothing stale to clear. The local socket only carries the word "raise"; it is opened after the window
is up, so that QtNetwork stays off the way to the first painted window.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from hhcrm.app.paths import Folder
from hhcrm.domain.errors import CannotOpen, FileFault, FolderInUse
from hhcrm.domain.wording import translate

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer, QLocalSocket

RAISE = b"raise\n"
RAISED = b"raised\n"
PATIENCE_SECONDS = 10.0
_RETRY_SECONDS = 0.05
_ANSWER_MILLISECONDS = 2000


def claim(folder: Folder, patience: float = PATIENCE_SECONDS) -> Claim | None:
    """Take the folder for this window. None: another window has it and has come to the front.

    FolderInUse when that other window does not answer within `patience` seconds.
    """
    lock = _take(folder.window_lock)
    if lock is not None:
        return Claim(lock, folder.root)
    _let_others_come_forward()
    deadline = time.monotonic() + patience
    while not _raise_other(_socket_name(folder.root)):
        # Not there yet, or its process has just ended.
        if (lock := _take(folder.window_lock)) is not None:
            return Claim(lock, folder.root)
        if time.monotonic() > deadline:
            raise FolderInUse(
                translate(
                    "app", "Another window has {root} open and does not answer. Close it, or wait until it is ready."
                ).format(root=folder.root)
            )
        time.sleep(_RETRY_SECONDS)
    return None


class Claim:
    """The folder is ours until `release()` or the end of the process."""

    def __init__(self, lock: int, root: Path) -> None:
        self._lock = lock
        self._root = root
        self._server: QLocalServer | None = None

    def listen(self, on_raise: Callable[[], None]) -> None:
        """From now on call `on_raise` when the program is started again. Needs the QApplication."""
        from PySide6.QtNetwork import QLocalServer

        server = QLocalServer()
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        # We hold the lock, so a socket with our name can only be left over from a process that was killed.
        name = _socket_name(self._root)
        QLocalServer.removeServer(name)
        if not server.listen(name):
            raise FileFault(
                translate("app", "Other starts of the program cannot reach this window: {why}.").format(
                    why=server.errorString()
                )
            )
        server.newConnection.connect(lambda: _meet(server, on_raise))
        self._server = server

    def release(self) -> None:
        """Give the folder back."""
        if self._server is not None:
            self._server.close()
            self._server = None
        if self._lock >= 0:
            os.close(self._lock)
            self._lock = -1


def _socket_name(root: Path) -> str:
    import hashlib  # late: wanted once the window stands

    return f"hhcrm-{hashlib.sha256(os.fsencode(root.resolve())).hexdigest()[:32]}"


def _take(path: Path) -> int | None:
    """The lock on that file as a handle, None when another process has it."""
    try:
        handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    except OSError as error:
        words = translate(
            "app",
            "The folder {parent} cannot be written to ({why}). Check that you may change files there, or choose "
            "another one with --data.",
        )
        raise CannotOpen(words.format(parent=path.parent, why=error.strerror)) from error
    try:
        _lock(handle)
    except OSError:
        os.close(handle)
        return None
    return handle


if sys.platform == "win32":
    import ctypes
    import msvcrt

    def _lock(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

    def _let_others_come_forward() -> None:
        """Only the process in front may raise a window; we were just started, so we may hand that on."""
        ctypes.windll.user32.AllowSetForegroundWindow(-1)

else:
    import fcntl

    def _lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _let_others_come_forward() -> None:
        """Only Windows asks for this."""


def _raise_other(name: str) -> bool:
    """Ask the window that has the folder to come to the front; whether it said that it did."""
    from PySide6.QtNetwork import QLocalSocket

    socket = QLocalSocket()
    socket.connectToServer(name)
    if not socket.waitForConnected(_ANSWER_MILLISECONDS):
        return False
    socket.write(RAISE)
    socket.flush()
    answered = socket.waitForReadyRead(_ANSWER_MILLISECONDS) and socket.readAll().data() == RAISED
    socket.disconnectFromServer()
    return answered


def _meet(server: QLocalServer, on_raise: Callable[[], None]) -> None:
    while server.hasPendingConnections():
        socket = server.nextPendingConnection()
        socket.disconnected.connect(socket.deleteLater)
        socket.readyRead.connect(lambda visitor=socket: _answer(visitor, on_raise))
        if socket.canReadLine():
            _answer(socket, on_raise)


def _answer(socket: QLocalSocket, on_raise: Callable[[], None]) -> None:
    if socket.canReadLine() and socket.readLine().data() == RAISE:
        on_raise()
        socket.write(RAISED)
        socket.flush()
