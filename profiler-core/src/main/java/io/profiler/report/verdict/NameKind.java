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
 */
record NameKind(Layer layer, boolean store, boolean cache, boolean messaging, boolean listener) {

    /** Names that tell no layer and what they are of nevertheless. */
    private static final Pattern STORE = Pattern.compile(
            ".*(?:cache|repository|dao|query|memcached|elasticsearch|cassandra).*", Pattern.CASE_INSENSITIVE);

    private static final Pattern CACHE = Pattern.compile(".*(?:cache|memcached).*", Pattern.CASE_INSENSITIVE);

    private static final Pattern MESSAGING =
            Pattern.compile("(?:spring[.])?(?:rabbit|kafka|jms|pulsar|sqs)[._](.*)", Pattern.CASE_INSENSITIVE);
    private static final Pattern SENDING = Pattern.compile("send|publish|produce|template.*", Pattern.CASE_INSENSITIVE);

    static NameKind of(String name) {
        Layer layer = Layer.of(name);
        Matcher message = MESSAGING.matcher(name);
        boolean messaging = message.matches();
        return new NameKind(
                layer,
                layer.isStore() || STORE.matcher(name).matches(),
                CACHE.matcher(name).matches(),
                messaging,
                messaging && !SENDING.matcher(message.group(1)).matches());
    }
}
