"""What the checks against real clients share: the sample, both commands, and a list of what passed."""

import contextlib
import json
import os
import pathlib
import re
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.parse
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parent.parent
SERVICE = "http://127.0.0.1:8888"
STORE = "mongodb://localhost:27017"
PROFILER = [str(ROOT / "profiler-cli/target/profiler/bin/profiler")]
PROFILER_JAR = ROOT / "profiler-cli/target/profiler.jar"
# Of programs that end before their code is worth compiling further.
JAVA = ["java", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"]
START_TIMEOUT_SECONDS = 300

# What is measured for the docs, and no check of anything, is left out unless it is asked for.
MEASURING = "measure" in sys.argv[1:]

results = []


def check(name):
    """Runs the decorated function at once and remembers how it ended."""

    def run(function):
        began = time.monotonic()
        try:
            function()
            results.append(True)
            print(f"ok      {name} ({time.monotonic() - began:.0f} s)", flush=True)
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
    """The report of a trace by osprofiler, once every span in it has stopped."""
    return json.loads(eventually(lambda: complete_json(trace_id)))


def report_from_both(trace_id):
    """The complete report of a trace, whose JSON has to be the same from both commands, byte for byte."""

    def same():
        theirs = complete_json(trace_id)
        assert our_command("trace", "show", "--json", trace_id) == theirs, f"the reports of {trace_id} differ"
        return theirs

    return json.loads(eventually(same))


def complete_json(trace_id):
    return complete(osprofiler_command("trace", "show", "--json", trace_id))


def our_complete_report(trace_id):
    return json.loads(complete(our_command("trace", "show", "--json", trace_id)))


def complete(shown):
    assert all("exception" in span["info"] for span in spans(json.loads(shown))), "a span without a stop"
    return shown


def spans(node):
    for child in node["children"]:
        yield child
        yield from spans(child)


def names_below(span):
    return [child["info"]["name"] for child in span["children"]]


@contextlib.contextmanager
def sample():
    """The sample, started as the README says, on a database of its own."""
    command = readme_command("spring-boot:run")
    with tempfile.TemporaryDirectory() as folder:
        environment = {"SAMPLE_MONGODB_FILE": folder + "/sample.mv"}
        with service(command, SERVICE + "/v2/queues", 27017, environment=environment):
            yield


@contextlib.contextmanager
def service(command, url, *other_ports, environment=None):
    """What a command serves, once it answers at the URL."""
    for port in (urllib.parse.urlsplit(url).port, *other_ports):
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                sys.exit(f"port {port} is taken; the checks need it")
    with tempfile.NamedTemporaryFile() as log:
        process = subprocess.Popen(
            command, shell=True, cwd=ROOT, env=os.environ | (environment or {}), stdout=log, stderr=subprocess.STDOUT,
            start_new_session=True)
        try:
            wait_for_service(process, url, pathlib.Path(log.name))
            yield
        finally:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGTERM)
            process.wait(60)


def wait_for_service(process, url, log):
    deadline = time.monotonic() + START_TIMEOUT_SECONDS
    while time.monotonic() < deadline:
        with contextlib.suppress(OSError):
            with urllib.request.urlopen(url, timeout=5):
                return
        if process.poll() is not None:
            break
        time.sleep(0.5)
    sys.exit(f"{url} is not served:\n{log.read_text()}")


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


def finish():
    failed = results.count(False)
    print(f"{results.count(True)} passed, {failed} failed")
    sys.exit(1 if failed else 0)
