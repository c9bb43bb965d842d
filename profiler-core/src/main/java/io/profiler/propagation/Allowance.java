// SPDX-License-Identifier: Apache-2.0
package io.profiler.propagation;

import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How much of a request may be recorded. OSprofiler's headers allow everything, a token what it says.
 *
 * @param names names of the spans that may be recorded, null for all. The span at the top of a request is recorded
 *     whatever its name is, since a trace is known by it
 * @param spans how many spans a request may have in this service at most, 0 if the allowance sets no bound
 * @param samples how long after one look at a thread of a request the next one comes; zero for no look
 * @param methods whose calls are to be spans, as in {@code com.acme.Price::of} or {@code com.acme.Price::*}: 8 at most, of at most
 *     256 characters each; empty for none. A service has to allow it as well
 * @since 0.1
 */
public record Allowance(@Nullable Set<String> names, int spans, Duration samples, Set<String> methods) {

    private static final int MOST_METHODS = 8;
    private static final int LONGEST_METHOD = 256;

    /** Everything. */
    public static final Allowance UNLIMITED = new Allowance(null, 0);

    /**
     * Copies the names.
     *
     * @throws IllegalArgumentException if {@code spans} or {@code samples} is negative, or if there are more {@code methods} than
     *     there may be, or longer ones
     */
    public Allowance {
        if (spans < 0) {
            throw new IllegalArgumentException("spans: " + spans + " is less than 0");
        }
        if (samples.isNegative()) {
            throw new IllegalArgumentException("samples: " + samples + " is less than 0");
        }
        if (methods.size() > MOST_METHODS) {
            throw new IllegalArgumentException("methods: more than " + MOST_METHODS);
        }
        if (methods.stream().anyMatch(method -> method.length() > LONGEST_METHOD)) {
            throw new IllegalArgumentException("methods: one has more than " + LONGEST_METHOD + " characters");
        }
        names = names == null ? null : Set.copyOf(names);
        methods = Set.copyOf(methods);
    }

    /**
     * An allowance without methods by name.
     *
     * @param names names of the spans that may be recorded, null for all
     * @param spans how many spans a request may have in this service at most, 0 if the allowance sets no bound
     * @param samples how long after one look at a thread of a request the next one comes; zero for no look
     */
    public Allowance(@Nullable Set<String> names, int spans, Duration samples) {
        this(names, spans, samples, Set.of());
    }

    /**
     * An allowance without looks.
     *
     * @param names names of the spans that may be recorded, null for all
     * @param spans how many spans a request may have in this service at most, 0 if the allowance sets no bound
     */
    public Allowance(@Nullable Set<String> names, int spans) {
        this(names, spans, Duration.ZERO);
    }

    /**
     * {@return the same, with looks at the threads of the request}
     *
     * @param every how long after one look the next one comes
     */
    public Allowance sampled(Duration every) {
        return new Allowance(names, spans, every, methods);
    }

    /**
     * {@return the same, with the calls of some methods as spans}
     *
     * @param methods which, as above
     * @throws IllegalArgumentException if there are more than there may be, or longer ones
     */
    public Allowance traced(Set<String> methods) {
        return new Allowance(names, spans, samples, methods);
    }

    /**
     * {@return whether spans of a name may be recorded, below the top of a request}
     *
     * @param name as in a trace, without {@code -start} and {@code -stop}
     */
    public boolean allows(String name) {
        return names == null || names.contains(name);
    }
}
