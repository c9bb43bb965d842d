#!/usr/bin/python3
"""Checks that the real osprofiler shows a trace with looks, with what the JVM knows, and with methods by name as spans, and
passes over the points that tell of them; all of it beside an agent that listens to the JVM, too.

Methods are spans where NEWEST_JAVA_HOME names a Java that tells them.
"""

import contextlib
import copy
import json
import os
import re
import socket

import redis as redis_client

from checks import PROFILER, ROOT, check, eventually, finish, run, spans
from programs import Program
from redis_server import redis
from stores import free_port

KEY = "of the shop's owner"
JAR = ROOT / "verification/shop/target/shop.jar"
NEWEST_JAVA_HOME = os.environ.get("NEWEST_JAVA_HOME")
AGENT = ROOT / "verification/application/target/opentelemetry-javaagent.jar"
LISTENING_AGENT = [
    f"-javaagent:{AGENT}", "-Dotel.traces.exporter=none", "-Dotel.logs.exporter=none", "-Dotel.metrics.exporter=console",
    "-Dotel.instrumentation.runtime-telemetry.experimental.jfr-metrics.included=*"]
METHOD = "com.example.stock.Level.<init>"
START_SECONDS = 300
LATE_SECONDS = 60
MOST_REQUESTS = 20
TOLD = re.compile(r"^meta\.raw_payload\..*-(manifest|jvm-manifest|methods-manifest)-stop$")


@contextlib.contextmanager
def stock(store):
    """A service that is looked at whenever it is profiled, beside an agent: its address, and the program."""
    port = free_port()
    java = f"{NEWEST_JAVA_HOME}/bin/java" if NEWEST_JAVA_HOME else "java"
    command = [
        java, "-XX:TieredStopAtLevel=1", *LISTENING_AGENT, "-jar", str(JAR), "stock",
        f"--server.port={port}", "--server.address=127.0.0.1",
        "--profiler.enabled=true", f"--profiler.hmac-keys={KEY}", f"--profiler.connection-string={store}",
        "--profiler.trace-wsgi-transport=true", "--profiler.samples.always=true", "--profiler.samples.every=5ms",
        "--profiler.jvm-events=true",
        *(["--profiler.trace-methods=com.example.stock.Level::<init>"] if NEWEST_JAVA_HOME else [])]
    with Program("stock", command) as program:
        eventually(lambda: socket.create_connection(("127.0.0.1", port)).close(), seconds=START_SECONDS)
        yield f"http://127.0.0.1:{port}", program


def profile(service):
    output = run([*PROFILER, "request", f"{service}/stock/apple", "--hmac-key", KEY])
    return re.search(r"^Trace ID: (\S+)$", output, re.MULTILINE).group(1)


def shown_by(command, trace_id, store):
    return run([*command, "trace", "show", "--json", trace_id, "--connection-string", store])


def told_in(report):
    """What the later points and the end of the request tell, by their members."""
    told = {}
    for span in spans(report):
        for name, payload in span["info"].items():
            if name.startswith("meta.raw_payload."):
                told |= {member: payload["info"][member] for member in ("samples", "jvm", "methods") if member in payload["info"]}
    return told


def all_told(trace_id, store):
    """The report of osprofiler, once everything is in it that comes late."""
    report = json.loads(shown_by(["/usr/bin/osprofiler"], trace_id, store))
    told = told_in(report)
    assert {"samples", "jvm"} <= told.keys() and ("methods" in told or not NEWEST_JAVA_HOME), told.keys()
    return report


def whole_trace(service, store):
    """A trace of which everything was heard: the first request may be over before anybody listens."""
    for _ in range(MOST_REQUESTS):
        trace_id = profile(service)
        told = told_in(eventually(lambda: all_told(trace_id, store), seconds=LATE_SECONDS))
        heard = [told["jvm"], told.get("methods", {"whole": True})]
        if told["samples"]["taken"] and all(part["whole"] for part in heard):
            return trace_id
    raise AssertionError(f"none of {MOST_REQUESTS} requests was told of whole")


def without_told(report):
    """A copy without the points that osprofiler has to pass over, and how many those are."""
    rest = copy.deepcopy(report)
    count = 0
    for span in spans(rest):
        for name in [name for name in span["info"] if TOLD.match(name)]:
            del span["info"][name]
            count += 1
    return rest, count


def delete_told(trace_id, store):
    """Deletes these points from the store, and says how many there were."""
    server = redis_client.from_url(store)
    key = f"osprofiler_opt:{trace_id}"
    points = [point for point in server.lrange(key, 0, -1) if json.loads(point)["name"].endswith("manifest-stop")]
    return sum(server.lrem(key, 0, point) for point in points)


def recordings(jcmd, pid):
    """The agent's, and ours: of events, and where methods are told, of them."""
    listed = run([jcmd, str(pid), "JFR.check"])
    assert len(re.findall(r"^Recording ", listed, re.MULTILINE)) >= (3 if NEWEST_JAVA_HOME else 2), listed


def main():
    with redis() as (store, *_), stock(store) as (service, program):
        traces = []

        @check("osprofiler shows a trace with looks, what the JVM knows, and methods by name, as our command does")
        def _():
            trace_id = whole_trace(service, store)
            report = all_told(trace_id, store)
            assert shown_by(PROFILER, trace_id, store) == shown_by(["/usr/bin/osprofiler"], trace_id, store), "the reports differ"
            assert all(span["info"]["exception"] == "None" for span in spans(report)), "a span without a stop, or with an error"
            (root,) = report["children"]
            assert root["info"]["name"] == "wsgi", root["info"]["name"]
            methods = [span for span in spans(report) if span["info"]["name"] == "method"]
            functions = [span["info"]["meta.raw_payload.method-start"]["info"]["function"]["name"] for span in methods]
            assert functions == ([METHOD] if NEWEST_JAVA_HOME else []), functions
            assert not methods or methods[0] in root["children"][0]["children"], "the method is not below its controller"
            traces.append(trace_id)

        @check("what is told of looks, of the JVM and of methods changes no figure of osprofiler's report")
        def _():
            (trace_id,) = traces
            told = all_told(trace_id, store)
            expected, count = without_told(told)
            assert count >= (3 if NEWEST_JAVA_HOME else 2), count
            assert delete_told(trace_id, store) == count
            assert json.loads(shown_by(["/usr/bin/osprofiler"], trace_id, store)) == expected, "the reports differ"

        @check("an agent that listens to the JVM's flight recorder as well does so, and nobody complains")
        def _():
            profile(service)
            jcmd = f"{NEWEST_JAVA_HOME}/bin/jcmd" if NEWEST_JAVA_HOME else "jcmd"
            eventually(lambda: recordings(jcmd, program.process.pid), seconds=LATE_SECONDS)
            lines = [line for line in program.output().splitlines() if re.search(r"Exception|\b(WARN|ERROR)\b.*profiler", line)]
            assert not lines, lines

    finish()


if __name__ == "__main__":
    main()
