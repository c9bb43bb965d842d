// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.aop;

import io.profiler.autoconfigure.aop.proxy.Obstacle;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** Says once of each class that has trace points, but cannot be traced, why not. */
final class UntracedLog {

    private static final Logger logger = LoggerFactory.getLogger(UntracedLog.class);

    private static final String TOLD_ANYWAY = ": its calls have spans all the same, without arguments and results";

    private final Map<String, Obstacle> told = new ConcurrentHashMap<>();
    private final Set<String> toldAnyway = ConcurrentHashMap.newKeySet();
    private final Set<String> libraryClasses = ConcurrentHashMap.newKeySet();

    /** Of one whose calls others put spans around. */
    void tellOfProxy(Class<?> type, Obstacle obstacle) {
        if (told.putIfAbsent(type.getName(), obstacle) == null) {
            toldAnyway.add(type.getName());
            logger.debug("{} has no proxy, because {}{}", type.getName(), obstacle.reason(), TOLD_ANYWAY);
        }
    }

    /** What to say of a reason besides. */
    String more(String type) {
        return toldAnyway.contains(type) ? TOLD_ANYWAY : "";
    }

    /**
     * @param isUnasked whether nobody has asked for it to be traced
     */
    void tell(Class<?> type, Obstacle obstacle, boolean isUnasked) {
        if (told.putIfAbsent(type.getName(), obstacle) == null) {
            logger.atLevel(isUnasked ? Level.DEBUG : Level.WARN)
                    .log("{} is not traced, because {}", type.getName(), obstacle.reason());
        }
    }

    /** What keeps them from it, by class. */
    Map<String, Obstacle> told() {
        return new TreeMap<>(told);
    }

    /** A class that somebody's pointcut takes in with everything else. */
    void addLibraryClass(Class<?> type) {
        libraryClasses.add(type.getName());
    }

    /** Names them all in one line. */
    void tellLibraryClasses() {
        if (!libraryClasses.isEmpty()) {
            logger.info(
                    "{} classes of libraries are not traced, because the pointcut does not name their packages: {}",
                    libraryClasses.size(),
                    String.join(", ", new TreeSet<>(libraryClasses)));
        }
    }
}
