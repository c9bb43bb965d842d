// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

import io.profiler.propagation.Allowance;
import io.profiler.trace.jvm.MethodCalls;
import io.profiler.trace.jvm.MethodPattern;
import io.profiler.trace.jvm.Refusal;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Decides of which methods a request has the calls told. Thread-safe. */
final class MethodMasks {

    private final MethodMask ofAll;
    private final List<String> owners;
    private final @Nullable MethodCalls calls;

    /**
     * @param always methods of which all requests have the calls told
     * @param owners packages and classes whose methods a token may ask for
     */
    MethodMasks(List<MethodPattern> always, List<String> owners) {
        boolean isWanted = !always.isEmpty() || !owners.isEmpty();
        this.calls = isWanted && MethodCalls.areTold() ? new MethodCalls(always) : null;
        this.ofAll = calls == null ? MethodMask.NONE : new MethodMask(calls, new LinkedHashSet<>(always), Map.of());
        this.owners = List.copyOf(owners);
    }

    /** Has what a token asks for told, as far as it may be; nothing if it leaves out the spans that would tell it. */
    MethodMask of(Allowance allowance) {
        return allowance.methods().isEmpty() || !allowance.allows(MethodSpans.NAME) ? ofAll : with(allowance.methods());
    }

    private MethodMask with(Set<String> askedFor) {
        Set<MethodPattern> patterns = new LinkedHashSet<>(ofAll.patterns());
        Map<String, String> refused = new LinkedHashMap<>();
        for (String text : askedFor) {
            MethodPattern pattern = patternOrNull(text);
            Refusal refusal = pattern == null ? Refusal.MALFORMED : ask(pattern);
            if (pattern != null && refusal == null) {
                patterns.add(pattern);
            } else if (refusal != null) {
                refused.put(text, refusal.word());
            }
        }
        return new MethodMask(calls, patterns, refused);
    }

    private static @Nullable MethodPattern patternOrNull(String text) {
        try {
            MethodPattern pattern = MethodPattern.parse(text);
            return pattern.isOfAnnotation() ? null : pattern;
        } catch (IllegalArgumentException malformed) {
            return null;
        }
    }

    private @Nullable Refusal ask(MethodPattern pattern) {
        if (ofAll.patterns().contains(pattern)) {
            return null;
        }
        if (owners.stream().noneMatch(pattern::isWithin)) {
            return Refusal.NOT_ALLOWED;
        }
        if (ofAll.patterns().stream().anyMatch(MethodPattern::isOfAnnotation)) {
            return Refusal.BY_ANNOTATION;
        }
        return calls == null ? Refusal.JAVA : calls.ask(pattern);
    }
}
