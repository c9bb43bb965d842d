#!/usr/bin/python3
"""Checks that what is published is the same bytes whoever builds it, and complete: see published.py.

Builds it twice at once, from copies of the tracked files in two folders, and deploys it into a folder beside each.
"""

import os
import pathlib
import re
import shutil
import subprocess
import tempfile
import xml.etree.ElementTree as xml

import published
from checks import ROOT, check, finish

BUILD_TIMEOUT_SECONDS = 1800
# A build ends before its code is worth compiling further.
SHORT_LIVED = "-XX:TieredStopAtLevel=1"
# What finds faults in the code changes no byte of what becomes of it.
UNCHECKED = "-Derrorprone.plugin=-XDcompilePolicy=simple"
POM = "{http://maven.apache.org/POM/4.0.0}"
# Of a snapshot, the time of its deployment is in the names and in these.
DEPLOYMENT = re.compile(r"-\d{8}\.\d{6}-\d+(?=[-.])")
OF_A_DEPLOYMENT = ("maven-metadata", ".md5", ".sha1")


def tracked_files():
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return [name for name in listed.split("\0") if name and (ROOT / name).exists()]


def is_published(pom):
    return xml.parse(ROOT / pom).findtext(f"{POM}properties/{POM}maven.deploy.skip") != "true"


def published_modules(files):
    poms = [name for name in files if name.endswith("/pom.xml") and is_published(name)]
    return [".", *(str(pathlib.PurePath(pom).parent) for pom in poms)]


def start_build(copy, files):
    for name in files:
        (copy / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(ROOT / name, copy / name)
    # What is remembered of a deployment lies in a file that has the name of the repository.
    command = ["./mvnw", "-B", "-ntp", "-q", "-Prelease", "-Dmaven.test.skip=true", "-Dspotless.check.skip=true",
               "-Dmaven.install.skip=true", UNCHECKED, f"-DaltDeploymentRepository={copy.name}::file:{repository(copy)}",
               f"-DadditionalJOption=-J{SHORT_LIVED}", "-am", "-pl", ",".join(published_modules(files)), "deploy"]
    environment = os.environ | {"MAVEN_OPTS": SHORT_LIVED}
    return subprocess.Popen(command, cwd=copy, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)


def repository(copy):
    return copy / "target/published"


def end(build):
    output, _ = build.communicate(timeout=BUILD_TIMEOUT_SECONDS)
    assert build.returncode == 0, output[-4000:]


def files_by_name(folder):
    """Every published file, by its path without the time of its deployment."""
    return {DEPLOYMENT.sub("-SNAPSHOT", str(file.relative_to(folder))): file for file in sorted(folder.rglob("*"))
            if file.is_file() and not file.name.startswith(OF_A_DEPLOYMENT) and not file.name.endswith(OF_A_DEPLOYMENT)}


def check_published(copies, application):
    one, another = (files_by_name(repository(copy)) for copy in copies)

    @check(f"the {len(one)} files of both are the same, byte for byte")
    def _():
        assert one and one.keys() == another.keys(), one.keys() ^ another.keys()
        different = [name for name in one if one[name].read_bytes() != another[name].read_bytes()]
        assert not different, different

    published.check_files(one)
    published.check_application(repository(copies[0]), application)


def main():
    files = tracked_files()
    with tempfile.TemporaryDirectory() as folder:
        copies = [pathlib.Path(folder, name) for name in ("one", "another/deeper")]
        builds = [start_build(copy, files) for copy in copies]
        try:

            @check("two copies build what is published")
            def _():
                for build in builds:
                    end(build)
        finally:
            for build in builds:
                build.kill()
                build.wait()
        if all(build.returncode == 0 for build in builds):
            check_published(copies, pathlib.Path(folder, "application"))
    finish()


if __name__ == "__main__":
    main()
