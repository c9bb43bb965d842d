// SPDX-License-Identifier: Apache-2.0
package io.profiler.benchmarks.inside;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How often somebody found a thread in each of the methods that are known, while it was at known work. */
final class MethodCounts {

    private static final String WORK = KnownWork.class.getName() + '.';
    private static final String PARTS = KnownPart.class.getName() + '$';
    private static final Map<String, KnownMethod> METHODS = methods();

    private final Map<KnownMethod, Long> counts = new EnumMap<>(KnownMethod.class);
    private long all;

    private static Map<String, KnownMethod> methods() {
        Map<String, KnownMethod> methods = new HashMap<>();
        for (KnownMethod method : KnownMethod.values()) {
            methods.put(PARTS + method.method(), method);
        }
        return methods;
    }

    /** Whether a call is known work, or what is around it. */
    static boolean isOfWork(String call) {
        return call.startsWith(PARTS) || call.startsWith(WORK);
    }

    /**
     * Counts what was found.
     *
     * @param call the innermost that is of known work
     * @return which of the methods that was; null if it was none of them, but what is around them
     */
    @Nullable
    KnownMethod add(String call, long times) {
        all += times;
        KnownMethod method = METHODS.get(call);
        if (method != null) {
            counts.merge(method, times, Long::sum);
        }
        return method;
    }

    long all() {
        return all;
    }

    double percent(KnownMethod method) {
        return 100.0 * counts.getOrDefault(method, 0L) / all;
    }
}
