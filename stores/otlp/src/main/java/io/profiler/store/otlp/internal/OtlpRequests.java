// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.otlp.internal;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.InstrumentationScope;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;
import io.profiler.otlp.internal.OtlpSpan;
import io.profiler.propagation.TraceParent;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Spans as OTLP's protobuf messages. */
public final class OtlpRequests {

    private static final InstrumentationScope SCOPE =
            InstrumentationScope.newBuilder().setName("io.profiler").build();

    private OtlpRequests() {}

    /**
     * An application may well have another version of protobuf than OpenTelemetry's classes are made for.
     *
     * @throws LinkageError if the two libraries do not fit together
     */
    public static void requireLibrary() {
        Objects.requireNonNull(ExportTraceServiceRequest.class.getName());
    }

    /** The request that sends some spans, grouped by their resource. */
    public static ExportTraceServiceRequest of(List<OtlpSpan> spans) {
        Map<Map<String, Object>, ScopeSpans.Builder> byResource = new LinkedHashMap<>();
        spans.forEach(span -> byResource
                .computeIfAbsent(
                        span.resource(), resource -> ScopeSpans.newBuilder().setScope(SCOPE))
                .addSpans(span(span)));
        ExportTraceServiceRequest.Builder request = ExportTraceServiceRequest.newBuilder();
        byResource.forEach((resource, members) -> request.addResourceSpans(ResourceSpans.newBuilder()
                .setResource(Resource.newBuilder().addAllAttributes(attributes(resource)))
                .addScopeSpans(members)));
        return request.build();
    }

    private static Span span(OtlpSpan span) {
        Span.Builder builder = Span.newBuilder()
                .setTraceId(bytes(span.traceId()))
                .setSpanId(bytes(span.spanId()))
                .setParentSpanId(bytes(span.parentSpanId()))
                .setName(span.name())
                .setKindValue(span.kind().number())
                .setStartTimeUnixNano(span.startEpochNanos())
                .setEndTimeUnixNano(span.endEpochNanos())
                .addAllAttributes(attributes(span.attributes()));
        TraceParent caller = span.caller();
        if (caller != null) {
            builder.addLinks(
                    Span.Link.newBuilder().setTraceId(bytes(caller.traceId())).setSpanId(bytes(caller.parentId())));
        }
        OtlpSpan.Error error = span.error();
        if (error != null) {
            builder.setStatus(Status.newBuilder()
                            .setCode(Status.StatusCode.STATUS_CODE_ERROR)
                            .setMessage(error.message()))
                    .addEvents(Span.Event.newBuilder()
                            .setName(OtlpSpan.ERROR_EVENT)
                            .setTimeUnixNano(span.endEpochNanos())
                            .addAllAttributes(attributes(error.attributes())));
        }
        return builder.build();
    }

    private static ByteString bytes(String hexadecimal) {
        return ByteString.copyFrom(HexFormat.of().parseHex(hexadecimal));
    }

    private static List<KeyValue> attributes(Map<String, Object> attributes) {
        List<KeyValue> list = new ArrayList<>(attributes.size());
        attributes.forEach((key, value) -> list.add(
                KeyValue.newBuilder().setKey(key).setValue(value(value)).build()));
        return list;
    }

    private static AnyValue value(Object value) {
        AnyValue.Builder builder = AnyValue.newBuilder();
        if (value instanceof Long number) {
            builder.setIntValue(number);
        } else if (value instanceof Double number) {
            builder.setDoubleValue(number);
        } else if (value instanceof Boolean truth) {
            builder.setBoolValue(truth);
        } else {
            builder.setStringValue(value.toString());
        }
        return builder.build();
    }
}
