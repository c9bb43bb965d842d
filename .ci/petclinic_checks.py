#!/usr/bin/python3
"""Checks the starter in applications that others wrote: Spring Petclinic, its REST and its Microservices edition.

The first argument is a folder with clones of them, each under its own name; others choose by the names below. Of a copy at
the commit below only the pom changes, by one dependency. Their own tests run with the profiler on; then ten requests to each
have to be explained. No part of .ci/run, which needs no sources but the project's own.
"""

import contextlib
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import urllib.request

from checks import PROFILER, ROOT, check, eventually, finish, run
from programs import Program
from redis_server import redis
from stores import free_port

COMMITS = {
    "spring-petclinic": "edf4db28affcc4741c79850a3d95bc3f177b5ff9",
    "spring-petclinic-rest": "698bd832eac0da48e72deb63ce7ab275d98a88fb",
    "spring-petclinic-microservices": "9a76b4e34cd75f3d6bfa6f15775bf996c59e8989",
}
KEY = "of the clinic's owner"
REQUESTS = 10
EXPLAINED_PERCENT = 95
BUILD_SECONDS = 1800
START_SECONDS = 300
STARTER = """<dependency>
  <groupId>io.profiler</groupId><artifactId>profiler-spring-boot-starter-redis</artifactId><version>0.1.0-SNAPSHOT</version>
</dependency>"""
REPOSITORY = """<repositories>
  <repository><id>profiler</id><url>{url}</url><snapshots><enabled>true</enabled></snapshots></repository>
</repositories>
"""
SERVICES = ("customers-service", "visits-service")


def build(command, folder, environment=None):
    completed = subprocess.run(
        command, cwd=folder, env=os.environ | (environment or {}), capture_output=True, text=True, timeout=BUILD_SECONDS)
    assert completed.returncode == 0, completed.stdout[-4000:]
    return completed.stdout


def publish(folder):
    """The project's own artifacts, in a repository that is a folder."""
    build(["./mvnw", "-B", "-ntp", "-q", "-Dmaven.test.skip=true", f"-DaltDeploymentRepository=copy::file:{folder}", "-pl",
           "profiler-bom,stores/redis-starter,profiler-cli", "-am", "deploy"], ROOT)


def copy_of(sources, folder, repository, name, *modules):
    """A copy with the starter among the dependencies of its modules."""
    copy = folder / name
    build(["git", "clone", "-q", "--shared", str(sources / name), str(copy)], folder)
    build(["git", "checkout", "-q", COMMITS[name]], copy)
    for module in modules:
        pom = copy / module / "pom.xml"
        text = pom.read_text()
        ours = re.compile(r"^( {2}| {4}|\t)<dependencies>", re.MULTILINE)  # not those that are managed
        assert ours.search(text), pom
        pom.write_text(ours.sub(lambda found: REPOSITORY.format(url=repository.as_uri()) + found[0] + STARTER, text, count=1))
    return copy


def settings(store):
    return {"PROFILER_ENABLED": "true", "PROFILER_HMAC_KEYS": KEY, "PROFILER_TRACE_WSGI_TRANSPORT": "true",
            "PROFILER_CONNECTION_STRING": store, "PROFILER_LIMITS_REQUESTS_PER_SECOND": "1000"}


def package(copy, store, *options):
    """With the application's own tests, how many of which ran."""
    output = build(["./mvnw", "-B", "-ntp", "package", *options], copy, settings(store))
    ran = sum(int(count) for count in re.findall(r"Tests run: (\d+), Failures: 0, Errors: 0, Skipped: \d+$", output, re.MULTILINE))
    assert ran, output[-2000:]
    return ran


@contextlib.contextmanager
def application(name, folder, store, probe, *arguments):
    """Its address, once it answers a path."""
    port = free_port()
    (jar,) = (file for file in (folder / "target").glob("*.jar") if not file.name.endswith("plain.jar"))
    environment = [f"{key}={value}" for key, value in settings(store).items()]
    url = f"http://127.0.0.1:{port}"
    with Program(name, ["env", *environment, "java", "-jar", str(jar), f"--server.port={port}", *arguments]) as program:
        def answers():
            assert not program.failed(), program
            urllib.request.urlopen(url + probe, timeout=20).close()

        eventually(answers, seconds=START_SECONDS)
        yield url


def explained(url, store):
    """A request's tree, of which enough is explained, and by how much."""
    output = run([*PROFILER, "request", "GET", url, "--hmac-key", KEY])
    trace_id = re.search(r"^Trace ID: (\S+)$", output, re.MULTILINE).group(1)

    def shown():
        tree, summary = (
            run([*PROFILER, "trace", "show", trace_id, *form, "--connection-string", store]) for form in ([], ["--markdown"]))
        assert " unfinished" not in tree.splitlines()[2], tree
        return tree, 100 - float(re.search(r"\(([\d.]+) %\) unexplained", summary).group(1))

    return eventually(shown)


def check_explained(url, paths, store, *spans):
    for path in paths:
        for _ in range(3):  # what is explained of a first request is the making of what it needs
            urllib.request.urlopen(url + path, timeout=60).close()
    told = []
    for index in range(REQUESTS):
        path = paths[index % len(paths)]
        tree, percent = explained(url + path, store)
        told.append((percent, path, tree))
    missing = [span for span in spans if not any(span in tree for _, _, tree in told)]
    assert not missing, f"no {missing} in {told[0][2]}"
    for percent, path, _ in told:
        print(f"        {percent:5.1f} % {path}")
    print(told[-1][2])
    least, _, tree = min(told)
    assert least >= EXPLAINED_PERCENT, tree


def check_petclinic(copy_of, store):
    copy = copy_of("spring-petclinic", ".")
    print(f"        {package(copy, store)} tests of its own")
    with application("petclinic", copy, store, "/") as url:
        check_explained(url, ["/owners/1", "/owners?lastName=", "/vets.html", "/owners/6"], store,
                        "wsgi", "controller", "repository", "db", "view")


def check_rest(copy_of, store):
    copy = copy_of("spring-petclinic-rest", ".")
    print(f"        {package(copy, store)} tests of its own")
    with application("petclinic-rest", copy, store, "/petclinic/api/vets") as url:
        check_explained(url, ["/petclinic/api/owners/1", "/petclinic/api/vets", "/petclinic/api/pets"], store,
                        "wsgi", "controller", "service", "db")


def check_microservices(copy_of, store):
    modules = [f"spring-petclinic-{name}" for name in ("api-gateway", *SERVICES)]
    copy = copy_of("spring-petclinic-microservices", *modules)
    print(f"        {package(copy, store, '-pl', ','.join(modules))} tests of its own")
    alone = ["--spring.cloud.config.enabled=false", "--eureka.client.enabled=false", "--management.tracing.export.enabled=false"]
    database = ["--spring.sql.init.schema-locations=classpath*:db/hsqldb/schema.sql",
                "--spring.sql.init.data-locations=classpath*:db/hsqldb/data.sql", "--spring.jpa.hibernate.ddl-auto=none"]
    customers, visits = (copy / f"spring-petclinic-{name}" for name in SERVICES)
    with application("customers", customers, store, "/owners", *alone, *database) as customers_url, \
            application("visits", visits, store, "/pets/visits?petId=1", *alone, *database) as visits_url:
        found = [f"--spring.cloud.discovery.client.simple.instances.{name}[0].uri={url}"
                 for name, url in zip(SERVICES, (customers_url, visits_url))]
        with application("gateway", copy / modules[0], store, "/api/gateway/owners/1", *alone, *found) as url:
            check_explained(url, ["/api/gateway/owners/1", "/api/gateway/owners/6"], store,
                            "wsgi", "controller", "db", *SERVICES)


CHECKS = {"Spring Petclinic": check_petclinic, "Spring Petclinic REST": check_rest,
          "Spring Petclinic Microservices": check_microservices}


def main():
    sources = pathlib.Path(sys.argv[1]).resolve()
    chosen = sys.argv[2:] or CHECKS
    folder = pathlib.Path(tempfile.mkdtemp())
    published = folder / "published"
    try:
        publish(published)
        with redis() as (store, *_):
            for name in chosen:
                @check(f"{name}: its own tests pass with the starter, and spans and phases explain its requests")
                def _():
                    CHECKS[name](lambda *what: copy_of(sources, folder, published, *what), store)
    finally:
        shutil.rmtree(folder)
    finish()


if __name__ == "__main__":
    main()
