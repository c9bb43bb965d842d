// SPDX-License-Identifier: Apache-2.0
package io.profiler.admission;

import io.profiler.internal.LastUsed;
import io.profiler.internal.OccasionalLog;
import io.profiler.propagation.TraceContext;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * Decides which of the requests that may be profiled are. One that is not is served like any other; it is counted, and told
 * in the log at most once a minute, without anything that its caller has sent.
 *
 * <p>Thread-safe. What it remembers of callers is bounded.
 *
 * @since 0.1
 */
public final class Admission {

    private static final int REMEMBERED_KEYS = 64;

    private final LongSupplier nanoClock;
    private final OpenRequests open;
    private final LastUsed<String, KeyRate> rates;
    private final AtomicLongArray counts = new AtomicLongArray(Refusal.values().length);
    private final Map<Refusal, OccasionalLog> logs = new EnumMap<>(Refusal.class);

    /**
     * Nobody is remembered yet, and no request is under way.
     *
     * @param limits how many requests are profiled
     */
    public Admission(AdmissionLimits limits) {
        this(limits, System::nanoTime);
    }

    Admission(AdmissionLimits limits, LongSupplier nanoClock) {
        this.nanoClock = nanoClock;
        this.open = new OpenRequests(limits.openTraces());
        this.rates =
                new LastUsed<>(REMEMBERED_KEYS, key -> new KeyRate(limits.requestsPerSecond(), nanoClock.getAsLong()));
        for (Refusal refusal : Refusal.values()) {
            logs.put(refusal, new OccasionalLog(LoggerFactory.getLogger(Admission.class)));
        }
    }

    /**
     * Asks for a request that is about to be profiled.
     *
     * @param context what its headers say, once they are verified
     * @return to be closed when the request ends; null if it is to be served unprofiled
     */
    public @Nullable Admitted admit(TraceContext context) {
        long now = nanoClock.getAsLong();
        if (!rates.of(context.hmacKey()).admit(context.askedBy(), now)) {
            refuse(Refusal.REQUESTS_PER_SECOND);
            return null;
        }
        Admitted admitted = new Admitted(this, context.askedBy(), now);
        if (!open.add(admitted)) {
            refuse(Refusal.OPEN_TRACES);
            return null;
        }
        return admitted;
    }

    /** {@return whether any request is being profiled} */
    public boolean isProfiling() {
        return !open.isEmpty();
    }

    void closed(Admitted request) {
        open.remove(request);
    }

    void refuse(Refusal refusal) {
        counts.incrementAndGet(refusal.ordinal());
        OccasionalLog log = logs.get(refusal);
        if (log != null) {
            log.warn("Requests are served unprofiled, because " + refusal.because());
        }
    }

    /**
     * How many requests were served unprofiled.
     *
     * @param refusal for which reason
     * @return a number that never falls
     */
    public long count(Refusal refusal) {
        return counts.get(refusal.ordinal());
    }
}
