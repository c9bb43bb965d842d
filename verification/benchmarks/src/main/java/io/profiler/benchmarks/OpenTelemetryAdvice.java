// SPDX-License-Identifier: Apache-2.0
package io.profiler.benchmarks;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.Collection;
import java.util.concurrent.TimeUnit;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;

/** A span of OpenTelemetry's around each call, sampled, batched, and exported to nowhere. */
@SuppressWarnings("try")
final class OpenTelemetryAdvice implements MethodInterceptor {

    private final BatchSpanProcessor processor = BatchSpanProcessor.builder(new Forgetting())
            .setMaxQueueSize(1_000_000)
            .build();
    private final Tracer tracer =
            SdkTracerProvider.builder().addSpanProcessor(processor).build().get("benchmark");

    void inTrace(Runnable calls) {
        Span root = tracer.spanBuilder("wsgi").startSpan();
        try (Scope scope = root.makeCurrent()) {
            calls.run();
        } finally {
            root.end();
        }
    }

    void drain() {
        processor.forceFlush().join(10, TimeUnit.SECONDS);
    }

    @Override
    public @Nullable Object invoke(MethodInvocation invocation) throws Throwable {
        Span span = tracer.spanBuilder("message_store").startSpan();
        try (Scope scope = span.makeCurrent()) {
            return invocation.proceed();
        } catch (Throwable error) {
            span.recordException(error);
            throw error;
        } finally {
            span.end();
        }
    }

    private static final class Forgetting implements SpanExporter {

        @Override
        public CompletableResultCode export(Collection<SpanData> spans) {
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode flush() {
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode shutdown() {
            return CompletableResultCode.ofSuccess();
        }
    }
}
