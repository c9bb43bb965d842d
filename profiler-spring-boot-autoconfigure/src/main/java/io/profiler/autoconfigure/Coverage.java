// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What is traced of this application, and what cannot be. Not thread-safe.
 *
 * @since 0.1
 */
public final class Coverage {

    private final Map<TraceSwitch, List<Bean>> traced = new EnumMap<>(TraceSwitch.class);
    private final List<Untraced> untraced = new ArrayList<>();

    /**
     * A bean that is traced.
     *
     * @param name its name
     * @param type its class, or the interface that it is known by
     * @param methods names of the methods whose calls are traced; none, if something else of it is
     * @param insideCalls which calls of them nobody sees, because they come from within the class, as {@code save → check}
     */
    public record Bean(String name, String type, List<String> methods, List<String> insideCalls) {

        /**
         * {@return a bean of which more than calls is traced, as SQL is of a DataSource}
         *
         * @param name its name
         * @param type its class, or the interface that it is known by
         */
        public static Bean whole(String name, String type) {
            return new Bean(name, type, List.of(), List.of());
        }
    }

    /**
     * What belongs to a layer, but cannot be traced.
     *
     * @param what a class, or the name of a bean
     * @param reason why not, as the log says it
     * @param remedy what to do about it
     */
    public record Untraced(String what, String reason, String remedy) {}

    /** Whoever knows something of it. */
    @FunctionalInterface
    public interface Source {

        /**
         * Adds what is known by now. Called for each look at the coverage, on whatever thread looks; makes no bean.
         *
         * @param coverage of that look alone, and not to be kept
         */
        void addTo(Coverage coverage);
    }

    /** Of nothing yet, for one look. */
    public Coverage() {}

    /**
     * Adds a bean to a layer.
     *
     * @param layer what switches it off
     * @param bean one that is there and traced; several sources may add the same one
     */
    public void add(TraceSwitch layer, Bean bean) {
        traced.computeIfAbsent(layer, key -> new ArrayList<>()).add(bean);
    }

    /**
     * Adds what cannot be traced.
     *
     * @param what of a layer that is on
     */
    public void add(Untraced what) {
        untraced.add(what);
    }

    /**
     * {@return the beans of a layer that were added, sorted by name}
     *
     * @param layer one that is off, or that has no beans, as other threads, gives none
     */
    public List<Bean> traced(TraceSwitch layer) {
        return traced.getOrDefault(layer, List.of()).stream()
                .sorted(Comparator.comparing(Bean::name))
                .toList();
    }

    /** {@return what was added as not to be traced, sorted by name} */
    public List<Untraced> untraced() {
        return untraced.stream().sorted(Comparator.comparing(Untraced::what)).toList();
    }
}
