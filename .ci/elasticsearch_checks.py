#!/usr/bin/python3
"""Runs the tests of Elasticsearch's store against Elasticsearch 8 itself, which `./mvnw verify` does against OpenSearch.

OSprofiler's own driver is not checked: it fails on Elasticsearch 8, whose paths have no types.
"""

import os
import pathlib
import shutil
import subprocess
import tempfile
import urllib.request

from checks import ROOT, check, eventually, finish
from stores import free_port

SERVER = "org.elasticsearch.distribution.integ-test-zip:elasticsearch:8.19.21:zip"
UNPACK = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:unpack"
NOBODY = 65534


def maven(*arguments, **environment):
    completed = subprocess.run(
        ["./mvnw", "-q", "-B", "-ntp", *arguments], cwd=ROOT, env=os.environ | environment, capture_output=True,
        text=True, timeout=1800)
    assert completed.returncode == 0, completed.stdout[-4000:] or completed.stderr


def unpack(folder):
    maven(UNPACK, "-N", f"-Dartifact={SERVER}", f"-DoutputDirectory={folder}", "-Dmdep.overWriteReleases=true")
    (home,) = pathlib.Path(folder).glob("elasticsearch-*")
    return home


def as_nobody(folder):
    """Elasticsearch refuses to run as root."""
    if os.getuid() != 0:
        return []
    for path in [pathlib.Path(folder), *pathlib.Path(folder).rglob("*")]:
        shutil.chown(path, NOBODY, NOBODY)
    return ["setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups"]


def main():
    with tempfile.TemporaryDirectory() as folder:
        home = unpack(folder)
        port = free_port()
        command = [
            *as_nobody(folder), "env", f"HOME={folder}", f"{home}/bin/elasticsearch", "-Ediscovery.type=single-node",
            "-Expack.security.enabled=false", f"-Ehttp.port={port}", f"-Etransport.port={free_port()}",
            "-Ecluster.routing.allocation.disk.threshold_enabled=false"]
        java_home = pathlib.Path(shutil.which("java")).resolve().parents[1]
        options = os.environ | {"ES_JAVA_OPTS": "-Xms512m -Xmx512m", "ES_JAVA_HOME": str(java_home)}
        process = subprocess.Popen(command, cwd=folder, env=options, stdout=subprocess.DEVNULL)
        try:
            url = f"http://127.0.0.1:{port}"
            eventually(lambda: urllib.request.urlopen(url + "/_cluster/health", timeout=5).close(), seconds=180)

            @check("the contract of a store, and what OSprofiler wrote, on Elasticsearch 8")
            def _():
                maven(
                    "-pl", "store-tests", "-am", "test", "-Dtest=Elasticsearch*Test",
                    "-Dsurefire.failIfNoSpecifiedTests=false", ELASTICSEARCH_URL=url)
        finally:
            process.terminate()
            process.wait(60)
    finish()


if __name__ == "__main__":
    main()
