// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.war;

import io.profiler.autoconfigure.kit.RawHttp;
import io.profiler.autoconfigure.kit.RunningApp;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import java.io.File;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.catalina.Context;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.startup.Tomcat;
import org.apache.catalina.webresources.DirResourceSet;
import org.apache.catalina.webresources.JarResourceSet;
import org.apache.catalina.webresources.StandardRoot;

/**
 * A Tomcat that runs {@link WarApplication} with a class loader of its own, as it does a WAR; run in a JVM of its own.
 * Profiles requests, undeploys the application, and says what has come of both.
 */
final class Container {

    private static final String APPLICATION = "io.profiler.autoconfigure.war.WarApplication";

    private Container() {}

    public static void main(String[] arguments) throws Exception {
        Tomcat tomcat = new Tomcat();
        Path base = Path.of(arguments[0]);
        Files.createDirectories(base.resolve("webapps"));
        tomcat.setBaseDir(base.toString());
        tomcat.setPort(0);
        tomcat.start();
        WeakReference<ClassLoader> first = deployAndUndeploy(tomcat, base);
        deployAndUndeploy(tomcat, base);
        awaitGone(first);
        System.out.println("class loader of the first: " + (first.refersTo(null) ? "gone" : "left"));
        System.exit(0);
    }

    /** Threads of the application's libraries take a moment to end. */
    private static void awaitGone(WeakReference<ClassLoader> loader) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        System.gc();
        while (!loader.refersTo(null) && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(100);
            System.gc();
        }
    }

    /** What is loaded for the second time takes the place of what the JDK itself remembers of the first. */
    private static WeakReference<ClassLoader> deployAndUndeploy(Tomcat tomcat, Path base) {
        Context context = context(tomcat, base);
        int port = tomcat.getConnector().getLocalPort();
        RawHttp.get(port, "/w/boom", RunningApp.signed("boom")).forEach(line -> System.out.println("boom: " + line));
        RawHttp.get(port, "/w/hello", RunningApp.signed("hello")).forEach(line -> System.out.println("hello: " + line));
        WeakReference<ClassLoader> loader =
                new WeakReference<>(context.getLoader().getClassLoader());
        tomcat.getHost().removeChild(context);
        return loader;
    }

    private static Context context(Tomcat tomcat, Path base) {
        StandardContext context = new StandardContext();
        context.setPath("/w");
        context.setDocBase(base.toString());
        context.addLifecycleListener(new Tomcat.FixContextListener());
        context.setParentClassLoader(Container.class.getClassLoader());
        StandardRoot resources = new StandardRoot(context);
        for (String place : System.getProperty("java.class.path").split(File.pathSeparator)) {
            if (place.endsWith(".jar")) {
                resources.addPostResources(new JarResourceSet(resources, "/WEB-INF/classes", place, "/"));
            } else if (new File(place).isDirectory()) {
                resources.addPostResources(new DirResourceSet(resources, "/WEB-INF/classes", place, "/"));
            }
        }
        context.setResources(resources);
        context.addServletContainerInitializer((types, servlets) -> initialize(servlets), Set.of());
        tomcat.getHost().addChild(context);
        return context;
    }

    /** The initializer's types are the web application's own: this class has others of the same names. */
    private static void initialize(ServletContext servlets) throws ServletException {
        try {
            Class<?> application = servlets.getClassLoader().loadClass(APPLICATION);
            application
                    .getMethod("onStartup", ServletContext.class)
                    .invoke(application.getConstructor().newInstance(), servlets);
        } catch (ReflectiveOperationException failed) {
            throw new ServletException(failed);
        }
    }
}
