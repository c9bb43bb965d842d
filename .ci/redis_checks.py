#!/usr/bin/python3
"""Checks the built command against OSprofiler's Redis driver on a real Redis, in both directions."""

import json
import subprocess

from oslo_config import cfg
from osprofiler import opts
from osprofiler.drivers import redis_driver

from checks import PROFILER, check, finish, names_below, run
from redis_server import redis
from stores import libraries, our_report, write_with_java, write_with_python


def theirs(store, *arguments):
    return run(["/usr/bin/osprofiler", "trace", *arguments, "--connection-string", store])


def ours(store, *arguments):
    return run([*PROFILER, "trace", *arguments, "--connection-string", store])


def check_both_directions(store, library_folder):
    trace_ids = []

    @check("we show what OSprofiler's driver wrote as osprofiler does, byte for byte")
    def _():
        trace_id = write_with_python(redis_driver.Redis(store, project="demo", service="python", host="python-host"))
        trace_ids.append(trace_id)
        shown = theirs(store, "show", "--json", trace_id)
        assert ours(store, "show", "--json", trace_id) == shown
        assert names_below(json.loads(shown)["children"][0]) == ["rpc", "db"]

    @check("osprofiler shows what we wrote as we do, byte for byte, each point once")
    def _():
        trace_id = write_with_java(store, library_folder)
        trace_ids.append(trace_id)
        shown = theirs(store, "show", "--json", trace_id)
        assert ours(store, "show", "--json", trace_id) == shown
        assert run(["redis-cli", "-u", store, "llen", f"osprofiler_opt:{trace_id}"]).strip() == "4"

    @check("both list the same traces")
    def _():
        for listed in (theirs(store, "list"), ours(store, "list")):
            assert all(trace_id in listed for trace_id in trace_ids), listed

    @check("OSprofiler's driver adds to a trace of ours")
    def _():
        trace_id = trace_ids[1]
        driver = redis_driver.Redis(store, project="demo", service="python", host="python-host")
        for name, second in (("rpc-start", 1), ("rpc-stop", 2)):
            driver.notify({
                "name": name, "base_id": trace_id, "trace_id": "t", "parent_id": trace_id,
                "timestamp": f"2026-01-31T12:00:0{second}.000000", "info": {"host": "python-host"}})
        assert len(our_report(trace_id, store)["children"]) == 2


def check_tls(store, certificate, library_folder):
    trusting = f"{store}?ssl_ca_certs={certificate}"

    @check("by TLS both read what the other wrote; of OSprofiler only its driver can")
    def _():
        driver = redis_driver.Redis(trusting, project="demo", service="python", host="python-host")
        for trace_id in (write_with_python(driver), write_with_java(trusting, library_folder)):
            report = redis_driver.Redis(trusting).get_report(trace_id)
            assert our_report(trace_id, trusting) == json.loads(json.dumps(report))

    @check("a server whose certificate is not trusted is one line")
    def _():
        completed = subprocess.run(
            [*PROFILER, "trace", "list", "--connection-string", store], capture_output=True, text=True, timeout=60)
        assert completed.returncode == 1 and completed.stderr.count("\n") == 1, completed
        assert "certificate" in completed.stderr, completed.stderr


def main():
    opts.set_defaults(cfg.CONF)
    with libraries() as folder, redis() as (store, tls_store, certificate):
        check_both_directions(store, folder)
        check_tls(tls_store, certificate, folder)
    finish()


if __name__ == "__main__":
    main()
