// SPDX-License-Identifier: Apache-2.0
package io.profiler.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LibraryTest {

    private static final ConnectionString REDIS = new ConnectionString("redis://u:geheim@h");
    private static final Library PRESENT = new Library("org.junit:present", Test.class.getName());
    private static final Library ABSENT = new Library("org.none:absent", "org.none.Absent", "org.none:starter");
    private static final Library ANOTHER = new Library("org.none:another", "org.none.Another", "org.none:starter");

    @Test
    void whatIsMissingIsNamedWithWhatBringsIt() {
        assertThatThrownBy(() -> Library.using(List.of(PRESENT, ABSENT, ANOTHER), REDIS, () -> "opened"))
                .isInstanceOfSatisfying(
                        MissingLibraryException.class,
                        missing -> assertThat(missing.dependency()).isEqualTo("org.none:starter"))
                .hasMessage("'redis://' needs the libraries org.none:absent and org.none:another, which are not on the"
                        + " classpath");
    }

    @Test
    void whatALibraryNeedsAndIsMissingIsNamed() {
        assertThatThrownBy(() -> Library.using(List.of(PRESENT), REDIS, () -> {
                    throw new NoClassDefFoundError("org/none/Transitive$Part");
                }))
                .isInstanceOf(UnfitLibraryException.class)
                .hasMessage(
                        "'redis://' needs, by org.junit:present, the class org.none.Transitive$Part, which is not on"
                                + " the classpath");
    }

    static Stream<LinkageError> faults() {
        return Stream.of(
                new NoSuchMethodError("'void io.lettuce.core.RedisClient.gone()'"),
                new UnsupportedClassVersionError(
                        "io/lettuce/core/RedisClient has been compiled by a more recent version"),
                new ExceptionInInitializerError(new IllegalStateException("io.lettuce.core.RedisClient is closed")),
                new NoClassDefFoundError("Could not initialize class io.lettuce.core.RedisClient"),
                new IncompatibleClassChangeError("io.lettuce.core.RedisClient is no interface"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void whatIsThereAndDoesNotWorkIsNotCalledMissing(LinkageError fault) {
        assertThatThrownBy(() -> Library.using(List.of(PRESENT), REDIS, () -> {
                    throw fault;
                }))
                .isInstanceOf(UnfitLibraryException.class)
                .hasMessageStartingWith(
                        "'redis://' does not work with the version of org.junit:present on the classpath: ")
                .hasMessageContaining("RedisClient")
                .hasMessageNotContaining("geheim")
                .hasMessageNotContaining("\n");
    }
}
