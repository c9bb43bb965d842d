// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.redis;

import io.profiler.point.TracePoint;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;

/** Times as Redis sorts them: in microseconds since the epoch, which its numbers hold exactly. */
final class StartMicros {

    private StartMicros() {}

    /** When the point was made; now, if its writer gave no time that can be read. */
    static long of(TracePoint point) {
        try {
            return of(LocalDateTime.parse(point.timestamp()).toInstant(ZoneOffset.UTC));
        } catch (DateTimeParseException foreign) {
            return of(Instant.now());
        }
    }

    static long of(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }
}
