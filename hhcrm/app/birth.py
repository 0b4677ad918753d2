"""How long this process has lived, counted from its creation by the system: what Python needs to begin is in it."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path


def milliseconds_since_birth() -> float:
    """Milliseconds since the system made this process (on Linux to about 10 ms)."""
    return _seconds() * 1000


if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    _UNIX_EPOCH = 116_444_736_000_000_000  # 1970 in the 100 ns steps since 1601 that FILETIME counts
    _STEPS_A_SECOND = 10_000_000

    def _seconds() -> float:
        kernel = ctypes.WinDLL("kernel32")
        kernel.GetCurrentProcess.restype = wintypes.HANDLE
        times = [wintypes.FILETIME() for _ in range(4)]
        if not kernel.GetProcessTimes(
            wintypes.HANDLE(kernel.GetCurrentProcess()), *(ctypes.byref(each) for each in times)
        ):
            raise ctypes.WinError()
        born = (times[0].dwHighDateTime << 32) + times[0].dwLowDateTime
        return time.time() - (born - _UNIX_EPOCH) / _STEPS_A_SECOND

elif sys.platform == "darwin":
    import ctypes
    import struct

    _KERN_PROC_PID = (1, 14, 1)  # CTL_KERN, KERN_PROC, KERN_PROC_PID of sys/sysctl.h
    _MOST_BYTES = 4096

    def _seconds() -> float:
        name = (ctypes.c_int * 4)(*_KERN_PROC_PID, os.getpid())
        told, size = ctypes.create_string_buffer(_MOST_BYTES), ctypes.c_size_t(_MOST_BYTES)
        if ctypes.CDLL(None, use_errno=True).sysctl(name, 4, told, ctypes.byref(size), None, 0):
            raise OSError(ctypes.get_errno(), "sysctl")
        seconds, micros = struct.unpack_from("@qi", told)  # kinfo_proc begins with the timeval of the start
        return time.time() - seconds - micros / 1_000_000

else:

    def _seconds() -> float:
        fields = Path("/proc/self/stat").read_text().rpartition(")")[2].split()
        ticks = int(fields[19])  # starttime: the 22nd field of all, since boot
        return time.clock_gettime(time.CLOCK_BOOTTIME) - ticks / os.sysconf("SC_CLK_TCK")
