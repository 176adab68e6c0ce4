"""The archive's one lock, which every edit holds from reading a file to replacing it."""

from __future__ import annotations

import contextlib
import os
import shlex
import stat
import sys
import time
from collections.abc import Callable, Iterator

from ..errors import CannotWrite

LOCK = ".alliance-archive.lock"
PATIENCE = 2.0
"""Seconds of waiting after which the user is told which process has the lock."""
_PAUSE = 0.005  # seconds between two attempts
OnWait = Callable[[str], None]
"""Called with a phrase that names the process that has the lock."""


@contextlib.contextmanager
def locked(
    root: str | os.PathLike[str], on_wait: OnWait | None = None, patience: float = PATIENCE
) -> Iterator[None]:
    """Hold the lock of an archive's folder, after waiting for it if need be.

    The kernel frees it however the process ends. Raises CannotWrite if it cannot be created.
    """
    path = os.path.join(root, LOCK)
    with _descriptor(path) as descriptor:
        _acquire(descriptor, path, on_wait, patience)
        try:
            _sign(descriptor, f"{os.getpid()}\n{_command()}\n")
            yield
        finally:
            _sign(descriptor, "")


@contextlib.contextmanager
def locked_within(root: str | os.PathLike[str], seconds: float) -> Iterator[bool]:
    """Hold the lock if it is free within some seconds, and yield whether it is held.

    Raises CannotWrite if it cannot be created.
    """
    path = os.path.join(root, LOCK)
    with _descriptor(path) as descriptor:
        yield _attempt(descriptor, path, time.monotonic() + seconds)


@contextlib.contextmanager
def _descriptor(path: str) -> Iterator[int]:
    try:
        descriptor = _opened(path)
    except OSError as error:
        raise CannotWrite(path, error) from None
    try:
        yield descriptor
    finally:
        os.close(descriptor)


def _opened(path: str) -> int:
    """Return a descriptor of the lock's file, which is created if missing. Raises OSError."""
    # The file is never deleted: otherwise two processes could each hold a lock on a file of that
    # name. The holder writes its name into it, so the file must not be a link to another one.
    flags = os.O_CLOEXEC | os.O_NOFOLLOW | os.O_NONBLOCK
    try:
        descriptor = os.open(path, flags | os.O_RDWR | os.O_CREAT, 0o666)
    except PermissionError:
        if not os.path.lexists(path):
            raise
        # Another user's file can be locked, too, but not written to.
        descriptor = os.open(path, flags | os.O_RDONLY)
    status = os.fstat(descriptor)
    if not stat.S_ISREG(status.st_mode) or status.st_nlink > 1:
        os.close(descriptor)
        raise OSError(0, "it is a link or not a plain file: delete it")
    return descriptor


@contextlib.contextmanager
def locked_file(
    path: str | os.PathLike[str], on_wait: OnWait | None = None, patience: float = PATIENCE
) -> Iterator[None]:
    """Hold the lock of a single file outside any archive. Raises CannotWrite."""
    while True:
        try:
            descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
        except OSError as error:
            raise CannotWrite(path, error) from None
        try:
            _acquire(descriptor, path, on_wait, patience)
            # If not, the process that held the lock has replaced the file.
            if os.path.samestat(os.fstat(descriptor), os.stat(path)):
                yield
                return
        except FileNotFoundError as error:
            raise CannotWrite(path, error) from None
        finally:
            os.close(descriptor)


def _acquire(
    descriptor: int, path: str | os.PathLike[str], on_wait: OnWait | None, patience: float
) -> None:
    import fcntl

    if _attempt(descriptor, path, time.monotonic() + patience):
        return
    if on_wait:
        on_wait(_holder(descriptor))
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
    except OSError as error:
        raise CannotWrite(path, error) from None


def _attempt(descriptor: int, path: str | os.PathLike[str], until: float) -> bool:
    """Try to get the lock until a moment, at least once; return whether it is held."""
    import fcntl

    try:
        while True:
            with contextlib.suppress(BlockingIOError):
                fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
                return True
            if time.monotonic() >= until:
                return False
            time.sleep(_PAUSE)
    except OSError as error:
        raise CannotWrite(path, error) from None


def _holder(descriptor: int) -> str:
    """Return the process that has written its name into the lock."""
    pid, _, command = os.pread(descriptor, 4096, 0).decode("utf-8", "replace").partition("\n")
    command = " ".join(command.split())
    return f"process {pid} ({command})" if pid.isdigit() and command else "another process"


def _sign(descriptor: int, text: str) -> None:
    # The lock works without it: the name is only for the messages of processes that wait.
    with contextlib.suppress(OSError):
        os.ftruncate(descriptor, 0)
        os.pwrite(descriptor, text.encode("utf-8", "replace"), 0)


def _command() -> str:
    program = os.path.basename(sys.argv[0]) if sys.argv else ""
    return shlex.join([program or "python", *sys.argv[1:]])
