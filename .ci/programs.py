"""Programs that run beside a check, and the wait for what they do: as long as it goes on, however slowly."""

import pathlib
import subprocess
import tempfile
import time

from checks import ROOT

STALL_SECONDS = 90
LINES_TOLD = 5


class Program:
    """A process whose output is kept in a file, which never fills up as a pipe does; it ends with its block, if it has one."""

    def __init__(self, name, command):
        self.name = name
        self.file = tempfile.NamedTemporaryFile()
        self.process = subprocess.Popen(command, cwd=ROOT, stdout=self.file, stderr=subprocess.STDOUT)

    def __enter__(self):
        return self

    def __exit__(self, *failure):
        if self.process.poll() is None:
            self.kill()

    def kill(self):
        self.process.kill()
        self.process.wait()

    def output(self):
        return pathlib.Path(self.file.name).read_text()

    def failed(self):
        return self.process.poll() not in (None, 0)

    def __str__(self):
        ended = self.process.poll()
        state = "runs" if ended is None else f"ended with {ended}"
        return "\n    ".join([f"{self.name} {state}", *self.output().splitlines()[-LINES_TOLD:]])


def until_more_than(points, stored, broker, worker, *others):
    """How many points are stored once they are more than wanted; fails when that stands still.

    The worker has to run all the time; the others may end, if they end well.
    """
    last, moved = -1, time.monotonic()
    while (now := stored()) <= points:
        if now != last:
            last, moved = now, time.monotonic()
        stalled = time.monotonic() - moved > STALL_SECONDS
        if stalled or worker.process.poll() is not None or any(other.failed() for other in others):
            reason = f"nothing was stored for {STALL_SECONDS} s" if stalled else "a program ended by itself"
            states = (str(part) for part in (worker, *others))
            raise AssertionError("\n".join([f"{reason}: {now:,} points stored", *states, broker.where_it_stands()]))
        time.sleep(0.5)
    return now
