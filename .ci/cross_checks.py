#!/usr/bin/python3
"""Checks the built project against the real OSprofiler, in both directions, and runs the commands of the docs.

Starts the sample with the README's command on its default ports, which have to be free.
"""

import base64
import contextlib
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
import urllib.request

from osprofiler import _utils as osprofiler_utils
from osprofiler import profiler as osprofiler
from osprofiler import notifier

ROOT = pathlib.Path(__file__).resolve().parent.parent
SERVICE = "http://127.0.0.1:8888"
STORE = "mongodb://localhost:27017"
PROFILER = ["java", "-jar", str(ROOT / "profiler-cli/target/profiler.jar")]
START_TIMEOUT_SECONDS = 300

results = []


def check(name):
    """Runs the decorated function at once and remembers how it ended."""

    def run(function):
        try:
            function()
            results.append(True)
            print(f"ok      {name}", flush=True)
        except Exception as error:  # a check that fails must not keep the others from running
            results.append(False)
            print(f"FAILED  {name}\n        {type(error).__name__}: {error}", flush=True)
        return function

    return run


def run(command, **options):
    completed = subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, timeout=120, **options)
    if completed.returncode != 0:
        raise AssertionError(f"{command} exited with {completed.returncode}: {completed.stderr or completed.stdout}")
    return completed.stdout


def osprofiler_command(*arguments):
    return run(["/usr/bin/osprofiler", *arguments, "--connection-string", STORE])


def our_command(*arguments):
    return run([*PROFILER, *arguments, "--connection-string", STORE])


def profile(method, path):
    """Sends a profiled request with our command and gives back its trace id."""
    output = run([*PROFILER, "request", method, SERVICE + path, "--hmac-key", "123"])
    return re.search(r"^Trace ID: (\S+)$", output, re.MULTILINE).group(1)


def eventually(function, seconds=10):
    """The result of a function, once it no longer fails: points are stored soon after the response."""
    deadline = time.monotonic() + seconds
    while True:
        try:
            return function()
        except Exception:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.2)


def complete_report(trace_id):
    def report():
        shown = json.loads(osprofiler_command("trace", "show", "--json", trace_id))
        assert all("exception" in span["info"] for span in spans(shown)), "a span without a stop"
        return shown

    return eventually(report)


def spans(node):
    for child in node["children"]:
        yield child
        yield from spans(child)


def names_below(span):
    return [child["info"]["name"] for child in span["children"]]


@contextlib.contextmanager
def sample():
    """The sample, started as the README says."""
    for port in (8888, 27017):
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                sys.exit(f"port {port} is taken; the cross-checks need it")
    command = readme_command("spring-boot:run")
    log = tempfile.NamedTemporaryFile("w+", suffix=".log", delete=False)
    process = subprocess.Popen(
        command, shell=True, cwd=ROOT, stdout=log, stderr=subprocess.STDOUT, start_new_session=True)
    try:
        wait_for_sample(process, log)
        yield
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait(60)


def wait_for_sample(process, log):
    deadline = time.monotonic() + START_TIMEOUT_SECONDS
    while time.monotonic() < deadline:
        with contextlib.suppress(OSError):
            with urllib.request.urlopen(SERVICE + "/v2/queues", timeout=5):
                return
        if process.poll() is not None:
            break
        time.sleep(0.5)
    sys.exit("the sample does not start:\n" + pathlib.Path(log.name).read_text())


def readme_command(part):
    for line in shell_lines(ROOT / "README.md"):
        if part in line:
            return line
    sys.exit(f"the README has no command with '{part}'")


def shell_lines(page):
    """Commands in the sh blocks of a page, without their comments."""
    for block in re.findall(r"^```sh\n(.*?)^```", page.read_text(), re.MULTILINE | re.DOTALL):
        joined = block.replace("\\\n", " ")
        for line in joined.splitlines():
            command = re.sub(r"\s+#.*$", "", line).strip()
            if command and not command.startswith("#"):
                yield command


def check_requests():
    trace_ids = []

    @check("a request profiled by our command is shown by osprofiler: wsgi, controller, management_store")
    def _():
        trace_id = profile("GET", "/v2/queues")
        trace_ids.append(trace_id)
        report = complete_report(trace_id)
        (root,) = report["children"]
        request = root["info"]["meta.raw_payload.wsgi-start"]["info"]["request"]
        assert root["info"]["name"] == "wsgi", root["info"]["name"]
        assert (request["method"], request["path"]) == ("GET", "/v2/queues"), request
        assert names_below(root) == ["controller"], names_below(root)
        below = names_below(root["children"][0])
        assert below and set(below) == {"management_store"}, below

    @check("osprofiler trace list names it, and ours prints the same table")
    def _():
        theirs = osprofiler_command("trace", "list")
        assert trace_ids[0] in theirs
        assert sorted(our_command("trace", "list").splitlines()) == sorted(theirs.splitlines())

    @check("our trace show --json is osprofiler's, byte for byte, for each kind of request")
    def _():
        profile("PUT", "/v2/pools/cross-check")
        for method, path in [
            ("PUT", "/v2/queues/cross-check"),
            ("GET", "/v2/queues/cross-check"),
            ("GET", "/v2/queues/cross-check/messages"),
            ("GET", "/v2/pools"),
            ("DELETE", "/v2/queues/cross-check"),
            ("GET", "/v2/nowhere"),
        ]:
            trace_id = profile(method, path)
            complete_report(trace_id)
            theirs = osprofiler_command("trace", "show", "--json", trace_id)
            assert our_command("trace", "show", "--json", trace_id) == theirs, f"{method} {path}"


def check_what_python_wrote():
    @check("we read what Python's library wrote, and show it as osprofiler does")
    def _():
        notifier.set(notifier.create(STORE, project="demo", service="python"))
        profiler = osprofiler.init("123")
        with osprofiler.Trace("wsgi", info={"request": {"path": "/ž", "method": "GET", "query": "", "scheme": "http"}}):
            with osprofiler.Trace("rpc", info={"nested": {"list": [1, 2.5, None, True], "text": "\u202e\u0001"}}):
                pass
            with contextlib.suppress(ValueError), osprofiler.Trace("db"):
                raise ValueError("boom")
        trace_id = profiler.get_base_id()
        osprofiler.clean()
        theirs = osprofiler_command("trace", "show", "--json", trace_id)
        assert "boom" in theirs
        assert our_command("trace", "show", "--json", trace_id) == theirs

    @check("spans of Python and Java join one trace")
    def _():
        profiler = osprofiler.init("123")
        with osprofiler.Trace("wsgi"):
            from osprofiler import web
            headers = {name: text(value) for name, value in web.get_trace_id_headers().items()}
            request = urllib.request.Request(SERVICE + "/v2/queues", headers=headers)
            with urllib.request.urlopen(request) as response:
                assert response.headers["X-Trace-Id"] == profiler.get_base_id()
        osprofiler.clean()

        def joined():
            (root,) = json.loads(osprofiler_command("trace", "show", "--json", profiler.get_base_id()))["children"]
            assert root["info"]["service"] == "python" and names_below(root) == ["wsgi"], root["info"]
            assert names_below(root["children"][0]) == ["controller"]

        eventually(joined)


def text(value):
    return value.decode() if isinstance(value, bytes) else value


def check_headers():
    @check("a header that Python signed is accepted, one with another key is not")
    def _():
        for key, accepted in (("123", True), ("124", False)):
            data = {"base_id": "11111111-2222-4333-8444-555555555555", "parent_id": "p"}
            info, hmac = osprofiler_utils.signed_pack(data, key)
            request = urllib.request.Request(
                SERVICE + "/v2/queues", headers={"X-Trace-Info": text(info), "X-Trace-HMAC": hmac})
            with urllib.request.urlopen(request) as response:
                assert (response.headers["X-Trace-Id"] == data["base_id"]) == accepted

    @check("a header that we sign is accepted by Python's signed_unpack")
    def _():
        lines = run([*PROFILER, "headers", "--hmac-key", "123"]).splitlines()
        headers = dict(line.split(": ", 1) for line in lines if ": " in line)
        unpacked = osprofiler_utils.signed_unpack(headers["X-Trace-Info"], headers["X-Trace-HMAC"], ["other", "123"])
        assert unpacked["hmac_key"] == "123" and set(unpacked) == {"base_id", "parent_id", "hmac_key"}
        assert json.loads(base64.urlsafe_b64decode(headers["X-Trace-Info"]))["base_id"] == unpacked["base_id"]


def check_docs():
    """Runs every command of the docs that is not itself a build, in the order of the pages."""
    pages = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
    settings = ["shopt -s expand_aliases"]
    trace_id = profile("GET", "/v2/queues")
    complete_report(trace_id)
    for page in pages:
        for command in shell_lines(page):
            if command.startswith(("alias ", "export ")):
                settings.append(command)
            elif not command.startswith("./mvnw "):
                check_docs_command(page, settings, command.replace("TRACE_ID", trace_id))


def check_docs_command(page, settings, command):
    if "benchmarks.jar" in command:
        command += " -f 1 -wi 1 -i 1 -w 100ms -r 100ms"

    @check(f"{page.relative_to(ROOT)}: {command}")
    def _():
        with tempfile.TemporaryDirectory() as folder:
            for built in ("profiler-cli", "sample-app", "benchmarks"):
                os.symlink(ROOT / built, pathlib.Path(folder) / built)
            shutil.copytree(ROOT / "docs", pathlib.Path(folder) / "docs")
            script = "\n".join([*settings, command])
            completed = subprocess.run(
                ["bash", "-euo", "pipefail", "-c", script], cwd=folder, timeout=120, capture_output=True, text=True)
            assert completed.returncode == 0, completed.stderr or completed.stdout


def main():
    with sample():
        check_requests()
        check_what_python_wrote()
        check_headers()
        check_docs()
    failed = results.count(False)
    print(f"{results.count(True)} passed, {failed} failed")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
