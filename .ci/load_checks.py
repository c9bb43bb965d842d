#!/usr/bin/python3
"""Checks the sample under load: see LoadCheck.java.

Starts the sample with the README's command on its default ports, which have to be free.
"""

import subprocess

from checks import JAVA, ROOT, SERVICE, check, finish, sample

CLIENTS = 16
SECONDS = 30


def main():
    with sample():

        @check(f"{CLIENTS} clients for {SECONDS} s: nothing lost, doubled or claimed twice, no error")
        def _():
            command = [*JAVA, str(ROOT / ".ci/LoadCheck.java"), SERVICE, str(CLIENTS), str(SECONDS)]
            completed = subprocess.run(command, capture_output=True, text=True, timeout=SECONDS + 240)
            print(completed.stdout, end="")
            assert completed.returncode == 0, completed.stderr

    finish()


if __name__ == "__main__":
    main()
