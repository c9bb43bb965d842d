#!/usr/bin/python3
"""Checks that both samples are traced after Spring's processing ahead of time as they are without it.

Processes what `./mvnw verify` has built as `spring-boot:process-aot` does, but in folders of its own, and starts it on free
ports.
"""

import contextlib
import json
import pathlib
import re
import shlex
import socket
import tempfile

from checks import JAVA, PROFILER, ROOT, check, eventually, finish, run, service, spans
from smallest_checks import TREE

PROCESSOR = "org.springframework.boot.SpringApplicationAotProcessor"


class Sample:
    """One of them: where its jar is, its class, and what it is asked for."""

    def __init__(self, name, jar, main, path, key):
        self.name, self.jar, self.main, self.path, self.key = name, ROOT / jar, main, path, key

    def process(self, folder):
        """The class path to start it by, with what was made ahead of time before the rest."""
        run([*JAVA, "-Djarmode=tools", "-jar", str(self.jar), "extract", "--destination", str(folder / "extracted")])
        libraries = f"{folder / 'extracted' / self.jar.name}:{folder / 'extracted' / 'lib'}/*"
        made = {kind: str(folder / kind) for kind in ("sources", "resources", "classes")}
        run([*JAVA, "-cp", libraries, PROCESSOR, self.main, *made.values(), "com.example", self.name])
        (folder / "files").write_text("\n".join(map(str, (folder / "sources").rglob("*.java"))))
        run(["javac", "-J-XX:TieredStopAtLevel=1", "-nowarn", "-proc:none", "-cp", f"{made['classes']}:{libraries}",
             "-d", made["classes"], f"@{folder / 'files'}"])
        return f"{made['classes']}:{made['resources']}:{libraries}"

    @contextlib.contextmanager
    def started(self, class_path, port, arguments, environment):
        command = [*JAVA, "-Dspring.aot.enabled=true", "-cp", class_path, self.main,
                   f"--server.port={port}", *arguments]
        url = f"http://127.0.0.1:{port}{self.path}"
        with service("exec " + shlex.join(command), url, environment=environment):
            yield url

    def tree(self, url, store):
        """Of a request that is profiled, by our command."""
        requested = run([*PROFILER, "request", url, "--hmac-key", self.key])
        trace_id = re.search(r"^Trace ID: (\S+)$", requested, re.MULTILINE).group(1)

        def shown():
            report = json.loads(run([*PROFILER, "trace", "show", "--json", trace_id, "--connection-string", store]))
            found = list(spans(report))
            assert found and all("exception" in span["info"] for span in found), f"{len(found)} spans, not all ended"
            return [span["info"]["name"] for span in found]

        return eventually(shown)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def check_sample(sample, expected, store, arguments=(), environment=None):
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        where = store.format(folder=folder)

        @check(f"{sample.name}, processed ahead of time, is traced: {', '.join(expected)}")
        def _():
            class_path = sample.process(folder)
            assert any((folder / "sources").rglob("*__ApplicationContextInitializer.java")), "nothing was processed"
            started = sample.started(
                class_path, free_port(), [argument.format(folder=folder, store=where) for argument in arguments],
                {key: value.format(folder=folder) for key, value in (environment or {}).items()})
            with started as url:
                assert sample.tree(url, where) == expected, sample.tree(url, where)


def main():
    check_sample(
        Sample("smallest-sample", "smallest-sample/target/smallest-sample-0.1.0-SNAPSHOT.jar",
               "com.example.SmallestSample", "/channels/news/messages", "only-for-the-sample"),
        [re.match(r"\S+", line).group() for line in TREE],
        "sqlite:///{folder}/traces.db",
        ["--profiler.connection-string={store}"])
    port = free_port()
    check_sample(
        Sample("sample-app", "sample-app/target/sample-app.jar", "io.profiler.sample.SampleApplication", "/v2/queues",
               "123"),
        ["wsgi", "controller", "mongodb_queues_controller", "db"],
        f"mongodb://localhost:{port}",
        [f"--sample.mongodb.port={port}"],
        {"SAMPLE_MONGODB_FILE": "{folder}/sample.mv"})
    finish()


if __name__ == "__main__":
    main()
