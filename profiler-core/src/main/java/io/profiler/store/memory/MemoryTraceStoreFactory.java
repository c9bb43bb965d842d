// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.memory;

import io.profiler.store.ConnectionString;
import io.profiler.store.InvalidConnectionStringException;
import io.profiler.store.StoreOptions;
import io.profiler.store.TraceStoreFactory;
import io.profiler.store.TraceWriter;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Answers to {@code memory://}, which keeps the latest traces in the heap of the process, and {@code memory://?points=100000},
 * which keeps more of them. Each store that is opened is one of its own.
 *
 * @since 0.1
 */
public final class MemoryTraceStoreFactory implements TraceStoreFactory {

    private static final Pattern FORM = Pattern.compile("(?i:memory)://(?:\\?points=(?<points>[1-9]\\d{0,8}))?");
    private static final int DEFAULT_POINTS = 20_000;

    /** For {@link java.util.ServiceLoader}. */
    public MemoryTraceStoreFactory() {}

    @Override
    public Set<String> schemes() {
        return Set.of("memory");
    }

    @Override
    public TraceWriter create(ConnectionString connectionString, StoreOptions options) {
        Matcher form = FORM.matcher(connectionString.value());
        if (!form.matches()) {
            throw new InvalidConnectionStringException("'" + connectionString
                    + "' is not of the form memory:// or memory://?points=20000, with how many trace points are kept");
        }
        if (options.mustExist()) {
            throw new InvalidConnectionStringException(
                    "'" + connectionString
                            + "' is in the memory of the application that writes to it: its Actuator endpoint 'profiler' shows the traces");
        }
        String points = form.group("points");
        return new InMemoryTraceStore(
                options, Capacity.ofPoints(points == null ? DEFAULT_POINTS : Integer.parseInt(points)));
    }
}
