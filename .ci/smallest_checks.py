#!/usr/bin/python3
"""Checks that the smallest sample is what its page says: the commands of the page, in their order, show a trace.

Starts it on its default port, which has to be free.
"""

import re
import subprocess

from checks import ROOT, check, eventually, finish, service, shell_lines

PAGE = ROOT / "docs/smallest-sample.md"
URL = "http://127.0.0.1:8080/channels/news/messages"
TREE = ["wsgi (HTTP 200)  GET /channels/news/messages", "controller  MessagesController.list", "management_store  Channels.exists",
        "message_store  Messages.of"]


def page_commands():
    """Those that are not builds, by how they go on: what is set, and what is run with it."""
    settings, commands = ["shopt -s expand_aliases"], []
    for line in shell_lines(PAGE):
        if line.startswith(("alias ", "export ")):
            settings.append(line)
        elif not line.startswith("./mvnw "):
            commands.append(line)
    return settings, commands


def in_shell(settings, command):
    completed = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", "\n".join([*settings, command])], cwd=ROOT, capture_output=True, text=True,
        timeout=120)
    assert completed.returncode == 0, completed.stderr or completed.stdout
    return completed.stdout


def check_page():
    settings, (request, show, curl) = page_commands()
    trace_ids = []

    @check(f"docs/smallest-sample.md: {request}")
    def _():
        trace_ids.append(re.search(r"^Trace ID: (\S+)$", in_shell(settings, request), re.MULTILINE).group(1))

    @check(f"docs/smallest-sample.md: {show}, as the page shows it")
    def _():
        command = show.replace("TRACE_ID", *trace_ids)
        eventually(lambda: has_tree(in_shell(settings, command)))
        has_tree(PAGE.read_text())

    @check(f"docs/smallest-sample.md: {curl}")
    def _():
        assert in_shell(settings, curl) == '["Hello","This is news"]'


def has_tree(text):
    spans = [re.sub(r"^.*[▇·] *([├└]─ )?", "", line) for line in text.splitlines() if "▇" in line]
    assert spans == TREE, spans


def main():
    (start,) = (line for line in shell_lines(PAGE) if "spring-boot:run" in line)
    with service(start, URL):
        check_page()
    finish()


if __name__ == "__main__":
    main()
