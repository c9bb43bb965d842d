// SPDX-License-Identifier: Apache-2.0
package io.profiler.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;

class OccasionalLogTest {

    private final List<String> warnings = new ArrayList<>();
    private Error fault;

    private final OccasionalLog log = new OccasionalLog((Logger) Proxy.newProxyInstance(
            getClass().getClassLoader(), new Class<?>[] {Logger.class}, (proxy, method, arguments) -> {
                if (fault != null) {
                    throw fault;
                }
                if (method.getName().equals("warn")) {
                    warnings.add(Arrays.deepToString(arguments));
                }
                return null;
            }));

    @Test
    void warnsOnceAMinute() {
        log.warn("one");
        log.warn("two");
        log.warn("three", new IllegalStateException());

        assertThat(warnings).containsExactly("[one]");
    }

    @Test
    void keepsToOneLine() {
        log.warn("id \u001b[2J\r\nforged", new IllegalStateException("a\nb"));

        assertThat(warnings).hasSize(1).allMatch(line -> !line.contains("\n") && !line.contains("\u001b"));
    }

    @Test
    void whatCouldNotBeToldIsToldNextTime() {
        fault = new OutOfMemoryError("of a test");
        log.warn("one", new IllegalStateException());
        log.warn("two");
        fault = null;

        log.warn("three");

        assertThat(warnings).containsExactly("[three]");
    }
}
