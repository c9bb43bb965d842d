#!/usr/bin/python3
"""Opens what the built command writes with the programs that it is meant for: Graphviz's dot, and speedscope."""

import base64
import html
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile

from checks import PROFILER, ROOT, check, finish, run

SPEEDSCOPE = "speedscope@1.25.0"
ORDER = ROOT / "verification/browser-tests/src/test/resources/order.json"
RECORDED = sorted((ROOT / "verification/recordings/src/main/resources/conformance/traces").glob("*/report.json"))
HOSTILE = next(report for report in RECORDED if report.parent.name == "unicode-control-quotes")
FORMATS = ("chrome", "folded", "speedscope")


def show(report, *options):
    return run([*PROFILER, "trace", "show", str(report), *options])


def check_graphviz(folder):
    for report in [*RECORDED, ORDER]:
        @check(f"Graphviz draws the graph of {report.parent.name}")
        def _():
            shown = subprocess.run(
                [*PROFILER, "trace", "show", str(report), "--dot"], capture_output=True, text=True, timeout=120)
            if shown.returncode != 0:
                assert "has no span at the top" in shown.stderr, shown.stderr
                return
            drawn = subprocess.run(["dot", "-Tsvg"], input=shown.stdout, capture_output=True, text=True, timeout=120)
            assert drawn.returncode == 0 and not drawn.stderr, drawn.stderr
            assert drawn.stdout.count('class="node"') >= 1, drawn.stdout

    @check("trace show --render-dot draws PDF, SVG and PNG")
    def _():
        for ending, start in (("", b"%PDF"), (".svg", b"<?xml"), (".png", b"\x89PNG")):
            show(ORDER, "--render-dot", f"{folder}/order{ending}")
            assert pathlib.Path(folder, f"order{ending or '.pdf'}").read_bytes().startswith(start), ending


def speedscope(folder):
    """Its released page, from the package that its makers publish; None where npm cannot get it."""
    try:
        run(["npm", "pack", "--silent", "--pack-destination", folder, SPEEDSCOPE])
    except (AssertionError, OSError, subprocess.TimeoutExpired) as unavailable:
        print(f"!!! NOT CHECKED WITH SPEEDSCOPE: {unavailable} !!!", file=sys.stderr)
        return None
    run(["tar", "-xzf", str(next(pathlib.Path(folder).glob("speedscope-*.tgz"))), "-C", folder])
    return pathlib.Path(folder, "package/dist/release/index.html")


def opened_in(page, profile):
    """What the page says once it has read the profile: its table of frames is text, its graphs are not."""
    script = profile.with_suffix(profile.suffix + ".js")
    content = base64.b64encode(profile.read_bytes()).decode()
    script.write_text(f'speedscope.loadFileFromBase64("{profile.name}", "{content}")')
    browser = shutil.which("chromium") or "google-chrome"
    document = run([
        browser, "--headless=new", "--no-sandbox", "--use-angle=swiftshader", "--enable-unsafe-swiftshader",
        "--virtual-time-budget=8000", "--dump-dom", f"file://{page}#view=sandwich&localProfilePath={script}"])
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", document)).split())


def check_speedscope(folder):
    page = speedscope(folder)
    if page is None:
        return
    for report, frames in ((ORDER, ["http_client POST http://stock"]), (HOSTILE, ["Self", "Symbol Name"])):
        for name in FORMATS:
            @check(f"speedscope reads --{name} of {report.parent.name}")
            def _():
                profile = pathlib.Path(folder, f"{report.parent.name}.{name}")
                show(report, f"--{name}", "--out", str(profile))
                text = opened_in(page, profile)
                assert "Sandwich" in text and "omething went wrong" not in text, text
                assert all(frame in text for frame in frames), text
                assert re.search(r"\(\d+%\)", text), "no frame has a weight"


def check_manifest():
    @check("the command's jar allows native code, which Java 25 else warns of on standard error")
    def _():
        with zipfile.ZipFile(ROOT / "profiler-cli/target/profiler.jar") as jar:
            manifest = jar.read("META-INF/MANIFEST.MF").decode()
        assert "\nEnable-Native-Access: ALL-UNNAMED\r\n" in manifest, manifest


def main():
    check_manifest()
    with tempfile.TemporaryDirectory() as folder:
        check_graphviz(folder)
        check_speedscope(folder)
    finish()


if __name__ == "__main__":
    main()
