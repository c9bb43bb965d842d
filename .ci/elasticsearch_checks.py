#!/usr/bin/python3
"""Runs the tests of Elasticsearch's store against Elasticsearch 8 itself, which `./mvnw verify` does against OpenSearch,
and the built command against one with its security on.

OSprofiler's own driver is not checked: it fails on Elasticsearch 8, whose paths have no types.
"""

import json
import os
import subprocess
import tempfile
import urllib.parse
import urllib.request

from checks import MEASURING, PROFILER, ROOT, check, finish, names_below, run
from elasticsearch_server import Elasticsearch
from stores import libraries, our_report, publish, write_with_java

SERVER = "org.elasticsearch.distribution.integ-test-zip:elasticsearch:8.19.21:zip"
UNPACK = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:unpack"
INDEX = "osprofiler-notifications"
MEASURED_POINTS = 50_000
PASSWORD = "geheim @:/%ž"


def maven(*arguments, **environment):
    completed = subprocess.run(
        ["./mvnw", "-q", "-B", "-ntp", "-P!newest-jdk", *arguments], cwd=ROOT, env=os.environ | environment, capture_output=True,
        text=True, timeout=1800)
    assert completed.returncode == 0, completed.stdout[-4000:] or completed.stderr


def ask(url, method="GET"):
    with urllib.request.urlopen(urllib.request.Request(url, method=method), timeout=120) as answer:
        return json.load(answer)


def check_size(url, library_folder):
    @check("how fast points are stored, and how large one is")
    def _():
        published = run(publish(url.replace("http:", "elasticsearch:"), library_folder, MEASURED_POINTS)).strip()
        ask(f"{url}/{INDEX}/_forcemerge?max_num_segments=1", "POST")
        stored = ask(f"{url}/{INDEX}/_stats/docs,store")["_all"]["primaries"]
        count = stored["docs"]["count"]
        assert count >= MEASURED_POINTS, stored
        print(f"        {published}; {stored['store']['size_in_bytes'] / count:.0f} bytes each, with their indexes")


def refusal(store):
    completed = subprocess.run(
        [*PROFILER, "trace", "list", "--connection-string", store], capture_output=True, text=True, timeout=60)
    assert completed.returncode == 1 and completed.stderr.count("\n") == 1, completed
    assert "geheim" not in completed.stderr, completed.stderr
    return completed.stderr


def check_security(server, library_folder):
    """No key is made: the distribution for tests is without the analysis that Elasticsearch needs to keep one."""
    user = server.connection_string(f"elastic:{urllib.parse.quote(PASSWORD, safe='')}@")

    @check("by TLS, with user and password, a trace is written and shown")
    def _():
        report = our_report(write_with_java(user, library_folder), user)
        assert names_below(report["children"][0]) == ["db"], report

    @check("wrong credentials, none, and a certificate that is not trusted are one line each")
    def _():
        credentials = "user, password or API key is missing, wrong, or not known there"
        for store, reason in (
                (server.connection_string("elastic:geheim@"), credentials),
                (server.connection_string(option="&api_key=Z2VoZWltOmdlaGVpbQ=="), credentials),
                (server.connection_string(), credentials),
                (user.split("?")[0], "its certificate is not trusted; ca_certs"),
                (user.replace("elasticsearchs:", "elasticsearch:"), "if it speaks TLS, so does elasticsearchs://")):
            line = refusal(store)
            assert reason in line, line


def test(module, tests, url):
    maven("-pl", module, "-am", "test", f"-Dtest={tests}", "-Dsurefire.failIfNoSpecifiedTests=false",
          ELASTICSEARCH_URL=url)


def main():
    with tempfile.TemporaryDirectory() as folder:
        maven(
            UNPACK, "-pl", ".", f"-Dartifact={SERVER}", f"-DoutputDirectory={folder}", "-Dmdep.overWriteReleases=true")
        elasticsearch = Elasticsearch(folder)
        with elasticsearch.open_to_all() as url, libraries() as library_folder:

            @check("the contract of a store, and what OSprofiler wrote, on Elasticsearch 8")
            def _():
                test("stores/elasticsearch", "Elasticsearch*Test", url)

            @check("an application with Elasticsearch's starter alone is healthy, and its trace arrives")
            def _():
                test("verification/starter-tests", "TracesArriveTest#theApplicationIsHealthyAndItsTraceIsInTheStore", url)

            if MEASURING:
                check_size(url, library_folder)

        with elasticsearch.secured(PASSWORD) as server, libraries() as library_folder:
            check_security(server, library_folder)
    finish()


if __name__ == "__main__":
    main()
