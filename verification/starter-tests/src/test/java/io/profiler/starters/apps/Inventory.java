// SPDX-License-Identifier: Apache-2.0
package io.profiler.starters.apps;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** What an application has once it is started, but for what is the profiler's. */
public final class Inventory {

    private Inventory() {}

    /**
     * Starts, looks, asks and stops.
     *
     * @param question what only this application can be asked
     */
    public static Map<String, List<String>> of(
            Class<?> application, Function<ConfigurableApplicationContext, String> question, String... properties) {
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        try (ConfigurableApplicationContext context = SpringApplication.run(application, arguments(properties))) {
            Map<String, List<String>> inventory = new TreeMap<>();
            inventory.put("beans", new ArrayList<>(beans(context)));
            inventory.put("answer", List.of(question.apply(context)));
            inventory.put("threads", threads(before));
            return inventory;
        }
    }

    private static String[] arguments(String... properties) {
        return Stream.concat(
                        Stream.of(
                                "server.port=0",
                                "server.address=127.0.0.1",
                                "spring.main.banner-mode=off",
                                "spring.main.register-shutdown-hook=false"),
                        Stream.of(properties))
                .map(property -> "--" + property)
                .toArray(String[]::new);
    }

    /** What configurations define is here, not they themselves: one more that defines nothing changes nothing. */
    private static List<String> beans(ConfigurableApplicationContext context) {
        return Stream.of(context.getBeanDefinitionNames())
                .filter(name -> !name.contains("io.profiler."))
                .filter(name -> !name.endsWith("Configuration"))
                .sorted()
                .toList();
    }

    /**
     * But for those of the JVM, which has some without a name: for tasks where cores are few, and for its channels; and for
     * HikariCP's that ends when it has had nothing to do for a while.
     */
    private static List<String> threads(Set<Thread> before) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !before.contains(thread))
                .filter(thread -> !isOfTheJvm(thread))
                .map(thread -> thread.getName().replaceAll("[0-9a-f]{24}|[0-9]+", "N"))
                .sorted()
                .toList();
    }

    private static boolean isOfTheJvm(Thread thread) {
        ThreadGroup group = thread.getThreadGroup();
        return group == null
                || group.getName().equals("system")
                || group.getName().equals("InnocuousThreadGroup")
                || thread.getName().matches("ForkJoinPool.*|Thread-[0-9]+|HikariPool-[0-9]+:connection-adder");
    }
}
