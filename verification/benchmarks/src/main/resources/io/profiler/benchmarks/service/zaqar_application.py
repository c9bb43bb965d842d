"""Zaqar, unchanged, for a WSGI server; ZAQAR_CONF names its configuration.

Only a filter {key: {"$regex": r, "$gt": x}} is sent as {"$and": [{key: {"$regex": r}}, {key: {"$gt": x}}]}. Both mean
the same to MongoDB, but the server in Java that is used here ignores "$gt" beside "$regex", which breaks lists of queues.
"""

import os
import sys

from zaqar.storage.mongodb import utils

original_query = utils.scoped_query


def scoped_query(*arguments, **options):
    query = original_query(*arguments, **options)
    for key, condition in list(query.items()):
        if isinstance(condition, dict) and {"$regex", "$gt"} <= condition.keys():
            del query[key]
            query["$and"] = [{key: {name: condition[name]}} for name in ("$regex", "$gt")]
    return query


utils.scoped_query = scoped_query
sys.argv = ["zaqar-server", "--config-file", os.environ["ZAQAR_CONF"]]

from zaqar.transport.wsgi.app import app  # noqa: E402, F401 reads sys.argv
