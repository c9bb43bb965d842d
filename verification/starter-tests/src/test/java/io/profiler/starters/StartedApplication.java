// SPDX-License-Identifier: Apache-2.0
package io.profiler.starters;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** An application of the tests, on a class path of its own as a user has it. */
final class StartedApplication {

    private StartedApplication() {}

    /**
     * Starts it, asks it and stops it again.
     *
     * @return what its {@code run} says
     */
    @SuppressWarnings("unchecked")
    static Map<String, List<String>> run(Class<?> application, List<String> dependencies, String... properties) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader loader = loader(dependencies)) {
            thread.setContextClassLoader(loader);
            return (Map<String, List<String>>) loader.loadClass(application.getName())
                    .getMethod("run", String[].class)
                    .invoke(null, (Object) properties);
        } catch (InvocationTargetException failed) {
            throw new IllegalStateException(failed.getCause());
        } catch (ReflectiveOperationException wrong) {
            throw new IllegalStateException(wrong);
        } catch (IOException unclosed) {
            throw new UncheckedIOException(unclosed);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static URLClassLoader loader(List<String> dependencies) {
        Stream<File> own = Stream.of(Path.of("target", "test-classes").toFile());
        return new URLClassLoader(
                Stream.concat(own, ClassPath.of(dependencies).stream())
                        .map(StartedApplication::url)
                        .toArray(URL[]::new),
                ClassLoader.getPlatformClassLoader());
    }

    private static URL url(File file) {
        try {
            return file.toURI().toURL();
        } catch (MalformedURLException e) {
            throw new UncheckedIOException(e);
        }
    }
}
