// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.internal.analysis;

import io.profiler.report.samples.Call;
import io.profiler.report.samples.CallForest;
import io.profiler.report.samples.Leaf;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Paths of spans that go on with the methods which looks found in the last one. */
public final class MethodPaths {

    private MethodPaths() {}

    /** Takes what leads to a leaf, the leaf, and its part of the time of the span. */
    @FunctionalInterface
    public interface Visitor<S> {

        void visit(SpanPath<S> path, Leaf leaf, long micros);
    }

    /**
     * Goes through the leaves of one span.
     *
     * @param selfMicros how long the span was at work itself, which is divided among them
     * @param span the path of the span
     * @param step gives what a method is as a part of a path, or what the thread did there unless it was running
     */
    public static <S> void follow(
            CallForest forest, long selfMicros, SpanPath<S> span, Function<String, S> step, Visitor<S> visitor) {
        List<SpanPath<S>> calls = new ArrayList<>(forest.calls().size());
        for (Call call : forest.calls()) {
            SpanPath<S> caller = call.caller() == Call.NONE ? span : calls.get(call.caller());
            calls.add(caller.child(step.apply(call.method())));
        }
        long[] parts = forest.divide(selfMicros);
        for (int number = 0; number < parts.length; number++) {
            Leaf leaf = forest.leaves().get(number);
            String frame = leaf.kind().frame();
            SpanPath<S> call = calls.get(leaf.call());
            visitor.visit(frame == null ? call : call.child(step.apply(frame)), leaf, parts[number]);
        }
    }
}
