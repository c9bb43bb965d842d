#!/usr/bin/python3
"""Reads the pages' scripts with TypeScript's compiler: each name is declared, imported or the browser's, and used."""

import re
import shutil
import subprocess
import sys

from checks import ROOT, check, finish

# Syntax and names; what else it remarks is about types, of which the scripts say nothing.
MISTAKE = re.compile(r"error TS(?:1\d{3}|2300|2304|2305|2307|2440|2451|2552|2614|2724|6133|6192|6196):")


def main():
    if shutil.which("tsc") is None:
        print("!!! SCRIPTS NOT CHECKED: tsc is not on the PATH !!!", file=sys.stderr)
        return

    @check("The pages' scripts know every name that they use, and use every name that they import")
    def _():
        remarks = subprocess.run(
            ["tsc", "-p", "jsconfig.json", "--noEmit", "--checkJs", "--pretty", "false"],
            cwd=ROOT, capture_output=True, text=True, timeout=120)
        assert not remarks.stderr, remarks.stderr
        mistakes = [line for line in remarks.stdout.splitlines() if MISTAKE.search(line)]
        assert not mistakes, "\n".join(mistakes)

    finish()


if __name__ == "__main__":
    main()
