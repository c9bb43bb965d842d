// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.verdict;

import io.profiler.report.internal.analysis.Layer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the name of spans tells.
 *
 * @param layer where in a service they ran
 * @param store whether they asked a database, a cache, or what is in front of one
 * @param cache whether they asked a cache
 * @param messaging whether they sent or received a message
 * @param listener whether they are what a message has set off
 * @param server whether they served a request
 * @param client whether they are a client of another service, which may tell of its calls by spans below
 */
record NameKind(
        Layer layer,
        boolean store,
        boolean cache,
        boolean messaging,
        boolean listener,
        boolean server,
        boolean client) {

    /** Names that tell no layer and what they are of nevertheless. */
    private static final Pattern STORE = Pattern.compile(
            ".*(?:cache|repository|dao|query|memcached|elasticsearch|cassandra).*", Pattern.CASE_INSENSITIVE);

    private static final Pattern CACHE = Pattern.compile(".*(?:cache|memcached).*", Pattern.CASE_INSENSITIVE);

    private static final Pattern MESSAGING =
            Pattern.compile("(?:spring[.])?(?:rabbit|kafka|jms|pulsar|sqs)[._](.*)", Pattern.CASE_INSENSITIVE);
    private static final Pattern SENDING =
            Pattern.compile("(?:.*[._])?(?:send|publish|produce|template)(?:[._].*)?", Pattern.CASE_INSENSITIVE);

    /** What observations call the serving of requests that come by other ways than that of OSprofiler. */
    private static final Pattern SERVER =
            Pattern.compile("(?:grpc|http|rsocket|rpc)[._]server(?:[._].*)?", Pattern.CASE_INSENSITIVE);

    /** As OpenStack's services call what they ask others by. */
    private static final Pattern CLIENT = Pattern.compile(
            "(?:neutron|network|cinder|volume|glance|image|keystone|identity|placement|ironic|barbican|swift|octavia)_api");

    static NameKind of(String name) {
        Layer layer = Layer.of(name);
        Matcher message = MESSAGING.matcher(name);
        boolean messaging = message.matches();
        return new NameKind(
                layer,
                layer.isStore() || STORE.matcher(name).matches(),
                CACHE.matcher(name).matches(),
                messaging,
                messaging && !SENDING.matcher(message.group(1)).matches(),
                SERVER.matcher(name).matches(),
                CLIENT.matcher(name).matches());
    }
}
