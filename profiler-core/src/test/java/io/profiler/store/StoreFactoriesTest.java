// SPDX-License-Identifier: Apache-2.0
package io.profiler.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.profiler.store.memory.InMemoryTraceStore;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreFactoriesTest {

    private final ClassLoader usual = Thread.currentThread().getContextClassLoader();

    @TempDir
    private Path classes;

    @AfterEach
    void restore() {
        Thread.currentThread().setContextClassLoader(usual);
    }

    @Test
    void whatDoesNotLoadIsLeftOut() throws IOException {
        offer("example.Gone", Throwing.class.getName(), Nameless.class.getName(), Shelf.class.getName());

        assertThat(TraceStores.open(new ConnectionString("shelf://"), StoreOptions.defaults()))
                .isInstanceOf(InMemoryTraceStore.class);
    }

    @Test
    void whatIsLeftOutIsToldToWhomMissesIt() throws IOException {
        offer("example.Gone", Throwing.class.getName(), Nameless.class.getName());

        assertThatExceptionOfType(InvalidConnectionStringException.class)
                .isThrownBy(() -> TraceStores.open(new ConnectionString("gone://"), StoreOptions.defaults()))
                .withMessageStartingWith("'gone://' has no scheme that is known here: ")
                .withMessageEndingWith("; a store cannot be used: Provider example.Gone not found; Provider "
                        + Throwing.class.getName()
                        + " could not be instantiated: java.lang.IllegalStateException: boom;"
                        + " java.lang.UnsupportedOperationException: no name");
    }

    @Test
    void twoThatFailAlikeHideNoneThatComesAfterThem() throws IOException {
        offer(Nameless.class.getName(), AlsoNameless.class.getName(), Shelf.class.getName());

        assertThat(TraceStores.open(new ConnectionString("shelf://"), StoreOptions.defaults()))
                .isInstanceOf(InMemoryTraceStore.class);
    }

    @Test
    void aModuleThatDoesNotLoadIsNotCalledMissing() throws IOException {
        offer(Throwing.class.getName());

        assertThatExceptionOfType(InvalidConnectionStringException.class)
                .isThrownBy(() -> TraceStores.open(new ConnectionString("redis://h"), StoreOptions.defaults()))
                .withMessageContaining("a store cannot be used: Provider " + Throwing.class.getName());
    }

    @Test
    void aModuleThatIsMissingIsNamed() {
        for (String connectionString : List.of("jdbc:h2:mem:x", "jdbc")) {
            assertThatExceptionOfType(MissingLibraryException.class)
                    .isThrownBy(() -> TraceStores.open(new ConnectionString(connectionString), StoreOptions.defaults()))
                    .withMessageContaining("needs the library io.profiler:profiler-store-jdbc")
                    .extracting(MissingLibraryException::dependency)
                    .isEqualTo("io.profiler:profiler-spring-boot-starter-jdbc");
        }
    }

    @Test
    void aClassLoaderThatFailsIsAskedNoMore() {
        Thread.currentThread().setContextClassLoader(new ClassLoader(usual) {
            @Override
            public Enumeration<URL> getResources(String name) throws IOException {
                throw new IOException("the disk is gone");
            }
        });

        assertThat(StoreFactories.onClasspath().known()).endsWith("java.io.IOException: the disk is gone");
    }

    private void offer(String... factories) throws IOException {
        Path services = Files.createDirectories(classes.resolve("META-INF/services"));
        Files.writeString(services.resolve(TraceStoreFactory.class.getName()), String.join("\n", factories));
        Thread.currentThread()
                .setContextClassLoader(
                        new URLClassLoader(new URL[] {classes.toUri().toURL()}, usual));
    }

    public static class Shelf implements TraceStoreFactory {

        @Override
        public Set<String> schemes() {
            return Set.of("shelf");
        }

        @Override
        public TraceStore create(ConnectionString connectionString, StoreOptions options) {
            return new InMemoryTraceStore(options);
        }
    }

    public static final class Throwing extends Shelf {

        public Throwing() {
            throw new IllegalStateException("boom");
        }
    }

    public static final class AlsoNameless extends Shelf {

        @Override
        public Set<String> schemes() {
            throw new UnsupportedOperationException("no name");
        }
    }

    public static final class Nameless extends Shelf {

        @Override
        public Set<String> schemes() {
            throw new UnsupportedOperationException("no name");
        }
    }
}
