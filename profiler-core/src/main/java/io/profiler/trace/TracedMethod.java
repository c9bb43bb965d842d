// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A method that is a trace point, for those who write advice of their own.
 *
 * <pre>{@code
 * Span span = tracedMethod.start(arguments);
 * if (span == null) {
 *     return invocation.proceed();
 * }
 * ...
 * tracedMethod.stop(span, result);      // or span.stop(error)
 * }</pre>
 *
 * <p>Thread-safe.
 *
 * @since 0.1
 */
public final class TracedMethod {

    private final SpanTemplate template;
    private final FunctionInfo info;
    private final String functionName;
    private final boolean showResult;

    private TracedMethod(Builder builder) {
        this.functionName = builder.functionName;
        this.showResult = builder.showResult;
        this.info = new FunctionInfo(functionName, builder.parameterNames, builder.hideArguments, builder.info);
        this.template = SpanTemplate.of(builder.spanName);
    }

    /**
     * Starts to describe a trace point.
     *
     * @param spanName kind of its spans; '-' becomes '_', because OSprofiler cuts names there
     * @param functionName {@code package.Class.method}, which each start says in {@code info.function.name}
     * @return a builder, to say more
     */
    public static Builder named(String spanName, String functionName) {
        return new Builder(spanName, functionName);
    }

    /** {@return whether this thread is profiled, so that {@link #start} is worth calling} */
    public static boolean isThreadProfiled() {
        return CurrentRecorder.get() != null;
    }

    /** {@return whether this thread is profiled because somebody asked for it, so that more is worth telling than spans} */
    public static boolean isThreadAskedFor() {
        Recorder recorder = CurrentRecorder.get();
        return recorder != null && recorder.trace.context.isSigned();
    }

    /**
     * Starts a span below the current one; null if this thread is not profiled. Never throws.
     *
     * @param arguments of the call, in the order of the parameters
     * @return the span, to be stopped when the call ends
     */
    public @Nullable Span start(@Nullable Object[] arguments) {
        Recorder recorder = CurrentRecorder.get();
        return recorder == null ? null : start(recorder, arguments);
    }

    private @Nullable Span start(Recorder recorder, @Nullable Object[] arguments) {
        try {
            return recorder.admit(template) ? recorder.start(template, info.of(recorder.trace, arguments)) : Span.NOOP;
        } catch (Throwable fault) {
            Faults.report(fault);
            return null;
        }
    }

    /**
     * Ends a span of this method with what the method returned, or what it completed with. Never throws.
     *
     * @param span what {@link #start} gave
     * @param result null for none
     */
    public void stop(Span span, @Nullable Object result) {
        if (showResult && span instanceof RecordedSpan recorded) {
            recorded.stopWithResult(result);
        } else {
            span.stop();
        }
    }

    @Override
    public String toString() {
        return "TracedMethod[" + functionName + "]";
    }

    /** Describes a trace point. Not thread-safe. */
    public static final class Builder {

        private final String spanName;
        private final String functionName;
        private Map<String, ?> info = Map.of();
        private String @Nullable [] parameterNames;
        private boolean hideArguments;
        private boolean showResult;

        private Builder(String spanName, String functionName) {
            this.spanName = spanName;
            this.functionName = functionName;
        }

        /**
         * What else the start of each span says.
         *
         * @param info texts by name, beside {@code function}; copied by {@link #build}
         * @return this builder
         */
        public Builder info(Map<String, String> info) {
            this.info = info;
            return this;
        }

        /**
         * Names of the parameters, by which secrets are left out; null if they are not known.
         *
         * @param parameterNames in the order of the parameters
         * @return this builder
         */
        public Builder parameterNames(String @Nullable [] parameterNames) {
            this.parameterNames = parameterNames == null ? null : parameterNames.clone();
            return this;
        }

        /**
         * Whether the arguments stay out of the trace in any case.
         *
         * @param hideArguments true even where the capture shows those of other methods
         * @return this builder
         */
        public Builder hideArguments(boolean hideArguments) {
            this.hideArguments = hideArguments;
            return this;
        }

        /**
         * Whether the result gets into the trace.
         *
         * @param showResult true to have {@link TracedMethod#stop} record it, in the form of the capture
         * @return this builder
         */
        public Builder showResult(boolean showResult) {
            this.showResult = showResult;
            return this;
        }

        /** {@return the trace point} */
        public TracedMethod build() {
            return new TracedMethod(this);
        }
    }
}
