// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.compare;

import java.util.List;

/**
 * What became of the methods that looks found. Their counts are looks; their times are parts of the times of spans themselves,
 * which are divided among methods in proportion to the looks.
 *
 * @param paths by what leads to them: spans, then the methods that called them, and at the end what the thread did there unless
 *     it was running
 * @param methods by method wherever it stands, and by what the thread did there, which is the subject of the step
 * @since 0.1
 */
public record MethodChanges(List<Path> paths, List<Change> methods) {

    static final MethodChanges NONE = new MethodChanges(List.of(), List.of());

    /** Copies the lists. */
    public MethodChanges {
        paths = List.copyOf(paths);
        methods = List.copyOf(methods);
    }

    /**
     * What became of a method below certain others.
     *
     * @param spans how many steps of the path are spans; the others are methods
     * @param change what became of it
     * @since 0.1
     */
    public record Path(int spans, Change change) {}
}
