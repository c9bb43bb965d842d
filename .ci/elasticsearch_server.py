"""An Elasticsearch 8 of this host, open to all or with its security on."""

import base64
import contextlib
import os
import pathlib
import shutil
import ssl
import subprocess
import urllib.request

from certificates import self_signed
from checks import eventually
from stores import free_port

NOBODY = 65534


class Elasticsearch:
    """What was unpacked into a folder. It refuses to run as root."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        (self.home,) = self.folder.glob("elasticsearch-*")
        java_home = pathlib.Path(shutil.which("java")).resolve().parents[1]
        self.environment = os.environ | {
            "ES_JAVA_OPTS": "-Xms512m -Xmx512m", "ES_JAVA_HOME": str(java_home), "HOME": folder}

    def command(self, name, *arguments):
        as_nobody = []
        if os.getuid() == 0:
            for path in [self.folder, *self.folder.rglob("*")]:
                shutil.chown(path, NOBODY, NOBODY)
            as_nobody = ["setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups"]
        return [*as_nobody, f"{self.home}/bin/{name}", *arguments]

    @contextlib.contextmanager
    def running(self, port, *settings):
        command = self.command(
            "elasticsearch", "-Ediscovery.type=single-node", f"-Ehttp.port={port}", f"-Etransport.port={free_port()}",
            "-Ecluster.routing.allocation.disk.threshold_enabled=false", *(f"-E{setting}" for setting in settings))
        process = subprocess.Popen(command, cwd=self.folder, env=self.environment, stdout=subprocess.DEVNULL)
        try:
            yield
        finally:
            process.terminate()
            process.wait(60)

    @contextlib.contextmanager
    def open_to_all(self):
        """The address of a server that asks nobody for a password."""
        port = free_port()
        url = f"http://127.0.0.1:{port}"
        with self.running(port, "xpack.security.enabled=false"):
            eventually(lambda: urllib.request.urlopen(url + "/_cluster/health", timeout=5).close(), seconds=180)
            yield url

    @contextlib.contextmanager
    def secured(self, password):
        """A server that speaks TLS alone, and whose user elastic has this password."""
        certificate, _ = self_signed(self.home / "config")
        subprocess.run(
            self.command("elasticsearch-keystore", "add", "-f", "-x", "bootstrap.password"), input=password, text=True,
            cwd=self.folder, env=self.environment, check=True, capture_output=True, timeout=60)
        server = Secured(free_port(), certificate, password)
        with self.running(
                server.port, "xpack.security.enabled=true", "xpack.security.http.ssl.enabled=true",
                "xpack.security.http.ssl.certificate=server.pem", "xpack.security.http.ssl.key=server.key",
                f"path.data={self.folder}/secured"):
            eventually(server.answers, seconds=180)
            yield server


class Secured:

    def __init__(self, port, certificate, password):
        self.port = port
        self.certificate = certificate
        self.password = password

    def connection_string(self, credentials="", option=""):
        return f"elasticsearchs://{credentials}127.0.0.1:{self.port}?ca_certs={self.certificate}{option}"

    def answers(self):
        basic = base64.b64encode(f"elastic:{self.password}".encode()).decode()
        request = urllib.request.Request(
            f"https://127.0.0.1:{self.port}/_cluster/health", headers={"Authorization": f"Basic {basic}"})
        trusting = ssl.create_default_context(cafile=self.certificate)
        urllib.request.urlopen(request, timeout=5, context=trusting).close()
