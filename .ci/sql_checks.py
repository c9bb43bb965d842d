#!/usr/bin/python3
"""Checks the built command against OSprofiler's SQLAlchemy driver on real databases, in both directions.

Starts PostgreSQL and MariaDB as plain processes, with their data in a temporary folder.
"""

import contextlib
import glob
import json
import os
import pathlib
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time

from osprofiler.drivers import sqlalchemy_driver

from checks import PROFILER, ROOT, check, eventually, finish, names_below, run
from programs import Program
from stores import free_port, libraries, our_report, publish, write_with_java, write_with_python

MEGABYTE = 1 << 20
POINTS = 20_000
POSTGRES_USER = "postgres"
MARIADB_USER = "mysql"


class Server:
    """A database's process, of a user of its own."""

    def __init__(self, command, user, port, log):
        self.command = ["runuser", "-u", user, "--", *command]
        self.port = port
        self.log = log

    def start(self):
        with open(self.log, "a") as output:
            self.process = subprocess.Popen(
                self.command, stdout=output, stderr=subprocess.STDOUT, cwd="/", start_new_session=True)
        eventually(lambda: socket.create_connection(("127.0.0.1", self.port)).close(), seconds=60)

    def kill(self):
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait(60)

    def __enter__(self):
        try:
            self.start()
        except BaseException:
            self.kill()
            raise
        return self

    def __exit__(self, *failure):
        self.process.terminate()
        self.process.wait(60)


@contextlib.contextmanager
def folder_of(user):
    with tempfile.TemporaryDirectory() as folder:
        shutil.chown(folder, user)
        yield pathlib.Path(folder)


@contextlib.contextmanager
def postgresql(disk=None):
    binaries = sorted(glob.glob("/usr/lib/postgresql/*/bin"))[-1]
    port = free_port()
    with folder_of(POSTGRES_USER) as folder:
        data = f"{disk or folder}/data"
        run(["runuser", "-u", POSTGRES_USER, "--", f"{binaries}/initdb", "-D", data, f"--waldir={folder}/wal", "-A", "trust",
             "--no-sync"])
        command = [f"{binaries}/postgres", "-D", data, "-p", str(port), "-k", str(folder), "-F"]
        with Server(command, POSTGRES_USER, port, folder / "log"):
            # The port is open before the server takes connections.
            eventually(lambda: run(
                ["psql", "-h", "127.0.0.1", "-p", str(port), "-U", POSTGRES_USER, "-c", "CREATE DATABASE traces"]))
            yield f"postgresql+psycopg2://{POSTGRES_USER}@127.0.0.1:{port}/traces"


@contextlib.contextmanager
def mariadb(disk=None):
    port = free_port()
    with folder_of(MARIADB_USER) as folder:
        places = [f"--datadir={disk or folder}/data", f"--innodb-log-group-home-dir={folder}"]
        run(["mariadb-install-db", "--no-defaults", f"--user={MARIADB_USER}", *places, "--skip-test-db"])
        command = [
            "/usr/sbin/mariadbd", "--no-defaults", *places, f"--port={port}", f"--socket={folder}/socket",
            "--bind-address=127.0.0.1", f"--pid-file={folder}/pid"]
        with Server(command, MARIADB_USER, port, folder / "log") as server:
            statements = "CREATE DATABASE traces; CREATE USER u@'127.0.0.1' IDENTIFIED BY 'ge%heim'; " \
                "GRANT ALL ON traces.* TO u@'127.0.0.1'"
            eventually(lambda: run(["mariadb", f"--socket={folder}/socket", "-e", statements]))
            yield f"mysql+pymysql://u:ge%25heim@127.0.0.1:{port}/traces", server


@contextlib.contextmanager
def sqlite():
    with tempfile.TemporaryDirectory() as folder:
        yield f"sqlite:///{folder}/traces.db"


def driver(store):
    """OSprofiler's own; made directly, because its table of schemes does not name SQLite."""
    return sqlalchemy_driver.SQLAlchemyDriver(store, project="demo", service="python", host="python-host")


def our_command(*arguments):
    return run([*PROFILER, *arguments])


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


def check_both_directions(name, store, library_folder):
    @check(f"{name}: we read what OSprofiler's driver wrote")
    def _():
        trace_id = write_with_python(driver(store))
        theirs, ours = driver(store).get_report(trace_id), our_report(trace_id, store)
        assert times(ours) == times(theirs), (ours, theirs)
        assert ours["stats"] == theirs["stats"] and ours["info"] == theirs["info"]
        assert names_below(ours["children"][0]) == ["rpc", "db"]

    @check(f"{name}: OSprofiler's driver reads what we wrote, each point once")
    def _():
        trace_id = write_with_java(store, library_folder)
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
        trace_id = write_with_python(driver(store))
        assert len(our_report(trace_id, store)["children"]) == 1


def check_contract(store):
    @check("MariaDB: the contract of a store, failed traces and status included, by MariaDB's driver and by MySQL's")
    def _():
        completed = subprocess.run(
            ["./mvnw", "-q", "-B", "-ntp", "-P!newest-jdk", "-pl", "stores/jdbc", "-am", "test",
             "-Dtest=MariaDbTraceStoreTest,MySqlDriverTraceStoreTest", "-Dsurefire.failIfNoSpecifiedTests=false"],
            cwd=ROOT, env=os.environ | {"MARIADB_URL": store}, capture_output=True, text=True, timeout=1800)
        assert completed.returncode == 0, re.sub(r'(.)\1{99,}', r'\1…', completed.stdout)[-4000:] or completed.stderr


def may_mount():
    with tempfile.TemporaryDirectory() as folder:
        if subprocess.run(["mount", "-t", "tmpfs", "tmpfs", folder], capture_output=True).returncode == 0:
            run(["umount", folder])
            return True
    print("!!! NOT CHECKED ON A FULL DISK: no disk may be mounted here !!!", file=sys.stderr)
    return False


@contextlib.contextmanager
def small_disk():
    with tempfile.TemporaryDirectory() as folder:
        run(["mount", "-t", "tmpfs", "-o", "size=100m,mode=1777", "tmpfs", folder])
        try:
            yield pathlib.Path(folder)
        finally:
            run(["umount", "--lazy", folder])


def room_on(disk):
    state = os.statvfs(disk)
    return state.f_bavail * state.f_bsize


def require_full(disk, full_below):
    """As far as a writer comes that cuts back what did not fit."""
    assert room_on(disk) < full_below, room_on(disk)


def stored_points(store):
    """Of a report on all traces, two a span."""
    traces = json.loads(our_command("trace", "list", "--limit", "0", "--json", "--connection-string", store))
    return 2 * sum(trace["spans"] for trace in traces)


def check_full_disk(name, disk, store, library_folder, revive=lambda: None, full_below=MEGABYTE // 2):
    """While the disk is full PublishPoints sends each batch again, as an application does."""

    @check(f"{name}: while the disk is full points wait; each is there once when there is room again")
    def _():
        run(publish(store, library_folder, 1_000))
        ballast = disk / "ballast"
        ballast.write_bytes(bytes(room_on(disk) - MEGABYTE))
        with Program("publisher", publish(store, library_folder, POINTS)) as publisher:
            eventually(lambda: require_full(disk, full_below), seconds=90)
            time.sleep(15)
            assert publisher.process.poll() is None, str(publisher)
            if name == "PostgreSQL":
                told = subprocess.run(
                    [*PROFILER, "doctor", "--connection-string", store], capture_output=True, text=True, timeout=120)
                (failed,) = [line for line in told.stdout.splitlines() if "FAILED" in line]
                assert failed.endswith("No space left on device"), failed
            ballast.unlink()
            revive()
            assert publisher.process.wait(120) == 0, str(publisher)
            assert " 0 batches sent again" not in publisher.output(), str(publisher)
        assert stored_points(store) == POINTS, stored_points(store)


def check_full_disks(library_folder):
    with small_disk() as disk, postgresql(disk) as store:
        check_full_disk("PostgreSQL", disk, store, library_folder)
    with small_disk() as disk, mariadb(disk) as (store, server):

        def kill_and_start():
            """A full disk may have ended it before."""
            server.kill()
            server.start()

        # It takes a megabyte of the disk at once, or none of it.
        check_full_disk("MariaDB, killed meanwhile", disk, store, library_folder, kill_and_start, full_below=MEGABYTE)
    with small_disk() as disk:
        check_full_disk("H2", disk, f"jdbc:h2:file:{disk}/traces", library_folder)
    with small_disk() as disk:
        check_full_disk("SQLite", disk, f"sqlite:///{disk}/traces.db", library_folder)


def check_wrong_password(store):
    @check("MariaDB: a wrong password is one line that does not show it")
    def _():
        wrong = store.replace("ge%25heim", "geheimnis")
        completed = subprocess.run(
            [*PROFILER, "trace", "list", "--connection-string", wrong], capture_output=True, text=True, timeout=60)
        assert completed.returncode == 1 and not completed.stdout, completed
        assert len(completed.stderr.splitlines()) == 1 and "geheim" not in completed.stderr, completed.stderr
        assert "user or password is wrong" in completed.stderr, completed.stderr


def check_own_driver(store):
    @check("MySQL's driver, which the command does not come with, from a folder")
    def _():
        versions = pathlib.Path.home() / ".m2/repository/com/mysql/mysql-connector-j"
        jar = max(versions.glob("*/mysql-connector-j-*[0-9].jar"))
        user, place = store.removeprefix("mysql+pymysql://").split("@")
        name, password = user.split(":")
        url = f"jdbc:mysql://{place}?user={name}&password={password}"
        told = our_command("doctor", "--store-path", str(jar.parent), "--connection-string", url)
        assert all(line.startswith("ok") for line in told.splitlines()) and told.count("\n") == 9, told


def main():
    with libraries() as folder:
        with sqlite() as store:
            check_both_directions("SQLite", store, folder)
        with postgresql() as store:
            check_both_directions("PostgreSQL", store, folder)
        if may_mount():
            check_full_disks(folder)
        with mariadb() as (store, _):
            check_contract(store)
            check_both_directions("MariaDB", store, folder)
            check_wrong_password(store)
            check_own_driver(store)
    finish()


if __name__ == "__main__":
    main()
