#!/usr/bin/python3
"""Checks that the command starts in a part of osprofiler's time: of the processor, and the least of several, as others only add."""

import os
import pathlib
import subprocess
import tempfile
import time

from checks import PROFILER, check, eventually, finish
from redis_server import redis
from stores import libraries, write_with_java

OSPROFILER = "/usr/bin/osprofiler"
TURNS = 5
# It is made at the lowest priority, beside everything else that is tested.
ARCHIVE_SECONDS = 600
# What both are to be is 0.4. To open H2 takes nearly that much by itself; the rest is for what else the machine does, with
# which Java's share grows.
MOST = {"--version": 0.4, "trace list": 1.0}


def once(command, environment):
    """Seconds that a command took of the processor, and of the clock."""
    began = time.monotonic()
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    errors = process.stderr.read()
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    process.stderr.close()
    assert process.returncode == 0 and not errors, (command, errors)
    return used.ru_utime + used.ru_stime, time.monotonic() - began


def check_ratio(name, ours, theirs, environment):
    @check(f"profiler {name} takes at most {MOST[name]} of osprofiler's time")
    def _():
        turns = [(once(ours, environment), once(theirs, environment)) for _ in range(TURNS)]
        ours_cpu, theirs_cpu, ours_wall, theirs_wall = (
            min(turn[whose][clock] for turn in turns) for clock in (0, 1) for whose in (0, 1))
        ratio = ours_cpu / theirs_cpu
        print(f"        {ratio:.2f} of its processor time ({ours_cpu:.2f} s to {theirs_cpu:.2f} s), "
              f"{ours_wall / theirs_wall:.2f} by the clock ({ours_wall:.2f} s to {theirs_wall:.2f} s)")
        assert ratio <= MOST[name], ratio


def check_archive(cache, environment):
    @check("the first start makes an archive of classes, and says nothing of it")
    def _():
        once([*PROFILER, "--version"], environment)
        eventually(lambda: has_archive(cache), ARCHIVE_SECONDS)


def has_archive(cache):
    (archive,) = (cache / "profiler").iterdir()
    assert archive.is_file() and archive.stat().st_size > 0, archive


def check_without_archive(cache, environment):
    @check("it starts without a cache that can be written, and with a spoiled archive, and says nothing of it")
    def _():
        once([*PROFILER, "--version"], environment | {"XDG_CACHE_HOME": "/dev/null"})
        (archive,) = (cache / "profiler").iterdir()
        archive.unlink()
        archive.write_bytes(b"no archive")
        once([*PROFILER, "--version"], environment)


def main():
    with tempfile.TemporaryDirectory() as folder, libraries() as jars, redis() as (server, *_):
        cache = pathlib.Path(folder, "cache")
        environment = os.environ | {"XDG_CACHE_HOME": str(cache)}
        ours, theirs = f"jdbc:h2:{folder}/traces", f"{server}/0"
        for store in (ours, theirs):
            write_with_java(store, jars)
        check_archive(cache, environment)
        check_ratio("--version", [*PROFILER, "--version"], [OSPROFILER, "--version"], environment)
        list_traces = ["trace", "list", "--connection-string"]
        check_ratio("trace list", [*PROFILER, *list_traces, ours], [OSPROFILER, *list_traces, theirs], environment)
        check_without_archive(cache, environment)
    finish()


if __name__ == "__main__":
    main()
