// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure;

import io.profiler.store.ConnectionString;
import io.profiler.store.InvalidConnectionStringException;
import io.profiler.store.Library;
import io.profiler.store.MissingLibraryException;
import io.profiler.store.TraceStoreFactory;
import java.lang.reflect.RecordComponent;
import java.net.http.HttpClient;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.ReflectionHints;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.aot.hint.TypeReference;

/** What the profiler looks up by name, for native images. */
final class ProfilerRuntimeHints implements RuntimeHintsRegistrar {

    private static final List<String> PAGES =
            List.of("io/profiler/autoconfigure/actuate/*.*", "io/profiler/report/html/*.*");

    private static final List<String> DATABASE_DRIVERS = List.of(
            "com.mysql.cj.jdbc.Driver",
            "org.h2.Driver",
            "org.mariadb.jdbc.Driver",
            "org.postgresql.Driver",
            "org.sqlite.JDBC");

    @Override
    public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
        PAGES.forEach(hints.resources()::registerPattern);
        ReflectionHints reflection = hints.reflection();
        Stream.of(ProfilerProperties.class, CollectorProperties.class, ReadingProperties.class, ConsoleProperties.class)
                .forEach(properties -> registerComponents(reflection, properties));
        reflection.registerType(HttpClient.class, MemberCategory.INVOKE_PUBLIC_METHODS);
        DATABASE_DRIVERS.forEach(driver ->
                reflection.registerTypeIfPresent(classLoader, driver, MemberCategory.INVOKE_DECLARED_CONSTRUCTORS));
        ServiceLoader.load(TraceStoreFactory.class, classLoader)
                .forEach(factory -> libraries(factory)
                        .forEach(library -> reflection.registerTypeIfPresent(classLoader, library.className())));
    }

    /** They are what is known of the properties that may be set. */
    private static void registerComponents(ReflectionHints reflection, Class<?> type) {
        reflection.registerType(
                TypeReference.of(type), MemberCategory.ACCESS_DECLARED_FIELDS, MemberCategory.INVOKE_DECLARED_METHODS);
        for (RecordComponent component : type.getRecordComponents()) {
            if (component.getType().isRecord()) {
                registerComponents(reflection, component.getType());
            }
        }
    }

    private static Stream<Library> libraries(TraceStoreFactory factory) {
        return factory.schemes().stream().flatMap(scheme -> libraries(factory, scheme));
    }

    /** What depends on more than the scheme is a driver, which is known by its own name. */
    private static Stream<Library> libraries(TraceStoreFactory factory, String scheme) {
        try {
            return factory.libraries(new ConnectionString(scheme + ":///anywhere")).stream();
        } catch (InvalidConnectionStringException | MissingLibraryException needsMore) {
            return Stream.empty();
        }
    }
}
