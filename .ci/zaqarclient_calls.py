"""Checks that the sample answers Zaqar's Python library as Zaqar did: the recorded calls are made again, and each has to
end as recorded, except for ids and times."""

import json
import re

from osprofiler import profiler
from zaqarclient.queues import client as zaqarclient

from checks import ROOT, SERVICE, check, report_from_both

RECORDINGS = ROOT / "sample-app/src/test/resources/conformance/http/zaqarclient"
CLIENT_ID = "3381af92-2b9e-11e3-b191-71861300734c"
QUEUES = "[x._name for x in client.queues()[0]]"

# What was called where the recordings say it in prose, with the calls before that they lack.
CALLS = {
    "queue": "(q := client.queue('q1'))",
    "exists": "q.exists()",
    "messages": "[m.id for m in q.messages(echo=True)]",
    "message": "q.message(list(q.messages(echo=True))[1].id)",
    "claim": "(claim := q.claim(ttl=60, grace=60, limit=2))",
    "claim-iterate": "[(m._id, m.body) for m in claim]",
    "claim-delete": "claim.update(ttl=150, grace=30); claim.delete()",
    "pop": "list(q.pop(count=1))",
    "stats": "list(q.messages(echo=True))[1].delete(); q.stats",
    "homedoc": "'resources' in client.homedoc()",
    "queues-in-profiler": f"profiler.init('123'); {QUEUES}",
    "queues-in-profiler-span": f"profiler.start('client'); {QUEUES}",
    "queues-in-profiler-empty-key": f"profiler.clean(); profiler.init(''); {QUEUES}",
}
PROFILED = {"queues-in-profiler", "queues-in-profiler-span"}
VOLATILE = [
    (r"\b[0-9a-f]{24}\b", "ID"),
    (r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", "TIME"),
    (r"\bat 0x[0-9a-f]+", "at ADDRESS"),
    (r"\bage('?: ?)\d+", r"age\1SECONDS"),
]


def check_recorded_calls():
    names = {"client": zaqarclient.Client(SERVICE, 2, conf=settings()), "profiler": profiler}
    for file in sorted(RECORDINGS.glob("*.json")):
        recording = json.loads(file.read_text())
        check_call(recording["name"], CALLS.get(recording["name"], recording["python"]), recording["result"], names)


def settings():
    auth = {"backend": "noauth", "options": {"os_project_id": "demo"}}
    return {"auth_opts": auth, "client_uuid": CLIENT_ID}


def check_call(name, call, recorded, names):
    @check(f"zaqarclient: {call}")
    def _():
        result = outcome(call, names)
        assert shape(result) == shape(recorded), f"{result} instead of {recorded}"
        if name in PROFILED:
            current = profiler.get()
            parents = [span["parent_id"] for span in report_from_both(current.get_base_id())["children"]]
            assert current.get_id() in parents, f"{current.get_id()} is not among {parents}"


def outcome(call, names):
    """What the last of some calls gives back, as text."""
    *before, last = call.split("; ")
    try:
        for statement in before:
            exec(statement, names)
        return repr(eval(last, names))
    except Exception as error:
        return f"raises {type(error).__name__}: {error}"


def shape(result):
    for pattern, place in VOLATILE:
        result = re.sub(pattern, place, result)
    return result
