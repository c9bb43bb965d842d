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
import subprocess
import tempfile
import urllib.error
import urllib.request

import pymongo
from osprofiler import _utils as osprofiler_utils
from osprofiler import notifier
from osprofiler import profiler as osprofiler

from checks import (
    PROFILER, PROFILER_JAR, ROOT, SERVICE, STORE, check, complete_report, eventually, finish, names_below,
    osprofiler_command, our_command, report_from_both, run, sample, shell_lines, spans)


KEY = "123"
TRACE_ID = re.compile(r"^Trace ID: (\S+)$", re.MULTILINE)


def profile(method, path):
    """Sends a profiled request with our command and gives back its trace id."""
    output = run([*PROFILER, "request", method, SERVICE + path, "--hmac-key", "123"])
    return TRACE_ID.search(output).group(1)


def check_requests():
    trace_ids = []

    @check("a request profiled by our command is shown by osprofiler: wsgi, controller, mongodb_queues_controller")
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
        assert below == ["mongodb_queues_controller"], below

    @check("osprofiler trace list names it, and ours prints the same table")
    def _():
        theirs = osprofiler_command("trace", "list")
        assert trace_ids[0] in theirs
        assert sorted(our_command("trace", "list", "--osprofiler").splitlines()) == sorted(theirs.splitlines())
        with tempfile.TemporaryDirectory() as folder:
            jar = pathlib.Path(folder, "osprofiler.jar")
            jar.symlink_to(PROFILER_JAR)
            launcher = pathlib.Path(folder, "osprofiler")
            launcher.symlink_to(PROFILER[0])
            for command in (["java", "-jar", str(jar)], [str(launcher)]):
                ours = run([*command, "trace", "list", "--connection-string", STORE])
                assert sorted(ours.splitlines()) == sorted(theirs.splitlines())

    @check("in a pipe our trace list names the request, too")
    def _():
        lines = our_command("trace", "list").splitlines()
        assert any(trace_ids[0] in line and "GET /v2/queues" in line for line in lines), lines

    @check("what is told at the end of a request changes no figure of osprofiler's report, also where the request failed")
    def _():
        points = pymongo.MongoClient(STORE).osprofiler.profiler
        for method, path in (("GET", "/v2/queues"), ("PUT", "/v2/queues/cross-check")):
            trace_id = profile(method, path)
            told = complete_report(trace_id)
            (root,) = told["children"]
            manifest = root["info"].pop("meta.raw_payload.wsgi-manifest-stop")["info"]["manifest"]
            assert manifest["spans"] == sum(1 for _ in spans(told)), manifest
            assert manifest["made"] == 2 * manifest["spans"] and not manifest["dropped"], manifest
            assert points.delete_many({"base_id": trace_id, "name": "wsgi-manifest-stop"}).deleted_count == 1
            assert complete_report(trace_id) == told, "the reports differ"

    @check("a request with a wrong key ends with 4 and names no trace")
    def _():
        refused = subprocess.run(
            [*PROFILER, "request", SERVICE + "/v2/queues", "--hmac-key", "124"], capture_output=True, text=True, timeout=120)
        assert refused.returncode == 4 and "Trace ID" not in refused.stdout, refused.stdout
        assert "nothing says that the request was profiled" in refused.stderr, refused.stderr

    @check("our trace show --json is osprofiler's, byte for byte, for each kind of request")
    def _():
        for method, path in [
            ("PUT", "/v2/queues/cross-check"),  # fails: there is no pool
            ("GET", "/v2/queues/cross-check"),
            ("GET", "/v2/queues/cross-check/messages"),
            ("GET", "/v2/pools"),
            ("DELETE", "/v2/queues/cross-check"),
            ("GET", "/v2/nowhere"),
        ]:
            report_from_both(profile(method, path))


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
        (root,) = report_from_both(trace_id)["children"]
        assert names_below(root) == ["rpc", "db"], names_below(root)

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


def check_tokens():
    @check("docs/tokens.md: a token that the page's Python makes has what it names profiled, and nothing else")
    def _():
        (python,) = re.findall(r"^```python\n(.*?)^```", (ROOT / "docs/tokens.md").read_text(), re.MULTILINE | re.DOTALL)
        token = run(["/usr/bin/python3", "-c", python], env={**os.environ, "OS_PROFILE": KEY}).strip()
        for path, accepted in (("/v2/queues", True), ("/v1/queues", False)):
            request = urllib.request.Request(SERVICE + path, headers={"X-Trace-Token": token})
            assert (trace_id_of(request) is not None) == accepted


def trace_id_of(request):
    try:
        with urllib.request.urlopen(request) as response:
            return response.headers["X-Trace-Id"]
    except urllib.error.HTTPError as failure:
        return failure.headers["X-Trace-Id"]


def check_docs():
    """Runs every command of the docs that is not itself a build, in the order of the pages.

    TRACE_ID stands for the request that the page profiled last. What the README sets is set on every page.
    """
    elsewhere = ("collector.md", "smallest-sample.md")  # see messaging_checks.py and smallest_checks.py
    docs = (page for page in (ROOT / "docs").glob("*.md") if page.name not in elsewhere)
    pages = [ROOT / "README.md", *sorted(docs)]
    settings = ["shopt -s expand_aliases"]
    trace_id = profile("GET", "/v2/queues")
    complete = set()
    for page in pages:
        own = settings if page == pages[0] else [*settings]
        for command in shell_lines(page):
            if command.startswith(("alias ", "export ")):
                own.append(command)
            elif not command.startswith("./mvnw "):
                if "TRACE_ID" in command and trace_id not in complete:
                    complete_report(trace_id)
                    complete.add(trace_id)
                trace_id = check_docs_command(page, own, command.replace("TRACE_ID", trace_id)) or trace_id


def check_docs_command(page, settings, command):
    """Runs a command of a page, and gives back the id of the trace that it made, if it made one."""
    if "-jar verification/benchmarks/" in command:
        command += " -f 0 -wi 1 -i 1 -w 100ms -r 100ms"
    short = "-Dvariants=3 -Drounds=1 -DwarmUpSeconds=1 -Dseconds=1 -DwarmUpRounds=1 -Dbatches=1 -Dspans=100 -DrequestsPerSecond=100"
    command = command.replace("-cp verification/benchmarks/", f"{short} -cp verification/benchmarks/")
    traces = []

    @check(f"{page.relative_to(ROOT)}: {command}")
    def _():
        with tempfile.TemporaryDirectory() as folder:
            for built in ("profiler-cli", "sample-app", "verification"):
                os.symlink(ROOT / built, pathlib.Path(folder) / built)
            shutil.copytree(ROOT / "docs", pathlib.Path(folder) / "docs")
            script = "\n".join([*settings, command])
            completed = subprocess.run(
                ["bash", "-euo", "pipefail", "-c", script], cwd=folder, timeout=300, capture_output=True, text=True)
            assert completed.returncode == 0, completed.stderr or completed.stdout
            assert not re.search(r"^HTTP/\S+ [45]", completed.stdout, re.MULTILINE), completed.stdout
            traces.extend(TRACE_ID.findall(completed.stdout + completed.stderr))

    return traces[0] if traces else None


def main():
    with sample():
        check_requests()
        check_what_python_wrote()
        check_headers()
        check_tokens()
        check_docs()
    finish()


if __name__ == "__main__":
    main()
