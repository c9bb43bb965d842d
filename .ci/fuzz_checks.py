#!/usr/bin/python3
"""What strangers hand in, mutated by Jazzer for a minute each kind: headers, connection strings, saved reports, messages."""

import concurrent.futures
import os
import pathlib
import re
import subprocess
import tempfile

from checks import ROOT, check, finish

MODULE = ROOT / "verification/fuzz-tests"
# Of a kind, which its targets share.
SECONDS = int(os.environ.get("FUZZ_SECONDS", "60"))
AT_ONCE = 2
LEAST_INPUTS = 1_000
# Jazzer makes a class of it that the virtual machine refuses.
NOT_INSTRUMENTED = "io.profiler.store.StoreOptions"
KINDS = {
    "io.profiler.fuzz.TraceHeadersFuzzTest": ("pairs", "tokens"),
    "io.profiler.fuzz.ConnectionStringFuzzTest": ("showNoPassword", "endInAStoreOrInOneLine"),
    "io.profiler.fuzz.SavedReportFuzzTest": ("areShownOrRefused",),
    "io.profiler.store.messaging.NotificationFuzzTest": ("arePointsOrDeadLetters",),
}
TARGETS = [(name, method, max(1, SECONDS // len(methods))) for name, methods in KINDS.items() for method in methods]


def class_path():
    """As the build leaves it."""
    return f"{MODULE / 'target/test-classes'}:{(MODULE / 'target/classpath').read_text()}"


def fuzz(path, name, method, seconds):
    """What Jazzer prints; it ends with another code than 0 once an input breaks the target."""
    with tempfile.TemporaryDirectory() as folder:
        found = pathlib.Path(folder) / "found"
        found.mkdir()
        seeds = MODULE / "src/test/resources" / (name.replace(".", "/") + "Inputs") / method
        corpus = [str(found), *([str(seeds)] if seeds.is_dir() else [])]
        completed = subprocess.run(
            ["java", "-Xmx768m", "-cp", path, "com.code_intelligence.jazzer.Jazzer", f"--target_class={name}",
             f"--target_method={method}", "--instrumentation_includes=io.profiler.**",
             f"--instrumentation_excludes={NOT_INSTRUMENTED}", f"-max_total_time={seconds}", f"-artifact_prefix={folder}/", *corpus],
            cwd=folder, capture_output=True, text=True, timeout=seconds + 300)
    return completed.returncode, completed.stdout + completed.stderr


def main():
    path = class_path()
    with concurrent.futures.ThreadPoolExecutor(AT_ONCE) as threads:
        runs = [(target, threads.submit(fuzz, path, *target)) for target in TARGETS]
        for (name, method, seconds), fuzzed in runs:
            @check(f"fuzz: {name.rpartition('.')[2]}.{method} for {seconds} s")
            def _():
                code, output = fuzzed.result()
                assert code == 0, output[-3000:]
                done = re.search(r"Done (\d+) runs", output)
                assert done and int(done[1]) > LEAST_INPUTS, output[-3000:]
                print(f"        {int(done[1]):,} inputs")
    finish()


if __name__ == "__main__":
    main()
