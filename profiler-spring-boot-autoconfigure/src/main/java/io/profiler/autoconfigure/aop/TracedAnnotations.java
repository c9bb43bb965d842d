// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.aop;

import io.profiler.trace.Traced;
import io.profiler.trace.TracedMethod;
import java.lang.reflect.Method;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Methods and classes that carry {@link Traced}. */
final class TracedAnnotations implements LayerMethods {

    private final LayerAnnotations<Traced> annotations = new LayerAnnotations<>(Traced.class);

    @Override
    public boolean isCandidate(Class<?> targetClass) {
        return annotations.isOn(targetClass);
    }

    @Override
    public boolean isMarked(Class<?> targetClass) {
        return annotations.isOn(targetClass);
    }

    @Override
    public @Nullable TracedMethod find(Method method, Class<?> targetClass) {
        Traced traced = annotations.find(method, targetClass);
        return traced == null
                ? null
                : TracedMethods.describe(traced.value(), method, targetClass)
                        .info(info(traced.info()))
                        .hideArguments(traced.hideArguments())
                        .showResult(traced.showResult())
                        .build();
    }

    private static Map<String, String> info(String[] assignments) {
        Map<String, String> info = new LinkedHashMap<>();
        for (String assignment : assignments) {
            String[] keyAndValue = assignment.split("=", 2);
            info.put(keyAndValue[0].strip(), keyAndValue.length == 2 ? keyAndValue[1].strip() : "");
        }
        return info;
    }
}
