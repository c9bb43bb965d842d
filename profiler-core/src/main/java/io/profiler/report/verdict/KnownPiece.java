// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.verdict;

import io.profiler.internal.BoundedTime;

/**
 * A stretch of time of which the JVM tells the cause.
 *
 * @param micros how much of the stretch it was, spread evenly over it
 */
record KnownPiece(Cause cause, long fromMicros, long toMicros, long micros) {

    boolean isAll() {
        return micros == length();
    }

    private long length() {
        return BoundedTime.minus(toMicros, fromMicros);
    }

    boolean isNear(long moment, Cause seen, long slackMicros) {
        return cause == seen && fromMicros - slackMicros <= moment && moment <= toMicros + slackMicros;
    }

    /** How much of it is what it tells. */
    double density() {
        return isAll() ? 1 : (double) micros / length();
    }

    /** The part of it from one moment in it to another. */
    KnownPiece between(long from, long to) {
        return new KnownPiece(cause, from, to, until(to) - until(from));
    }

    /** How much of it is over at a moment in it. */
    long until(long moment) {
        long over = BoundedTime.minus(moment, fromMicros);
        return isAll() ? over : (long) ((double) micros * over / length());
    }
}
