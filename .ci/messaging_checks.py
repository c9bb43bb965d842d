#!/usr/bin/python3
"""Checks the queue and the collector against RabbitMQ and OSprofiler's messaging driver, in both directions.

Starts RabbitMQ and PostgreSQL as plain processes, with their data in temporary folders.
"""

import contextlib
import json
import logging
import os
import shlex
import signal
import subprocess
import tempfile
import time
import zipfile
from urllib.parse import urlsplit

import amqp
import bson
import psycopg2
from osprofiler import notifier

from certificates import trusting
from checks import (
    JAVA, MEASURING, PROFILER, PROFILER_JAR, ROOT, check, eventually, finish, names_below, run, shell_lines)
from programs import Program, until_more_than
from rabbitmq_server import rabbitmq, slow_way_to
from sql_checks import postgresql
from stores import trace_with_python

POINTS = 200_000 if MEASURING else 100_000
MEASURED_POINTS = 50_000
KILLS = 10
RECORDED = ROOT / "verification/recordings/src/main/resources/conformance/traces"
DURABLE = "?amqp_durable_queues=true"


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
    return [*(["java"] if MEASURING else JAVA), "-cp", f"{libraries}/BOOT-INF/classes:{libraries}/BOOT-INF/lib/*"]


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
        until_more_than(1_000, lambda: stored_in(store), broker, collector)
        collector.process.send_signal(signal.SIGTERM)
        ended, output = collector.process.wait(60), collector.output()
        assert ended == 0 and output.startswith("Collected "), (ended, output)
        told = int(output.split()[1])
        assert told + broker.waiting()["profiler.info"] == 20_000, (output, broker.waiting())

    @check("collector: a store that is away is told of at once; what waits stays in the queue")
    def _():
        waiting = broker.waiting()["profiler.info"]
        assert waiting > 0, waiting
        with start_collector(broker.url, "redis://:geheim@127.0.0.1:1") as collector:
            line = eventually(lambda: collector.output().splitlines()[0], seconds=60)
            assert line.startswith("profiler: redis://***@127.0.0.1:1 does not answer"), line
            assert line.endswith("; what arrives waits in the queue meanwhile"), line
            collector.process.send_signal(signal.SIGTERM)
            assert collector.process.wait(90) == 0, str(collector)
        assert broker.waiting()["profiler.info"] == waiting, (broker.waiting(), waiting)

    @check("collector: on a terminal it shows how far it is")
    def _():
        with_java("PublishPoints", libraries, broker.url, "20000")
        command = [*PROFILER, "collect", "--transport-url", broker.url, "--connection-string", store, "--until-empty"]
        shown = run(["script", "-qec", shlex.join(command), "/dev/null"])
        assert " points/s, " in shown and " waiting" in shown and "Collected " in shown, shown

    @check("collector: a broker and its answers may take seconds, as on a busy machine")
    def _():
        with_java("PublishPoints", libraries, broker.url, "1000")
        with slow_way_to(broker.port, seconds=6) as port:
            slow = broker.url.replace(str(broker.port), str(port))
            ours("collect", "--transport-url", slow, "--connection-string", store, "--until-empty")
        assert broker.waiting()["profiler.info"] == 0, broker.waiting()


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


def check_large_points(broker, store, libraries):
    @check("messaging: a point that RabbitMQ finds too large does not take the others with it")
    def _():
        told = with_java("WriteLargePoint", libraries, broker.url, "1000000")
        assert told == "999 stored, 1 rejected", told[:200]
        collected = ours("collect", "--transport-url", broker.url, "--connection-string", store, "--until-empty")
        kept = query(store, "SELECT count(*), count(DISTINCT trace_id) FROM data WHERE base_id = 'large'")
        assert kept == (999, 999), (kept, collected)


def publish_large(broker, messages, size):
    address = urlsplit(broker.url)
    with amqp.Connection(f"{address.hostname}:{address.port}", address.username, address.password) as connection:
        channel = connection.channel()
        for _ in range(messages):
            channel.basic_publish(amqp.Message(b"x" * size), exchange="openstack", routing_key="profiler.info")


def check_flood_of_large_messages(broker, store, libraries):
    @check("collector: 60 messages of 8 MB harm none of 64 MB, and become dead letters with an age and a count")
    def _():
        with_java("PublishPoints", libraries, broker.url, "10")
        publish_large(broker, 60, 8 << 20)
        with_java("PublishPoints", libraries, broker.url, "10")
        before = broker.waiting().get("profiler.dead-letter", 0)
        collected = run(["java", "-Xmx64m", "-jar", str(PROFILER_JAR), "collect", "--transport-url", broker.url,
                         "--connection-string", store, "--until-empty"])
        assert "60 dead letters" in collected, collected
        assert broker.waiting()["profiler.dead-letter"] == before + 60, broker.waiting()
        arguments = broker.control("list_queues", "name", "arguments")
        bounds = next(line for line in arguments.splitlines() if line.startswith("profiler.dead-letter"))
        assert "x-message-ttl" in bounds and "x-max-length" in bounds, bounds


def check_kinds_of_broker(broker, store, libraries):
    @check("messaging: a replicated queue is declared, filled and collected")
    def _():
        replicated = broker.virtual_host("replicated") + "?rabbit_quorum_queue=true"
        with_java("PublishPoints", libraries, replicated, "1000")
        collected = ours("collect", "--transport-url", replicated, "--connection-string", store, "--until-empty")
        assert "Collected 1000 trace points" in collected, collected

    @check("messaging: by TLS, and no further than a certificate that is not trusted")
    def _():
        run(["java", *trusting(broker.certificate), "-jar", str(PROFILER_JAR), "trace", "list",
             "--connection-string", broker.tls_url])
        line = ours_fails("trace", "list", "--connection-string", broker.tls_url)
        assert "unable to find valid certification path" in line and "guest" not in line, line


def check_alarm(broker, store, libraries, resource, limit, too_high, usual):
    @check(f"messaging: while RabbitMQ is short of {resource} points wait, and a line says what it is short of")
    def _():
        broker.control(limit, *too_high)
        with Program("publisher", [*java(libraries), ".ci/PublishPoints.java", broker.url, "1000"]) as publisher:
            try:
                told = subprocess.run(
                    [*PROFILER, "doctor", "--connection-string", broker.url], capture_output=True, text=True, timeout=120)
                (failed,) = [line for line in told.stdout.splitlines() if line.startswith("FAILED  write")]
                assert f"it takes nothing now: low on {resource}" in failed, told
                assert publisher.process.poll() is None, str(publisher)
            finally:
                broker.control(limit, *usual)
            assert publisher.process.wait(60) == 0, str(publisher)
        ours("collect", "--transport-url", broker.url, "--connection-string", store, "--until-empty")


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


def check_throughput(broker, store, libraries, collectors):
    @check(f"collector: how fast {collectors} at a time are, and how large a point is")
    def _():
        published = with_java("PublishPoints", libraries, broker.url + DURABLE, str(MEASURED_POINTS))
        running = [start_collector(broker.url + DURABLE, store) for _ in range(collectors)]
        first, began = until_more_than(0, lambda: stored_in(store), broker, *running), time.monotonic()
        until_more_than(MEASURED_POINTS - 1, lambda: stored_in(store), broker, *running)
        seconds = time.monotonic() - began
        busy = sum(processor_seconds(collector) for collector in running)
        (size,) = query(store, "SELECT pg_total_relation_size('data') / count(*) FROM data")
        print(f"        published {published}; collected {(MEASURED_POINTS - first) / seconds:,.0f} points/s,"
              f" {MEASURED_POINTS / busy:,.0f} a second of processor time, start included;"
              f" {size} bytes a point in PostgreSQL, with its indexes")


def processor_seconds(collector):
    """Of its whole life, which ends now."""
    collector.process.terminate()
    _, _, usage = os.wait4(collector.process.pid, 0)
    return usage.ru_utime + usage.ru_stime


def check_size_in_mongodb():
    @check("store: how large a point is as a MongoDB document")
    def _():
        traces = (json.loads(path.read_text()) for path in RECORDED.glob("zaqar-*/docs.json"))
        sizes = [len(bson.encode(point | {"_id": f"{point['trace_id']}:{point['name']}"})) for points in traces for point in points]
        print(f"        {len(sizes)} recorded points of Zaqar, {sum(sizes) / len(sizes):.0f} bytes each, not compressed")


def start_collector(url, store):
    return Program("collector", [*PROFILER, "collect", "--transport-url", url, "--connection-string", store])


def query(store, statement):
    """The one row that it answers with."""
    where = store.replace("postgresql+psycopg2", "postgresql")
    with contextlib.closing(psycopg2.connect(where)) as connection, connection.cursor() as cursor:
        cursor.execute(statement)
        return cursor.fetchone()


def stored_in(store):
    """A collector makes the table with its first points."""
    (there,) = query(store, "SELECT to_regclass('data') IS NOT NULL")
    return query(store, "SELECT count(*) FROM data")[0] if there else 0


def check_faults(broker, store, libraries):
    @check(f"collector: {POINTS:,} points, {KILLS} kills, 2 restarts of RabbitMQ: each point exactly once in the store")
    def _():
        began = time.monotonic()
        url = broker.url + DURABLE
        publisher = Program("publisher", [*java(libraries), ".ci/PublishPoints.java", url, str(POINTS)])
        for kill in range(1, KILLS + 1):
            collector = start_collector(url, store)
            try:
                wanted = kill * POINTS // (KILLS + 2)
                until_more_than(wanted, lambda: stored_in(store), broker, collector, publisher)
                if kill in (3, 7):
                    broker.restart()
            finally:
                collector.kill()
        assert publisher.process.wait(240) == 0, str(publisher)
        ours("collect", "--transport-url", url, "--connection-string", store, "--until-empty")
        rows = query(store, "SELECT count(*), count(DISTINCT trace_id || data) FROM data")
        complete = query(store, "SELECT count(*) FROM (SELECT 1 FROM data GROUP BY trace_id HAVING count(*) = 2) spans")
        assert rows == (POINTS, POINTS) and complete == (POINTS // 2,), (rows, complete, broker.waiting())
        assert not any(broker.waiting().values()), broker.waiting()
        print(f"        published {publisher.output().strip()}; all in {time.monotonic() - began:.0f} s")


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
                check_large_points(broker, store, libraries)
                check_kinds_of_broker(broker, store, libraries)
                check_alarm(
                    broker, store, libraries, "memory", "set_vm_memory_high_watermark", ["absolute", "1"], ["0.6"])
                check_alarm(broker, store, libraries, "disk", "set_disk_free_limit", ["1000000GB"], ["50MB"])
                check_docs(broker, store)
        with postgresql() as store, rabbitmq(largest=16 << 20) as broker:
            check_flood_of_large_messages(broker, store, libraries)
        with postgresql() as store, rabbitmq() as broker:
            check_faults(broker, store, libraries)
        for collectors in (1, 2) if MEASURING else ():
            with postgresql() as store, rabbitmq() as broker:
                check_throughput(broker, store, libraries, collectors)
    if MEASURING:
        check_size_in_mongodb()
    finish()


if __name__ == "__main__":
    main()
