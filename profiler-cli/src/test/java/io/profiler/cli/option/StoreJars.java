// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli.option;

import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.store.TraceStoreFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** A folder of jars whose classes are compiled while the test runs, so that the command's class path has none of them. */
record StoreJars(Path folder) {

    private static final String SHELF = "example.shelf.ShelfTraceStoreFactory";
    private static final int MAJOR_VERSION = 7;

    /** The store that the checks of the built command use as well. */
    StoreJars withShelf() throws IOException {
        try (InputStream source = StoreJars.class.getResourceAsStream("/own-store/" + file(SHELF))) {
            return with(SHELF, new String(source.readAllBytes(), StandardCharsets.UTF_8), TraceStoreFactory.class);
        }
    }

    /** A factory whose scheme is its name: what it does when it is made, and when it makes a store. */
    StoreJars withFactory(String name, String construction, String creation) throws IOException {
        return with(name, source(name, construction, creation), TraceStoreFactory.class);
    }

    /** A jar of one class that offers a service. */
    StoreJars with(String className, String source, Class<?> service) throws IOException {
        return withJar(className, service, compiled(className, source));
    }

    StoreJars withFactoryOfNewerJava(String name) throws IOException {
        Path classes = compiled(name, source(name, "", "return null;"));
        Path file = classes.resolve(name + ".class");
        byte[] content = Files.readAllBytes(file);
        content[MAJOR_VERSION] = Byte.MAX_VALUE;
        Files.write(file, content);
        return withJar(name, TraceStoreFactory.class, classes);
    }

    /** A jar that names a class which is not in it. */
    StoreJars withoutFactory(String className) throws IOException {
        return withJar(className, TraceStoreFactory.class, Files.createTempDirectory(folder, "classes"));
    }

    private static String source(String name, String construction, String creation) {
        return """
                import io.profiler.store.*;
                import java.util.*;
                public final class %1$s implements TraceStoreFactory {
                    public %1$s() { %2$s }
                    public Set<String> schemes() { return Set.of("%1$s".toLowerCase(Locale.ROOT)); }
                    public TraceStore create(ConnectionString string, StoreOptions options) { %3$s }
                }
                """.formatted(name, construction, creation);
    }

    private Path compiled(String className, String source) throws IOException {
        Path classes = Files.createTempDirectory(folder, "classes");
        Path file = classes.resolve(file(className));
        Files.createDirectories(file.getParent());
        Files.writeString(file, source);
        String classPath = System.getProperty("java.class.path");
        assertThat(ToolProvider.getSystemJavaCompiler()
                        .run(null, null, null, "--release", "17", "-proc:none", "-cp", classPath, file.toString()))
                .isZero();
        return classes;
    }

    private static String file(String className) {
        return className.replace('.', '/') + ".java";
    }

    private StoreJars withJar(String className, Class<?> service, Path classes) throws IOException {
        try (OutputStream file = Files.newOutputStream(folder.resolve(className + ".jar"));
                JarOutputStream jar = new JarOutputStream(file)) {
            jar.putNextEntry(new JarEntry("META-INF/services/" + service.getName()));
            jar.write(className.getBytes(StandardCharsets.UTF_8));
            for (Path compiled : classFiles(classes)) {
                jar.putNextEntry(new JarEntry(classes.relativize(compiled).toString()));
                jar.write(Files.readAllBytes(compiled));
            }
        }
        return this;
    }

    private static List<Path> classFiles(Path classes) throws IOException {
        try (Stream<Path> files = Files.walk(classes)) {
            return files.filter(file -> file.toString().endsWith(".class")).toList();
        }
    }
}
