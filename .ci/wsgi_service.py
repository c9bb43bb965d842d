#!/usr/bin/python3
"""A service in Python between two in Java: it asks the next one for what it is asked for.

Arguments: the port to listen on, the address of the next service, where traces go, the key.
"""

import sys
from wsgiref.simple_server import make_server

import requests
from oslo_config import cfg
from osprofiler import notifier, opts, profiler, web
from osprofiler.drivers import redis_driver


def forward_to(following):
    def application(environ, start_response):
        url = following + environ["PATH_INFO"]
        # As OSprofiler's own adapter of requests does, which Debian's OSprofiler is too old for.
        with profiler.Trace("requests", info={"requests": {"method": "GET", "url": url}}):
            answer = requests.get(url, headers=web.get_trace_id_headers(), timeout=60)
        start_response(f"{answer.status_code} {answer.reason}", [("Content-Type", answer.headers["Content-Type"])])
        return [answer.content]

    return application


def main():
    port, following, store, key = sys.argv[1:]
    opts.set_defaults(cfg.CONF)
    notifier.set(redis_driver.Redis(store, project="demo", service="warehouse", host="python-host").notify)
    service = web.WsgiMiddleware(forward_to(following), hmac_keys=key, enabled=True)
    make_server("127.0.0.1", int(port), service).serve_forever()


if __name__ == "__main__":
    main()
