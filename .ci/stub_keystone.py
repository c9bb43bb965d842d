"""As much of OpenStack's identity service as `openstack messaging …` asks for: any user gets a token, whose catalogue
names one messaging service."""

import contextlib
import http.server
import json
import threading


@contextlib.contextmanager
def stub_keystone(messaging_endpoint, project):
    """Serves on a free port of the loopback interface, and gives the URL to authenticate at."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), StubKeystone)
    server.url = f"http://127.0.0.1:{server.server_port}/v3"
    server.messaging_endpoint = messaging_endpoint
    server.project = project
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield server.url
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


class StubKeystone(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        if self.path.rstrip("/") == "/v3":
            self.answer(200, {"version": self.version()})
        else:
            self.answer(404, {"error": {"code": 404, "title": "Not Found", "message": self.path}})

    def do_POST(self):
        self.rfile.read(int(self.headers.get("Content-Length") or 0))
        if self.path == "/v3/auth/tokens":
            self.answer(201, {"token": self.token()}, {"X-Subject-Token": "stub-token"})
        else:
            self.answer(404, {"error": {"code": 404, "title": "Not Found", "message": self.path}})

    def version(self):
        media_type = {"base": "application/json", "type": "application/vnd.openstack.identity-v3+json"}
        return {
            "id": "v3.14",
            "status": "stable",
            "updated": "2020-04-07T00:00:00Z",
            "media-types": [media_type],
            "links": [{"rel": "self", "href": self.server.url + "/"}],
        }

    def token(self):
        domain = {"id": "default", "name": "Default"}
        return {
            "methods": ["password"],
            "is_domain": False,
            "audit_ids": ["stub"],
            "issued_at": "2020-01-01T00:00:00.000000Z",
            "expires_at": "2099-01-01T00:00:00.000000Z",
            "user": {"id": "stub-user", "name": "demo", "domain": domain, "password_expires_at": None},
            "project": {"id": self.server.project, "name": self.server.project, "domain": domain},
            "roles": [{"id": "admin", "name": "admin"}],
            "catalog": [
                service("identity", "keystone", self.server.url),
                service("messaging", "zaqar", self.server.messaging_endpoint),
            ],
        }

    def answer(self, status, document, headers={}):
        body = json.dumps(document).encode()
        self.send_response(status)
        for name, value in {"Content-Type": "application/json", "Content-Length": str(len(body)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *arguments):
        pass


def service(kind, name, url):
    region = "RegionOne"
    endpoints = [
        {"id": f"{name}-{interface}", "interface": interface, "region": region, "region_id": region, "url": url}
        for interface in ("public", "internal", "admin")
    ]
    return {"id": name, "type": kind, "name": name, "endpoints": endpoints}
