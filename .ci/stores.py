"""What the checks of stores share: one trace written by OSprofiler's library, one by ours."""

import contextlib
import json
import socket
import tempfile
import time
import zipfile

from osprofiler import notifier
from osprofiler import profiler as osprofiler

from checks import JAVA, MEASURING, PROFILER, ROOT, run


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def our_report(trace_id, store):
    return json.loads(run([*PROFILER, "trace", "show", "--json", trace_id, "--connection-string", store]))


def write_with_python(driver):
    notifier.set(driver.notify)
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


@contextlib.contextmanager
def libraries():
    """The folder of the built command's libraries."""
    with tempfile.TemporaryDirectory() as folder:
        with zipfile.ZipFile(ROOT / "profiler-cli/target/profiler.jar") as jar:
            jar.extractall(folder, [name for name in jar.namelist() if name.startswith("BOOT-INF/lib/")])
        yield f"{folder}/BOOT-INF/lib"


def publish(store, library_folder, points):
    """The command that stores so many points."""
    return [*(["java"] if MEASURING else JAVA), "-cp", f"{library_folder}/*", ".ci/PublishPoints.java", store, str(points)]


def write_with_java(store, library_folder):
    return run([*JAVA, "-cp", f"{library_folder}/*", ".ci/WriteTrace.java", store]).strip()
