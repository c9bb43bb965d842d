// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The core knows methods of these classes by name: what spans leave on a stack. Who renames one, renames it there. */
class MarkersTest {

    @ParameterizedTest
    @CsvSource({
        "io.profiler.autoconfigure.servlet.ProfilerFilter, profile",
        "io.profiler.autoconfigure.aop.TracingInterceptor, profile",
        "io.profiler.autoconfigure.aop.RoutedCalls, call",
        "io.profiler.autoconfigure.jdbc.TracedObject, call",
        "io.profiler.trace.Profiler, trace",
        "io.profiler.trace.TracePosition, run",
        "io.profiler.trace.TracePosition, call",
    })
    void isThere(String className, String method) throws ClassNotFoundException {
        assertThat(Stream.of(Class.forName(className).getDeclaredMethods()).map(Method::getName))
                .contains(method);
    }
}
