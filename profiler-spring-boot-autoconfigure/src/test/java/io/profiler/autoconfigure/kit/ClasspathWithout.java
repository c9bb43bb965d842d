// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.kit;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.stream.Stream;

/** The classpath of the tests again, without some jars: what is missing is missing for the classes that need it. */
public final class ClasspathWithout implements AutoCloseable {

    private final URLClassLoader loader;

    /**
     * @param jars what the names of the jars to leave out begin with
     */
    public ClasspathWithout(String... jars) {
        URL[] urls = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(File::new)
                .filter(file -> Stream.of(jars).noneMatch(file.getName()::startsWith))
                .map(ClasspathWithout::url)
                .toArray(URL[]::new);
        loader = new URLClassLoader(urls, ClassLoader.getPlatformClassLoader());
    }

    private static URL url(File file) {
        try {
            return file.toURI().toURL();
        } catch (MalformedURLException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs the {@code main} of a class there. */
    public void main(Class<?> type, String... arguments) throws ReflectiveOperationException {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            var main = loader.loadClass(type.getName()).getDeclaredMethod("main", String[].class);
            main.setAccessible(true);
            main.invoke(null, (Object) arguments);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Override
    public void close() throws IOException {
        loader.close();
    }
}
