#!/usr/bin/python3
"""Checks that the built command reads a store that it knows nothing of, from a jar in a folder."""

import os
import pathlib
import subprocess
import tempfile
import zipfile

from checks import PROFILER, ROOT, check, finish, run
from stores import libraries

SOURCES = ROOT / "profiler-cli/src/test/resources/own-store"
FACTORY = "example.shelf.ShelfTraceStoreFactory"
SERVICE = "META-INF/services/io.profiler.store.TraceStoreFactory"
STORE = "shelf://"
TRACE_ID = "5e1f0000-0000-4000-8000-000000000001"


def profiler(folder, *arguments):
    """The command as a user runs it who has set both variables."""
    variables = {"PROFILER_STORE_PATH": str(folder), "OSPROFILER_CONNECTION_STRING": STORE}
    return subprocess.run(
        [*PROFILER, *arguments], env=os.environ | variables, capture_output=True, text=True, timeout=120)


def write_jar(jar, factory, classes):
    with zipfile.ZipFile(jar, "w") as content:
        content.writestr(SERVICE, factory)
        for compiled in classes.rglob("*.class"):
            content.write(compiled, compiled.relative_to(classes))


def compile_factory(classes):
    with libraries() as library_folder:
        run(["javac", "-proc:none", "-cp", f"{library_folder}/*", "-d", str(classes),
             str(SOURCES / f"{FACTORY.replace('.', '/')}.java")])


def check_own_store(stores):
    @check("a store of one's own in a folder: trace list by the option, trace show and doctor by the variable")
    def _():
        listed = run([*PROFILER, "trace", "list", "--store-path", str(stores), "--connection-string", STORE])
        assert TRACE_ID in listed and "dusting" in listed, listed
        shown = profiler(stores, "trace", "show", TRACE_ID)
        assert shown.returncode == 0 and not shown.stderr and "dusting" in shown.stdout, shown
        examined = profiler(stores, "doctor")
        assert examined.returncode == 0 and "ok      read back" in examined.stdout, examined


def check_other_stores(stores):
    @check("a store whose class is missing is a warning to who needs another")
    def _():
        listed = profiler(stores, "trace", "list", "--connection-string", "jdbc:h2:mem:empty")
        assert listed.returncode == 0 and listed.stdout == "No traces.\n", listed
        assert listed.stderr == "WARN A store cannot be used: Provider example.Gone not found\n", listed


def check_refusals(folder):
    broken = folder / "broken"
    broken.mkdir()
    (broken / "broken.jar").write_text("no jar")
    for name, stores, reason in (
            ("missing", folder / "missing", "no such file or directory"),
            ("without a jar", folder / "classes", "no jar is in it"),
            ("with a broken jar", broken, "broken.jar: zip "),
            ("with a store whose class is missing", folder / "gone", "Provider example.Gone not found")):
        @check(f"a folder of stores {name}: one line, exit code 1")
        def _():
            refused = profiler(stores, "trace", "list")
            assert refused.returncode == 1 and not refused.stdout, refused
            assert len(refused.stderr.splitlines()) == 1 and reason in refused.stderr, refused


def main():
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        classes, own, gone = (folder / part for part in ("classes", "own", "gone"))
        for part in (classes, own, gone):
            part.mkdir()
        compile_factory(classes)
        write_jar(own / "my shelf.jar", FACTORY, classes)
        write_jar(gone / "gone.jar", "example.Gone", gone)
        check_own_store(own)
        check_other_stores(gone)
        check_refusals(folder)
    finish()


if __name__ == "__main__":
    main()
