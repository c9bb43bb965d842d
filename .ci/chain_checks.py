#!/usr/bin/python3
"""Checks that a request through two services in Java and one in Python between them is one trace, by the real osprofiler."""

import contextlib
import json
import re
import socket

from checks import JAVA, PROFILER, ROOT, check, eventually, finish, run, spans
from programs import Program
from redis_server import redis
from stores import free_port

KEY = "of the shop's owner"
JAR = ROOT / "verification/shop/target/shop.jar"
CREDENTIALS = "Authorization: Basic ZWRnZTplZGdl"
START_SECONDS = 300


def java(name, port, store, *properties):
    return Program(name, [
        *JAVA, "-jar", str(JAR), name, f"--server.port={port}", "--server.address=127.0.0.1",
        "--profiler.enabled=true", f"--profiler.hmac-keys={KEY}", f"--profiler.connection-string={store}",
        "--profiler.trace-wsgi-transport=true", *properties])


@contextlib.contextmanager
def chain(store):
    """Shop, warehouse and stock, each of which asks the next one; gives the address of the first."""
    shop, warehouse, stock = free_port(), free_port(), free_port()
    python = ["/usr/bin/python3", "-B", str(ROOT / ".ci/wsgi_service.py"), str(warehouse), f"http://127.0.0.1:{stock}", store, KEY]
    with java("stock", stock, store), Program("warehouse", python), \
            java("shop", shop, store, f"--stock.url=http://127.0.0.1:{warehouse}"):
        for port in (shop, warehouse, stock):
            eventually(lambda: socket.create_connection(("127.0.0.1", port)).close(), seconds=START_SECONDS)
        yield f"http://127.0.0.1:{shop}"


def report(trace_id, store):
    """What osprofiler shows, once the work after the answer has ended, too."""
    shown = json.loads(run(["/usr/bin/osprofiler", "trace", "show", "--json", trace_id, "--connection-string", store]))
    served = [span for span in spans(shown) if span["info"]["name"] == "wsgi"]
    assert len(served) == 3 and all("exception" in span["info"] for span in spans(shown)), [
        (span["info"]["service"], span["info"]["name"]) for span in spans(shown)]
    return shown


def path_to(node, wanted, above=()):
    """The spans from the root down to the first one of a service and name."""
    for child in node["children"]:
        path = (*above, f"{child['info']['service']} {child['info']['name']}")
        if path[-1] == wanted:
            return path
        if found := path_to(child, wanted, path):
            return found
    return ()


def main():
    with redis() as (store, *_), chain(store) as shop:

        @check("a chain of Java, Python and Java is one trace with the right parents")
        def _():
            output = run([*PROFILER, "request", "POST", f"{shop}/orders/apple", "--hmac-key", KEY, "--header", CREDENTIALS])
            trace_id = re.search(r"^Trace ID: (\S+)$", output, re.MULTILINE).group(1)
            shown = eventually(lambda: report(trace_id, store), seconds=60)
            assert len(shown["children"]) == 1, [child["info"]["name"] for child in shown["children"]]
            path = path_to(shown, "stock db")
            services = [step for step in path if step.split()[1] in ("wsgi", "requests", "http.client.requests", "repository", "db")]
            assert services == ["shop wsgi", "shop http.client.requests", "warehouse wsgi", "warehouse requests", "stock wsgi",
                                "stock repository", "stock db"], path
            print("        " + " > ".join(path))

    finish()


if __name__ == "__main__":
    main()
