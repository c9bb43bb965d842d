"""A Redis server of a check's own."""

import contextlib
import pathlib
import socket
import subprocess
import tempfile

from certificates import self_signed
from checks import eventually
from stores import free_port


@contextlib.contextmanager
def redis():
    """The addresses of one server, without and with TLS, and the certificate of the latter."""
    port, tls_port = free_port(), free_port()
    with tempfile.TemporaryDirectory() as folder:
        certificate, key = self_signed(pathlib.Path(folder))
        process = subprocess.Popen(
            ["redis-server", "--port", str(port), "--bind", "127.0.0.1", "--save", "", "--dir", folder,
             "--tls-port", str(tls_port), "--tls-cert-file", certificate, "--tls-key-file", key,
             "--tls-ca-cert-file", certificate, "--tls-auth-clients", "no"],
            stdout=subprocess.DEVNULL)
        try:
            eventually(lambda: socket.create_connection(("127.0.0.1", port)).close(), seconds=60)
            yield f"redis://127.0.0.1:{port}", f"rediss://127.0.0.1:{tls_port}", certificate
        finally:
            process.terminate()
            process.wait(60)
