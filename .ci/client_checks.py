#!/usr/bin/python3
"""Checks that the sample serves OpenStack's own clients: each command is profiled, and both reports of its kind of trace agree;
the Python library gets what it got from Zaqar.

Starts the sample with the README's command on its default ports, which have to be free.
"""

import json
import os
import re
import subprocess

from checks import SERVICE, check, eventually, finish, our_complete_report, report_from_both, sample, spans
from stub_keystone import stub_keystone
from zaqarclient_calls import check_recorded_calls

KEY = "123"
QUEUES = "mongodb_queues_controller"
POOLS = "mongodb_pools_controller"
FLAVORS = "mongodb_flavors_controller"
MESSAGES = "mongodb_message_controller"
CLAIMS = "mongodb_claim_controller"
SUBSCRIPTIONS = "mongodb_subscription_controller"
JSON_AS_IT_IS = (["homedoc"], ["health"])
RESERVED_METADATA = {
    "_max_messages_post_size": 262144,
    "_default_message_ttl": 3600,
    "_default_message_delay": 0,
    "_dead_letter_queue": None,
    "_dead_letter_queue_messages_ttl": None,
    "_max_claim_count": None,
    "_enable_encrypt_messages": False,
}


class OpenStackClient:
    """The command `openstack`, as a user with a password, a project and a client id."""

    def __init__(self, auth_url):
        self.environment = os.environ | {
            "OS_AUTH_TYPE": "password",
            "OS_AUTH_URL": auth_url,
            "OS_USERNAME": "demo",
            "OS_PASSWORD": "secret",
            "OS_PROJECT_ID": "client-checks",
            "OS_USER_DOMAIN_NAME": "Default",
            "OS_MESSAGE_CLIENT_ID": "3381af92-2b9e-11e3-b191-71861300734c",
        }
        self.compared = set()

    def check(self, command, stores, shows=None):
        """Runs a command, compares what it shows, and looks for the spans of the stores in its trace.

        What it shows is compared as JSON; a function is given it instead, and None stands for nothing at all.
        """
        name = f"openstack messaging {' '.join(command)} --os-profile {KEY}"

        @check(name)
        def _():
            as_json = [] if shows is None or command in JSON_AS_IT_IS else ["-f", "json"]
            output, trace_id = self.profiled(*command, *as_json)
            if callable(shows):
                shows(json.loads(output))
            elif shows is None:
                assert output == "", output
            else:
                assert json.loads(output) == shows, output
            seen = {span["info"]["name"] for span in spans(self.report(trace_id, tuple(stores)))}
            assert seen == {"wsgi", "controller", *stores, *(["db"] if stores else [])}, f"spans {sorted(seen)}"

    def report(self, trace_id, stores):
        """By our command; the first of each kind has to be osprofiler's as well, byte for byte."""
        if stores in self.compared:
            return eventually(lambda: our_complete_report(trace_id))
        self.compared.add(stores)
        return report_from_both(trace_id)

    def profiled(self, *command):
        completed = subprocess.run(
            ["openstack", "messaging", *command, "--os-profile", KEY], env=self.environment, capture_output=True,
            text=True, timeout=60)
        errors, trace_id = re.match(r"(.*?)^Trace ID: (\S+)$", completed.stderr, re.MULTILINE | re.DOTALL).groups()
        assert completed.returncode == 0 and not errors, errors
        return completed.stdout, trace_id


def check_service(client):
    def has_queues(document):
        assert "rel/queues" in document["resources"], document

    client.check(["ping"], [], {"Pingable": True})
    client.check(["homedoc"], [], has_queues)


def check_pools_and_flavors(client):
    pool = {"Name": "plain", "Weight": 100, "URI": "mongodb://127.0.0.1:27017", "Flavor": None, "Options": {}}
    flavored = {"Name": "fast", "Weight": 10, "URI": "mongodb://localhost:27017", "Flavor": "gold", "Options": {}}
    flavor = {"Name": "gold", "Pool list": ["fast"]}
    client.check(["pool", "list"], [POOLS], [])
    client.check(["pool", "create", "plain", pool["URI"], "100"], [POOLS], pool)
    client.check(["pool", "create", "fast", flavored["URI"], "10"], [POOLS], flavored | {"Flavor": None})
    client.check(["flavor", "list"], [FLAVORS], [])
    client.check(
        ["flavor", "create", "gold", "--pool_list", "fast"], [FLAVORS, POOLS], flavor | {"Capabilities": {}})
    client.check(["flavor", "list"], [FLAVORS, POOLS], [flavor])
    client.check(["pool", "list", "--detailed"], [POOLS], [flavored, pool])

    def is_well(health):
        assert health["catalog_reachable"] and health["plain"]["storage_reachable"], health

    client.check(["health"], [POOLS, FLAVORS, QUEUES, MESSAGES, CLAIMS], is_well)


def check_queues(client):
    metadata = {"color": "red", "_default_message_ttl": 600}

    def is_shown_with_its_metadata(rows):
        (row,) = rows
        assert row == {"Name": "q2", "Metadata_Dict": RESERVED_METADATA, "Href": "/v2/queues/q2"}, row

    client.check(["queue", "list"], [QUEUES], [])
    client.check(["queue", "create", "q1"], [QUEUES, POOLS], {"Name": "q1"})
    client.check(["queue", "create", "q2"], [QUEUES, POOLS], {"Name": "q2"})
    client.check(["queue", "list"], [QUEUES], [{"Name": "q1"}, {"Name": "q2"}])
    client.check(
        ["queue", "list", "--marker", "q1", "--limit", "5", "--detailed"], [QUEUES], is_shown_with_its_metadata)
    client.check(["queue", "set", "metadata", "q1", json.dumps(metadata)], [QUEUES])
    client.check(["queue", "get", "metadata", "q1"], [QUEUES], {"Metadata": RESERVED_METADATA | metadata})
    client.check(["queue", "delete", "q2"], [QUEUES, MESSAGES, SUBSCRIPTIONS])

    def is_signed(signed):
        assert signed["Paths"] == "/v2/queues/q1/messages" and signed["Signature"], signed

    client.check(["queue", "signed", "url", "q1"], [], is_signed)
    client.check(["queue", "list"], [QUEUES], [{"Name": "q1"}])


def check_messages_and_claims(client):
    ids = []
    claim = []

    def are_both(rows):
        assert [row["Body"] for row in rows] == [{"n": 1}, "two"], rows
        assert all(row["TTL"] == 300 and row["Claim ID"] is None for row in rows), rows
        ids.extend(row["ID"] for row in rows)

    def claims_both(rows):
        assert [row["Message_ID"] for row in rows] == ids, rows
        assert [row["Messages"] for row in rows] == [{"n": 1}, "two"], rows
        claim.append(rows[0]["Claim_ID"])

    def is_the_claim(rows):
        assert [row["Message_ID"] for row in rows] == ids, rows

    def counts(free, claimed):
        def count(stats):
            messages = stats["Stats"]["messages"]
            assert (messages["free"], messages["claimed"], messages["total"]) == (free, claimed, free + claimed), stats

        return count

    posted = '[{"body": {"n": 1}, "ttl": 300}, {"body": "two", "ttl": 300}]'
    client.check(["message", "post", "q1", posted], [QUEUES, MESSAGES])
    client.check(["message", "list", "q1"], [QUEUES, MESSAGES], [])
    client.check(
        ["message", "list", "q1", "--limit", "2", "--echo", "--include-claimed"], [QUEUES, MESSAGES], are_both)
    client.check(["queue", "stats", "q1"], [MESSAGES], counts(free=2, claimed=0))
    client.check(
        ["claim", "create", "q1", "--ttl", "300", "--grace", "60", "--limit", "2"], [QUEUES, CLAIMS], claims_both)
    client.check(["claim", "query", "q1", *claim], [CLAIMS], is_the_claim)
    client.check(["queue", "stats", "q1"], [MESSAGES], counts(free=0, claimed=2))
    client.check(["claim", "release", "q1", *claim], [CLAIMS])
    client.check(["queue", "purge", "q1", "--resource_types", "messages"], [MESSAGES])
    client.check(["queue", "stats", "q1"], [MESSAGES], counts(free=0, claimed=0))


def check_subscriptions(client):
    subscriber = "http://127.0.0.1:9/subscriber"

    def is_it(rows):
        (row,) = rows
        assert (row["Subscriber"], row["TTL"]) == (subscriber, 3600), row

    client.check(
        ["subscription", "create", "q1", subscriber, "3600"], [QUEUES, SUBSCRIPTIONS], lambda row: is_it([row]))
    client.check(["subscription", "list", "q1"], [SUBSCRIPTIONS], is_it)


def main():
    with sample(), stub_keystone(SERVICE, "client-checks") as auth_url:
        client = OpenStackClient(auth_url)
        check_service(client)
        check_pools_and_flavors(client)
        check_queues(client)
        check_messages_and_claims(client)
        check_subscriptions(client)
        check_recorded_calls()
    finish()


if __name__ == "__main__":
    main()
