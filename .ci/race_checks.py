#!/usr/bin/python3
"""What threads share on the way to a store, in as many orders as jcstress finds in a little over a minute."""

import re
import subprocess
import tempfile

from checks import ROOT, check, finish

MODULE = ROOT / "verification/race-tests"
# Its compiler puts what does not depend on each other in another order each time, as another machine would.
MACHINE = "-XX:+UnlockDiagnosticVMOptions -XX:+StressLCM -XX:+StressGCM"
QUICK = ["-c", "2", "-f", "1", "-fsm", "1", "-iters", "1", "-time", "500", "-sc", "false", "-af", "NONE"]


def class_path():
    """As the build leaves it."""
    return f"{MODULE / 'target/test-classes'}:{(MODULE / 'target/classpath').read_text()}"


def races():
    """Those that there are, whether or not jcstress comes to them."""
    sources = MODULE / "src/test/java"
    return sorted(".".join(path.relative_to(sources).with_suffix("").parts) for path in sources.rglob("*Race.java"))


def stress(path):
    """What jcstress prints, of each race all that was seen."""
    with tempfile.TemporaryDirectory() as folder:
        completed = subprocess.run(
            ["java", "-cp", path, "org.openjdk.jcstress.Main", "-v", *QUICK, "-jvmArgs", MACHINE],
            cwd=folder, capture_output=True, text=True, timeout=900)
    return completed.stdout + completed.stderr


def main():
    output = stress(class_path())
    for race in races():
        @check(f"race: {race.rpartition('.')[2]}")
        def _():
            told = [part for part in re.split(r"(?m)^\.{3,} (?=\[)", output) if part.splitlines()[0].endswith(f"] {race}")]
            assert told, f"it was not run:\n{output[-3000:]}"
            assert all(part.startswith("[OK]") for part in told), "\n".join(told)[:3000]
            whole = told[-1]  # the sum of what each kind of machine did
            seen = sum(int(samples.replace(",", "")) for samples in re.findall(r"([\d,]+)\s+<?[\d.]+%", whole))
            assert "across all configurations" in whole and seen > 0, "\n".join(told)[:3000]
            print(f"        {seen:,} times")

    @check("race: each of them in each kind of machine")
    def _():
        planned, passed, *others = map(int, re.findall(r"(\d+)", re.findall(r"\(Results: (.*)\)", output)[-1]))
        assert planned == passed > 0 and not any(others), output[-3000:]
    finish()


if __name__ == "__main__":
    main()
