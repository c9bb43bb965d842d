#!/usr/bin/python3
"""Checks the built command against OSprofiler's SQLAlchemy driver on real databases, in both directions.

Starts PostgreSQL and MariaDB as plain processes, with their data in a temporary folder.
"""

import contextlib
import glob
import json
import pathlib
import shutil
import socket
import subprocess
import tempfile
import time
import zipfile

from osprofiler import profiler as osprofiler
from osprofiler import notifier
from osprofiler.drivers import sqlalchemy_driver

from checks import PROFILER, ROOT, check, eventually, finish, names_below, run

POSTGRES_USER = "postgres"
MARIADB_USER = "mysql"


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextlib.contextmanager
def server(command, user, port, log):
    with open(log, "w") as output:
        process = subprocess.Popen(
            ["runuser", "-u", user, "--", *command], stdout=output, stderr=subprocess.STDOUT, cwd="/")
    try:
        eventually(lambda: socket.create_connection(("127.0.0.1", port)).close(), seconds=60)
        yield
    finally:
        process.terminate()
        process.wait(60)


@contextlib.contextmanager
def folder_of(user):
    with tempfile.TemporaryDirectory() as folder:
        shutil.chown(folder, user)
        yield pathlib.Path(folder)


@contextlib.contextmanager
def postgresql():
    binaries = sorted(glob.glob("/usr/lib/postgresql/*/bin"))[-1]
    port = free_port()
    with folder_of(POSTGRES_USER) as folder:
        run(["runuser", "-u", POSTGRES_USER, "--", f"{binaries}/initdb", "-D", f"{folder}/data", "-A", "trust", "--no-sync"])
        command = [f"{binaries}/postgres", "-D", f"{folder}/data", "-p", str(port), "-k", str(folder), "-F"]
        with server(command, POSTGRES_USER, port, folder / "log"):
            # The port is open before the server takes connections.
            eventually(lambda: run(
                ["psql", "-h", "127.0.0.1", "-p", str(port), "-U", POSTGRES_USER, "-c", "CREATE DATABASE traces"]))
            yield f"postgresql+psycopg2://{POSTGRES_USER}@127.0.0.1:{port}/traces"


@contextlib.contextmanager
def mariadb():
    port = free_port()
    with folder_of(MARIADB_USER) as folder:
        run(["mariadb-install-db", f"--user={MARIADB_USER}", f"--datadir={folder}/data", "--skip-test-db"])
        command = [
            "/usr/sbin/mariadbd", "--no-defaults", f"--datadir={folder}/data", f"--port={port}",
            f"--socket={folder}/socket", "--bind-address=127.0.0.1", f"--pid-file={folder}/pid"]
        with server(command, MARIADB_USER, port, folder / "log"):
            statements = "CREATE DATABASE traces; CREATE USER u@'127.0.0.1' IDENTIFIED BY 'ge%heim'; " \
                "GRANT ALL ON traces.* TO u@'127.0.0.1'"
            eventually(lambda: run(["mariadb", f"--socket={folder}/socket", "-e", statements]))
            yield f"mysql+pymysql://u:ge%25heim@127.0.0.1:{port}/traces"


@contextlib.contextmanager
def sqlite():
    with tempfile.TemporaryDirectory() as folder:
        yield f"sqlite:///{folder}/traces.db"


def driver(store):
    """OSprofiler's own; made directly, because its table of schemes does not name SQLite."""
    return sqlalchemy_driver.SQLAlchemyDriver(store, project="demo", service="python", host="python-host")


def our_command(*arguments):
    return run([*PROFILER, *arguments])


def our_report(trace_id, store):
    return json.loads(our_command("trace", "show", "--json", trace_id, "--connection-string", store))


def write_with_python(store):
    notifier.set(driver(store).notify)
    return trace_with_python()


def trace_with_python():
    """Traces three spans, of which the last fails, by OSprofiler's library, and gives back the trace's id."""
    profiler = osprofiler.init("123")
    with osprofiler.Trace("wsgi", info={"request": {"path": "/ž", "method": "GET", "query": "", "scheme": "http"}}):
        with osprofiler.Trace("rpc", info={"text": "\u202e\u0001'\"\\"}):
            time.sleep(0.002)
        with contextlib.suppress(ValueError), osprofiler.Trace("db"):
            raise ValueError("boom")
    osprofiler.clean()
    return profiler.get_base_id()


def write_with_java(store, libraries):
    output = run(["java", "-cp", f"{libraries}/BOOT-INF/lib/*", ".ci/WriteTrace.java", store])
    return output.strip()


def times(report):
    """Names, times in milliseconds and errors of a report; raw payloads differ: OSprofiler shows only their info."""
    keys = ("name", "started", "finished", "exception", "project", "service")
    return [
        {key: span["info"].get(key) for key in keys} | {
            "trace_id": span["trace_id"],
            "children": times(span),
            "payload": {
                name: value["info"] for name, value in span["info"].items() if name.startswith("meta.raw_payload.")},
        }
        for span in report["children"]
    ]


def check_both_directions(name, store, libraries):
    @check(f"{name}: we read what OSprofiler's driver wrote")
    def _():
        trace_id = write_with_python(store)
        theirs, ours = driver(store).get_report(trace_id), our_report(trace_id, store)
        assert times(ours) == times(theirs), (ours, theirs)
        assert ours["stats"] == theirs["stats"] and ours["info"] == theirs["info"]
        assert names_below(ours["children"][0]) == ["rpc", "db"]

    @check(f"{name}: OSprofiler's driver reads what we wrote, each point once")
    def _():
        trace_id = write_with_java(store, libraries)
        theirs, ours = driver(store).get_report(trace_id), our_report(trace_id, store)
        assert times(ours) == times(theirs), (ours, theirs)
        (root,) = theirs["children"]
        assert root["info"]["meta.raw_payload.wsgi-start"]["info"]["request"]["path"] == "/ž"
        assert root["children"][0]["info"]["exception"] == "ValueError"

    @check(f"{name}: both list the same traces")
    def _():
        theirs = {trace["base_id"] for trace in driver(store).list_traces(fields={"base_id"})}
        listed = our_command("trace", "list", "--connection-string", store)
        assert len(theirs) == 2 and all(trace_id in listed for trace_id in theirs), (theirs, listed)

    @check(f"{name}: OSprofiler's driver still writes into the table that we made indexes on")
    def _():
        trace_id = write_with_python(store)
        assert len(our_report(trace_id, store)["children"]) == 1


def check_wrong_password(store):
    @check("MariaDB: a wrong password is one line that does not show it")
    def _():
        wrong = store.replace("ge%25heim", "geheimnis")
        completed = subprocess.run(
            [*PROFILER, "trace", "list", "--connection-string", wrong], capture_output=True, text=True, timeout=60)
        assert completed.returncode == 1 and not completed.stdout, completed
        assert len(completed.stderr.splitlines()) == 1 and "geheim" not in completed.stderr, completed.stderr
        assert "user or password is wrong" in completed.stderr, completed.stderr


def main():
    with tempfile.TemporaryDirectory() as libraries:
        with zipfile.ZipFile(ROOT / "profiler-cli/target/profiler.jar") as jar:
            jar.extractall(libraries, [name for name in jar.namelist() if name.startswith("BOOT-INF/lib/")])
        with sqlite() as store:
            check_both_directions("SQLite", store, libraries)
        with postgresql() as store:
            check_both_directions("PostgreSQL", store, libraries)
        with mariadb() as store:
            check_both_directions("MariaDB", store, libraries)
            check_wrong_password(store)
    finish()


if __name__ == "__main__":
    main()
