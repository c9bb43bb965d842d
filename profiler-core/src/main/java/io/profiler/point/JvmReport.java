// SPDX-License-Identifier: Apache-2.0
package io.profiler.point;

/**
 * Names of what the JVM tells of a request some seconds after its end, in a trace point of its own: {@code info.jvm} of
 * {@code NAME-jvm-manifest-stop}, with the ids and the time of the stop of the request's span NAME. To a store it is a
 * {@link Manifest manifest}, which ends no span and counts as none; OSprofiler 3.4.3 takes it for a later stop of that span, so
 * that no figure of its reports changes.
 *
 * <pre>{@code
 * "jvm": {
 *   "whole": true,                          whether the JVM was listened to all the time
 *   "ended": 230123,                        when the span ended that tells it, since the service opened the trace
 *   "left_out": 0,                          events that are not told, as others were longer
 *   "events": [
 *     {"cause": "lock",                     lock, queue, sleep, socket, file, class; of all threads: gc, safepoint
 *      "span": "5f1c…",                     the span that it happened in; missing for all threads
 *      "at": 12034, "micros": 80123,        when it began since the service opened the trace, and how long it took
 *      "count": 3,                          of several, one soon after the other; missing for one
 *      "within": 81034,                     from the first one's beginning to the last one's end; missing for one
 *      "what": "java.util.HashMap"}         class of the lock or of what was loaded, name of the pause; may be missing
 *   ]
 * }
 * }</pre>
 *
 * @since 0.1
 */
public final class JvmReport {

    /** The member of {@code info} that holds it. */
    public static final String MEMBER = "jvm";

    private JvmReport() {}

    /**
     * {@return the name of the trace point that carries it}
     *
     * @param span name of the request's span in this service, without {@code -start} and {@code -stop}
     */
    public static String nameFor(String span) {
        return Manifest.nameFor(span + '-' + MEMBER);
    }
}
