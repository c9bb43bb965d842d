#!/usr/bin/python3
"""Checks the queue and the collector against RabbitMQ and OSprofiler's messaging driver, in both directions.

Starts RabbitMQ and PostgreSQL as plain processes, with their data in temporary folders.
"""

import contextlib
import glob
import json
import logging
import os
import pathlib
import signal
import subprocess
import tempfile
import time
import zipfile

from osprofiler import notifier

from checks import PROFILER, ROOT, check, eventually, finish, names_below, run, shell_lines
from sql_checks import postgresql
from stores import free_port, trace_with_python

POINTS = 200_000
MEASURED_POINTS = 50_000
KILLS = 10
DURABLE = "?amqp_durable_queues=true"


class RabbitMq:
    """Debian's RabbitMQ with everything it writes in one folder; its own start script would change the user."""

    def __init__(self, folder):
        self.folder = folder
        self.port = free_port()
        self.epmd_port = free_port()
        (folder / "plugins").write_text("[].")
        self.environment = os.environ | {
            "HOME": str(folder),
            "RABBITMQ_NODENAME": "checks@localhost",
            "RABBITMQ_NODE_IP_ADDRESS": "127.0.0.1",
            "RABBITMQ_NODE_PORT": str(self.port),
            "RABBITMQ_DIST_PORT": str(free_port()),
            "ERL_EPMD_PORT": str(self.epmd_port),
            "ERL_EPMD_ADDRESS": "127.0.0.1",
            "RABBITMQ_MNESIA_BASE": str(folder / "mnesia"),
            "RABBITMQ_LOG_BASE": str(folder / "log"),
            "RABBITMQ_LOGS": "-",
            "RABBITMQ_PID_FILE": str(folder / "pid"),
            "RABBITMQ_ENABLED_PLUGINS_FILE": str(folder / "plugins"),
            "RABBITMQ_CONFIG_FILE": str(folder / "rabbitmq"),
            "RABBITMQ_GENERATED_CONFIG_DIR": str(folder / "generated"),
            "RABBITMQ_CONF_ENV_FILE": "/dev/null",
        }
        self.binaries = glob.glob("/usr/lib/rabbitmq/lib/rabbitmq_server-*/sbin")[0]

    @property
    def url(self):
        return f"rabbit://guest:guest@127.0.0.1:{self.port}/"

    def start(self):
        log = self.folder / "output"
        with log.open("w") as output:
            self.process = subprocess.Popen(
                [f"{self.binaries}/rabbitmq-server"], env=self.environment, stdout=output, stderr=subprocess.STDOUT,
                start_new_session=True)
        eventually(lambda: log.read_text().index("Server startup complete"), seconds=120)

    def stop(self):
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGTERM)
        self.process.wait(60)

    def restart(self):
        self.stop()
        self.start()

    def control(self, *command):
        return run([f"{self.binaries}/rabbitmqctl", "-n", "checks@localhost", *command], env=self.environment)

    def waiting(self):
        lines = self.control("list_queues", "--quiet", "--no-table-headers", "name", "messages").splitlines()
        return {name: int(count) for name, count in (line.split() for line in lines)}


@contextlib.contextmanager
def rabbitmq():
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        broker = RabbitMq(pathlib.Path(folder))
        broker.start()
        try:
            yield broker
        finally:
            broker.stop()
            subprocess.run(["epmd", "-port", str(broker.epmd_port), "-kill"], capture_output=True)


def ours(*arguments, **options):
    return run([*PROFILER, *arguments], **options)


def ours_fails(*arguments):
    completed = subprocess.run([*PROFILER, *arguments], capture_output=True, text=True, timeout=120)
    assert completed.returncode == 1 and completed.stderr.count("\n") == 1, (completed.returncode, completed.stderr)
    return completed.stderr


def queue_of(broker):
    return ("--connection-string", "messaging://", "--transport-url", broker.url)


def write_with_python(broker):
    notifier.set(notifier.create(
        "messaging://", project="demo", service="python", host="h1", context={}, transport_url=broker.url))
    return trace_with_python()


def java(libraries):
    """With the command's classes and settings, which keep its libraries from logging."""
    return ["java", "-cp", f"{libraries}/BOOT-INF/classes:{libraries}/BOOT-INF/lib/*"]


def with_java(program, libraries, *arguments):
    return run([*java(libraries), f".ci/{program}.java", *arguments]).strip()


def check_both_directions(broker, libraries):
    traces = []

    @check("messaging: we read what OSprofiler's driver sent, again and again, and leave it to others")
    def _():
        traces.extend(write_with_python(broker) for _ in range(2))
        for trace_id in (*traces, *traces):
            (root,) = json.loads(ours("trace", "show", "--json", trace_id, *queue_of(broker)))["children"]
            assert names_below(root) == ["rpc", "db"], names_below(root)
        assert broker.waiting()["profiler.info"] == 12, broker.waiting()

    @check("messaging: our JSON is osprofiler's, byte for byte")
    def _():
        mine = ours("trace", "show", "--json", traces[0], *queue_of(broker))
        theirs = run(["/usr/bin/osprofiler", "trace", "show", "--json", traces[0], "--idle-timeout", "3",
                      *queue_of(broker)])
        assert mine == theirs, (mine, theirs)

    @check("messaging: osprofiler reads what we sent")
    def _():
        trace_id = with_java("WriteTrace", libraries, broker.url)
        theirs = run(["/usr/bin/osprofiler", "trace", "show", "--json", trace_id, "--idle-timeout", "3",
                      *queue_of(broker)])
        (root,) = json.loads(theirs)["children"]
        assert names_below(root) == ["db"] and root["info"]["service"] == "java", root


def check_collector(broker, store, libraries):
    @check("collector: what OSprofiler's driver sent gets into the store")
    def _():
        trace_id = write_with_python(broker)
        in_queue = ours("trace", "show", "--json", trace_id, *queue_of(broker))
        collected = ours("collect", "--transport-url", broker.url, "--connection-string", store, "--until-empty")
        assert "Collected 6 trace points" in collected and "0 dead letters" in collected, collected
        assert ours("trace", "show", "--json", trace_id, "--connection-string", store) == in_queue
        assert broker.waiting()["profiler.info"] == 0, broker.waiting()

    @check("collector: SIGTERM lets it store what it has, and end with 0")
    def _():
        with_java("PublishPoints", libraries, broker.url, "20000")
        collector = start_collector(broker.url, store)
        eventually(lambda: stored_more_than(store, 1_000), seconds=60)
        collector.send_signal(signal.SIGTERM)
        output, errors = collector.communicate(timeout=60)
        assert collector.returncode == 0 and output.startswith("Collected "), (collector.returncode, output, errors)
        told = int(output.split()[1])
        assert told + broker.waiting()["profiler.info"] == 20_000, (output, broker.waiting())


def check_refusals(broker):
    @check("messaging: a queue that was declared otherwise is one line that says so")
    def _():
        line = ours_fails("trace", "list", "--connection-string", broker.url + DURABLE)
        assert "inequivalent arg 'durable'" in line and "amqp_durable_queues" in line and "guest" not in line, line

    @check("messaging: a wrong password and a wrong virtual host are one line without the password")
    def _():
        wrong = broker.url.replace("guest:guest", "guest:s3cr3t")
        line = ours_fails("trace", "list", "--connection-string", "messaging://", "--transport-url", wrong)
        assert "user or password is wrong" in line and "s3cr3t" not in line, line
        line = ours_fails("trace", "list", "--connection-string", broker.url + "nowhere")
        assert "nowhere" in line and "guest" not in line, line


def check_docs(broker, store):
    """Runs the commands of the page on the collector, with the places of these checks in place of the page's."""
    settings = ["shopt -s expand_aliases"]
    for command in shell_lines(ROOT / "docs/collector.md"):
        if command.startswith("alias "):
            settings.append(command)
            continue

        @check(f"docs/collector.md: {command}")
        def _():
            here = command.replace("localhost:5672", f"127.0.0.1:{broker.port}").replace("mongodb://localhost:27017", store)
            run(["bash", "-euo", "pipefail", "-c", "\n".join([*settings, here])])


def check_throughput(broker, store, libraries):
    @check("collector: how fast, and how large a point is")
    def _():
        published = with_java("PublishPoints", libraries, broker.url + DURABLE, str(MEASURED_POINTS))
        collector = start_collector(broker.url + DURABLE, store)
        eventually(lambda: stored_by(collector, store, 0), seconds=60)
        first, began = int(query(store, "SELECT count(*) FROM data")), time.monotonic()
        eventually(lambda: stored_by(collector, store, MEASURED_POINTS - 1), seconds=240)
        seconds = time.monotonic() - began
        collector.terminate()
        collector.communicate(timeout=60)
        size = int(query(store, "SELECT pg_total_relation_size('data') / count(*) FROM data"))
        print(f"        published {published}; collected {(MEASURED_POINTS - first) / seconds:,.0f} points/s;"
              f" {size} bytes a point in PostgreSQL, with its indexes")


def start_collector(url, store):
    return subprocess.Popen(
        [*PROFILER, "collect", "--transport-url", url, "--connection-string", store],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def query(store, statement):
    where = store.replace("postgresql+psycopg2", "postgresql")
    return run(["psql", "-tA", "-d", where, "-c", statement]).strip()


def stored_more_than(store, points):
    stored = int(query(store, "SELECT count(*) FROM data"))
    assert stored > points, stored


def stored_by(collector, store, points):
    if collector.poll() is not None:
        raise AssertionError(f"the collector ended by itself with {collector.returncode}: {collector.stderr.read()}")
    stored_more_than(store, points)


def check_faults(broker, store, libraries):
    @check(f"collector: {POINTS:,} points, {KILLS} kills, 2 restarts of RabbitMQ: each point exactly once in the store")
    def _():
        began = time.monotonic()
        url = broker.url + DURABLE
        publisher = subprocess.Popen(
            [*java(libraries), ".ci/PublishPoints.java", url, str(POINTS)], cwd=ROOT, stdout=subprocess.PIPE, text=True)
        for kill in range(1, KILLS + 1):
            collector = start_collector(url, store)
            try:
                eventually(lambda: stored_by(collector, store, kill * POINTS // (KILLS + 2)), seconds=240)
                if kill in (3, 7):
                    broker.restart()
            finally:
                collector.kill()
                collector.communicate()
        published, _ = publisher.communicate(timeout=240)
        assert publisher.returncode == 0, published
        ours("collect", "--transport-url", url, "--connection-string", store, "--until-empty")
        rows = query(store, "SELECT count(*), count(DISTINCT trace_id || data) FROM data")
        complete = query(store, "SELECT count(*) FROM (SELECT 1 FROM data GROUP BY trace_id HAVING count(*) = 2) spans")
        assert rows == f"{POINTS}|{POINTS}" and complete == str(POINTS // 2), (rows, complete, broker.waiting())
        assert not any(broker.waiting().values()), broker.waiting()
        print(f"        published {published.strip()}; all in {time.monotonic() - began:.0f} s")


def main():
    logging.disable()  # oslo.messaging keeps a connection, and complains when the broker ends
    with tempfile.TemporaryDirectory() as libraries:
        with zipfile.ZipFile(ROOT / "profiler-cli/target/profiler.jar") as jar:
            jar.extractall(libraries)
        with postgresql() as store:
            with rabbitmq() as broker:
                check_both_directions(broker, libraries)
                check_collector(broker, store, libraries)
                check_refusals(broker)
                check_docs(broker, store)
        with postgresql() as store, rabbitmq() as broker:
            check_faults(broker, store, libraries)
        with postgresql() as store, rabbitmq() as broker:
            check_throughput(broker, store, libraries)
    finish()


if __name__ == "__main__":
    main()
