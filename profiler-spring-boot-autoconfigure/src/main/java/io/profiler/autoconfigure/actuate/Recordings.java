// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.actuate;

import io.profiler.autoconfigure.RecordingCookie;
import io.profiler.propagation.Allowance;
import io.profiler.propagation.TokenClaims;
import io.profiler.propagation.TraceToken;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Has all that one browser asks of this application profiled for some minutes, as one trace. */
final class Recordings {

    private static final int MOST_MINUTES = 60;

    private final boolean allowed;
    private final String hmacKey;
    private final CurrentExchange exchange;

    Recordings(boolean allowed, String hmacKey, CurrentExchange exchange) {
        this.allowed = allowed;
        this.hmacKey = hmacKey;
        this.exchange = exchange;
    }

    /** Whether the application has browsers recorded, and this is a server that can give them a cookie. */
    boolean areAllowed() {
        return allowed && exchange.takesCookies();
    }

    /**
     * Begins a recording, in place of the one that there may be.
     *
     * @return an object with the trace and the time at which the recording ends
     * @throws InvalidParameterException if it is to last too long or not at all, or browsers are not recorded
     */
    Map<String, Object> begin(int minutes) {
        requireAllowed();
        if (minutes < 1 || minutes > MOST_MINUTES) {
            throw new InvalidParameterException("minutes: " + minutes + " is not a number from 1 to " + MOST_MINUTES);
        }
        String traceId = UUID.randomUUID().toString();
        Duration life = Duration.ofMinutes(minutes);
        Instant until = Instant.now().plus(life).truncatedTo(ChronoUnit.SECONDS);
        TokenClaims claims = new TokenClaims("/**", Set.of(), Allowance.UNLIMITED, until)
                .in(traceId, traceId)
                .inCookie();
        exchange.addCookie(RecordingCookie.begin(TraceToken.sign(claims, hmacKey), life, exchange.isSecure()));
        return Map.of("traceId", traceId, "until", until.toString());
    }

    /**
     * Ends the recording, if there is one.
     *
     * @throws InvalidParameterException if browsers are not recorded
     */
    void end() {
        requireAllowed();
        RecordingCookie.end(exchange.isSecure()).forEach(exchange::addCookie);
    }

    private void requireAllowed() {
        if (!areAllowed()) {
            throw new InvalidParameterException(
                    "browsers are recorded only in servlet applications with profiler.record-browsers=true");
        }
    }
}
