// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the starts of a method's spans say: always the same, but for the arguments of a call where they are shown. */
final class FunctionInfo {

    private static final String FUNCTION = "function";

    private final String name;
    private final String @Nullable [] parameterNames;
    private final boolean hideArguments;
    private final Info withoutArguments;

    FunctionInfo(String name, String @Nullable [] parameterNames, boolean hideArguments, Map<String, ?> more) {
        this.name = name;
        this.parameterNames = parameterNames;
        this.hideArguments = hideArguments;
        Map<String, @Nullable Object> members = new LinkedHashMap<>(more);
        members.put(FUNCTION, Map.of("name", name));
        this.withoutArguments = Info.shared(members);
    }

    Info of(ActiveTrace trace, @Nullable Object[] arguments) {
        return hideArguments || !trace.capture.isEnabled()
                ? withoutArguments
                : with(trace, trace.capture.arguments(parameterNames, arguments));
    }

    private Info with(ActiveTrace trace, String arguments) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>(withoutArguments.members());
        Map<String, Object> function = new LinkedHashMap<>();
        function.put("name", name);
        function.put("args", arguments);
        function.put("kwargs", "{}");
        members.put(FUNCTION, function);
        return Info.own(trace.fit(members));
    }
}
