"""Checks of what is published: what there is of each artifact, what its jars say of themselves, and that it can be used."""

import collections
import io
import json
import os
import pathlib
import re
import shutil
import subprocess
import tarfile
import xml.etree.ElementTree as xml
import zipfile

from checks import ROOT, check, run

POM = "{http://maven.apache.org/POM/4.0.0}"
JAR_KINDS = ["", "-sources", "-javadoc"]
METADATA = ["name", "description", "url", "licenses/license/url", "organization/name", "developers/developer/name",
            "scm/url", "scm/connection", "issueManagement/url", "inceptionYear"]
THIRD_PARTY = re.compile(r"^ +\(.+\) .*\(([^:()]+):([^:()]+):([^:() ]+) - ", re.MULTILINE)
APPLICATION = {
    "pom.xml": """<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>com.example</groupId>
  <artifactId>application</artifactId>
  <version>1</version>
  <properties>
    <maven.compiler.release>17</maven.compiler.release>
    <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
  </properties>
  <repositories>
    <repository>
      <id>published</id>
      <url>REPOSITORY</url>
    </repository>
  </repositories>
  <dependencyManagement>
    <dependencies>
      <dependency>
        <groupId>GROUP</groupId>
        <artifactId>profiler-bom</artifactId>
        <version>VERSION</version>
        <type>pom</type>
        <scope>import</scope>
      </dependency>
    </dependencies>
  </dependencyManagement>
  <dependencies>
    <dependency>
      <groupId>GROUP</groupId>
      <artifactId>profiler-spring-boot-starter</artifactId>
    </dependency>
  </dependencies>
</project>
""",
    "src/main/java/Orders.java": """import io.profiler.trace.Traced;

class Orders {

    @Traced("orders")
    void place() {}
}
""",
}


def texts(tree, path):
    return [element.text for element in tree.findall("/".join(POM + part for part in path.split("/")))]


BOM = xml.parse(ROOT / "profiler-bom/pom.xml")
GROUP, VERSION = texts(BOM, "groupId")[0], texts(BOM, "version")[0]
POMS = ["profiler-parent", "profiler-bom"]
JARS = texts(BOM, "dependencyManagement/dependencies/dependency/artifactId")


def path(artifact, ending):
    return f"{GROUP.replace('.', '/')}/{artifact}/{VERSION}/{artifact}-{VERSION}{ending}"


def expected():
    """The paths of all that is published; the bill of materials alone, which has no parent, comes without an SBOM."""
    jars = [path(artifact, f"{kind}.jar") for artifact in JARS for kind in JAR_KINDS]
    poms = [path(artifact, ".pom") for artifact in [*POMS, *JARS]]
    boms = [path(artifact, "-cyclonedx.json") for artifact in ["profiler-parent", *JARS]]
    return {*jars, *poms, *boms, path("profiler-cli", "-exec.jar"), path("profiler-cli", "-bin.tar.gz"),
            path("profiler-cli", ".deb")}


def manifest(jar):
    return dict(line.split(": ", 1) for line in jar.read("META-INF/MANIFEST.MF").decode().splitlines() if ": " in line)


def packages(jar):
    return {name.rpartition("/")[0] for name in jar.namelist() if name.endswith(".class")}


def check_files(files):
    """Checks the published files, by their path in a repository."""
    jars = {name: zipfile.ZipFile(file) for name, file in files.items() if name.endswith(".jar")}
    main_jars = {artifact: jars[path(artifact, ".jar")] for artifact in JARS if path(artifact, ".jar") in jars}

    @check(f"published is what the bill of materials lists, with {', '.join(JAR_KINDS[1:])} and an SBOM, and nothing else")
    def _():
        assert files.keys() == expected(), files.keys() ^ expected()

    @check("the poms without a parent of ours say what a public repository asks for")
    def _():
        for artifact in POMS:
            tree = xml.parse(files[path(artifact, ".pom")])
            missing = [element for element in METADATA if not all(texts(tree, element) or [None])]
            assert not missing, (artifact, missing)

    @check("every jar has the licence")
    def _():
        licence = (ROOT / "LICENSE").read_bytes()
        missing = [name for name, jar in jars.items()
                   if "META-INF/LICENSE" not in jar.namelist() or jar.read("META-INF/LICENSE") != licence]
        assert not missing, missing

    @check("every jar has a module name of its own, and no package is in two")
    def _():
        names = [manifest(jar).get("Automatic-Module-Name") for jar in main_jars.values()]
        assert all(re.fullmatch(r"io\.profiler(\.[a-z]+)+", name or "") for name in names), names
        assert "io.profiler.unpublished" not in names and len(set(names)) == len(names) == len(JARS), sorted(names)
        homes = collections.Counter(package for jar in main_jars.values() for package in packages(jar))
        assert homes and max(homes.values()) == 1, [package for package, count in homes.items() if count > 1]

    @check("the command's artifact is its plain jar; profiler.jar lists every library in it with its licence")
    def _():
        assert not any(name.startswith("BOOT-INF") for name in main_jars["profiler-cli"].namelist())
        executable = jars[path("profiler-cli", "-exec.jar")]
        listed = {f"{artifact}-{version}.jar"
                  for _, artifact, version in THIRD_PARTY.findall(executable.read("META-INF/THIRD-PARTY.txt").decode())}
        libraries = {pathlib.PurePath(name).name for name in executable.namelist() if re.match(r"BOOT-INF/lib/.+\.jar$", name)}
        assert libraries and libraries == listed, libraries ^ listed

    @check("the archive of the command has the same libraries, their licences, and a launcher that can be run")
    def _():
        executable = jars[path("profiler-cli", "-exec.jar")]
        with tarfile.open(files[path("profiler-cli", "-bin.tar.gz")]) as archive:
            members = {member.name.split("/", 1)[-1]: member for member in archive if member.isfile()}
        inside = {pathlib.PurePath(name).name for name in executable.namelist() if re.match(r"BOOT-INF/lib/.+\.jar$", name)}
        libraries = {name.removeprefix("lib/") for name in members if name.startswith("lib/")}
        assert libraries - inside == {f"profiler-cli-{VERSION}.jar"} and inside <= libraries, libraries ^ inside
        assert {"share/man/man1/profiler.1", "share/bash-completion/completions/profiler"} < members.keys(), members
        assert {"LICENSE", "THIRD-PARTY.txt"} < members.keys() and members["bin/profiler"].mode & 0o777 == 0o755, members

    @check("the command's artifact names its main class, for who starts it with its dependencies")
    def _():
        assert manifest(main_jars["profiler-cli"])["Main-Class"] == "io.profiler.cli.ProfilerCommand"

    check_package(files[path("profiler-cli", ".deb")])

    @check("every SBOM names a licence for each component")
    def _():
        for name in (name for name in files if name.endswith("-cyclonedx.json")):
            components = json.loads(files[name].read_text()).get("components", [])
            without = [component["purl"] for component in components if not component.get("licenses")]
            assert not without, (name, without)


def check_package(package):
    """Installs the package, as only root can, and removes it again."""
    if os.getuid() != 0 or shutil.which("dpkg") is None:
        print("!!! NOT CHECKED: the package, which root installs by dpkg !!!")
        return

    @check("the package is installed with its manual and completion, runs, and leaves nothing")
    def _():
        try:
            run(["dpkg", "-i", str(package)])
            # What is removed at once needs no archive of classes.
            without_cache = os.environ | {"XDG_CACHE_HOME": "/dev/null"}
            assert run(["/usr/bin/profiler", "--version"], env=without_cache) == f"profiler {VERSION}\n"
            for name in ("man/man1/profiler-trace-list.1", "bash-completion/completions/profiler",
                         "fish/vendor_completions.d/profiler.fish"):
                assert pathlib.Path("/usr/share", name).is_file(), name
        finally:
            run(["dpkg", "-r", "profiler-cli"])
        assert not os.path.lexists("/usr/bin/profiler") and not pathlib.Path("/usr/share/profiler").exists()


def check_application(repository, folder):
    """Checks that an application that knows nothing but the published files compiles with them."""

    @check("an application of its own compiles with the published starter and bill of materials")
    def _():
        for name, text in APPLICATION.items():
            file = folder / name
            file.parent.mkdir(parents=True, exist_ok=True)
            text = text.replace("REPOSITORY", repository.as_uri()).replace("GROUP", GROUP).replace("VERSION", VERSION)
            file.write_text(text)
        # What it fetches stays out of the local repository, whose other libraries it uses.
        local = os.environ.get("MAVEN_USER_HOME", pathlib.Path.home() / ".m2")
        completed = subprocess.run(
            [str(ROOT / "mvnw"), "-B", "-ntp", "-q", f"-Dmaven.repo.local={folder / 'local'}",
             f"-Dmaven.repo.local.tail={local}/repository", "-f", str(folder / "pom.xml"), "compile"],
            cwd=folder, capture_output=True, text=True, timeout=300)
        assert completed.returncode == 0, completed.stdout[-4000:]
        assert (folder / "target/classes/Orders.class").exists()
