// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.internal.analysis;

import io.profiler.internal.BoundedTime;
import io.profiler.report.samples.LookKind;

/**
 * What a method took by itself, with what it called of the JDK, while threads did one kind of thing there.
 *
 * @param method class and method
 * @param kind what the threads did
 * @param looks how often they were found there
 * @param micros the part of the self times of spans that these looks stand for
 */
public record MethodTime(String method, LookKind kind, long looks, long micros) {

    MethodTime plus(MethodTime other) {
        return new MethodTime(method, kind, looks + other.looks, BoundedTime.plus(micros, other.micros));
    }
}
