"""A RabbitMQ for the checks."""

import contextlib
import glob
import os
import pathlib
import signal
import socket
import subprocess
import tempfile
import threading
import time

from certificates import self_signed
from checks import eventually, run
from stores import free_port

CONFIGURATION = """\
listeners.ssl.1 = 127.0.0.1:{port}
ssl_options.certfile = {certificate}
ssl_options.keyfile = {key}
ssl_options.cacertfile = {certificate}
max_message_size = {largest}
"""


class RabbitMq:
    """Debian's RabbitMQ with everything it writes in one folder; its own start script would change the user."""

    def __init__(self, folder, largest):
        self.folder = folder
        self.port = free_port()
        self.tls_port = free_port()
        self.epmd_port = free_port()
        self.certificate, key = self_signed(folder)
        (folder / "rabbitmq.conf").write_text(
            CONFIGURATION.format(
                port=self.tls_port, certificate=self.certificate, key=key, largest=largest))
        (folder / "plugins").write_text("[].")
        self.environment = os.environ | {
            "HOME": str(folder),
            "RABBITMQ_NODENAME": "checks@localhost",
            "RABBITMQ_NODE_IP_ADDRESS": "127.0.0.1",
            "RABBITMQ_NODE_PORT": str(self.port),
            "RABBITMQ_DIST_PORT": str(free_port()),
            "ERL_EPMD_PORT": str(self.epmd_port),
            "ERL_EPMD_ADDRESS": "127.0.0.1",
            "RABBITMQ_MNESIA_BASE": str(folder / "mnesia"),
            "RABBITMQ_LOG_BASE": str(folder / "log"),
            "RABBITMQ_LOGS": "-",
            "RABBITMQ_PID_FILE": str(folder / "pid"),
            "RABBITMQ_ENABLED_PLUGINS_FILE": str(folder / "plugins"),
            "RABBITMQ_CONFIG_FILE": str(folder / "rabbitmq"),
            "RABBITMQ_GENERATED_CONFIG_DIR": str(folder / "generated"),
            "RABBITMQ_CONF_ENV_FILE": "/dev/null",
        }
        self.binaries = glob.glob("/usr/lib/rabbitmq/lib/rabbitmq_server-*/sbin")[0]

    @property
    def url(self):
        return f"rabbit://guest:guest@127.0.0.1:{self.port}/"

    @property
    def tls_url(self):
        return f"rabbit://guest:guest@127.0.0.1:{self.tls_port}/?ssl=true"

    def virtual_host(self, name):
        """The address of a new one."""
        self.control("add_vhost", name)
        self.control("set_permissions", "-p", name, "guest", ".*", ".*", ".*")
        return self.url + name

    def start(self):
        log = self.folder / "output"
        with log.open("w") as output:
            self.process = subprocess.Popen(
                [f"{self.binaries}/rabbitmq-server"], env=self.environment, stdout=output, stderr=subprocess.STDOUT,
                start_new_session=True)
        eventually(lambda: log.read_text().index("Server startup complete"), seconds=120)

    def stop(self):
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGTERM)
        self.process.wait(60)

    def restart(self):
        self.stop()
        self.start()

    def control(self, *command):
        return run([f"{self.binaries}/rabbitmqctl", "-n", "checks@localhost", *command], env=self.environment)

    def where_it_stands(self):
        """For a failure, so that it does not fail itself."""
        try:
            return self.control(
                "list_queues", "--quiet", "name", "messages_ready", "messages_unacknowledged", "consumers")
        except (AssertionError, subprocess.TimeoutExpired) as failure:
            return str(failure)

    def waiting(self):
        lines = self.control("list_queues", "--quiet", "--no-table-headers", "name", "messages").splitlines()
        return {name: int(count) for name, count in (line.split() for line in lines)}


@contextlib.contextmanager
def rabbitmq(largest=1_000_000):
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        broker = RabbitMq(pathlib.Path(folder), largest)
        broker.start()
        try:
            yield broker
        finally:
            broker.stop()
            subprocess.run(["epmd", "-port", str(broker.epmd_port), "-kill"], capture_output=True)


@contextlib.contextmanager
def slow_way_to(port, seconds):
    """A port that leads to another, and lets each new connection wait first."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        threading.Thread(target=lead_on, args=(server, port, seconds), daemon=True).start()
        yield server.getsockname()[1]


def lead_on(server, port, seconds):
    with contextlib.suppress(OSError):  # the end of the check
        while True:
            client, _ = server.accept()
            time.sleep(seconds)
            broker = socket.create_connection(("127.0.0.1", port))
            for source, target in ((client, broker), (broker, client)):
                threading.Thread(target=copy, args=(source, target), daemon=True).start()


def copy(source, target):
    with contextlib.suppress(OSError):
        while data := source.recv(65_536):
            target.sendall(data)
        target.shutdown(socket.SHUT_WR)
