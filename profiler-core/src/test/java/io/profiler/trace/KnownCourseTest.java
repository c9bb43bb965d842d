// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/**
 * Monitor, lock, socket, sleep, a collection, classes and arithmetic in one request: what its trace puts down to each is what
 * the clock says, within 10 ms or 5 %.
 */
class KnownCourseTest {

    private static final Duration EVERY = Duration.ofMillis(10);

    /** Of locks of virtual threads the JVM tells nothing, so that looks alone say when they begin and end. */
    private static final Duration EVERY_VIRTUAL = Duration.ofMillis(5);

    private static final int FIRST_WITH_VIRTUAL_THREADS = 21;

    @Test
    void isToldOfAThread() throws Exception {
        assertThat(KnownCourse.untilRight(EVERY, false)).hasSizeLessThan(KnownCourse.MOST_TRIES);
    }

    @Test
    void isToldOfAVirtualThread() throws Exception {
        assumeTrue(Runtime.version().feature() >= FIRST_WITH_VIRTUAL_THREADS);

        assertThat(KnownCourse.untilRight(EVERY_VIRTUAL, true)).hasSizeLessThan(KnownCourse.MOST_TRIES);
    }

    @Test
    @EnabledIfEnvironmentVariable(named = "NEWEST_JAVA_HOME", matches = ".+")
    void isToldByTheNewestJvm(@TempDir Path folder) throws Exception {
        assertToldByNewest(EVERY, false, folder);
        assertToldByNewest(EVERY_VIRTUAL, true, folder);
    }

    private static void assertToldByNewest(Duration every, boolean virtual, Path folder) throws Exception {
        Path output = folder.resolve("output-" + virtual);
        Process program = new ProcessBuilder(
                        Path.of(System.getenv("NEWEST_JAVA_HOME"), "bin", "java")
                                .toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        KnownCourse.class.getName(),
                        Long.toString(every.toMillis()),
                        Boolean.toString(virtual))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            assertThat(program.waitFor(10, TimeUnit.MINUTES)).isTrue();
            assertThat(program.exitValue()).as(Files.readString(output)).isZero();
        } finally {
            program.destroyForcibly();
        }
    }
}
