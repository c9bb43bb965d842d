// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.otlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.collector.trace.v1.ExportTracePartialSuccess;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;
import io.profiler.point.TracePoint;
import io.profiler.servers.OtlpReceiver;
import io.profiler.store.AppendResult;
import io.profiler.store.ConnectionString;
import io.profiler.store.InvalidConnectionStringException;
import io.profiler.store.StoreOptions;
import io.profiler.store.StoreUnavailableException;
import io.profiler.store.TraceStores;
import io.profiler.store.TraceWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OtlpTraceWriterTest {

    private static final String BASE = "35f5b887-20c4-4324-93ea-9fe5b2497391";

    private final OtlpReceiver receiver = receiver();
    private TraceWriter store;

    private static OtlpReceiver receiver() {
        try {
            return new OtlpReceiver();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @BeforeEach
    void open() {
        store = open("otlp://127.0.0.1:" + receiver.port());
    }

    @AfterEach
    void close() {
        store.close();
        receiver.close();
    }

    @Test
    void sendsSpansThatOpenTelemetrysClassesRead() {
        String root = UUID.randomUUID().toString();
        List<TracePoint> points = List.of(
                point("wsgi-start", root, BASE, Map.of("host", "h")),
                point("db-start", "87e63752-ae10-4694-9e3a-7c9256e1f6db", root, Map.of("host", "h")),
                point("db-stop", "87e63752-ae10-4694-9e3a-7c9256e1f6db", root, Map.of("etype", "E", "message", "m")),
                point("wsgi-stop", root, BASE, Map.of("host", "h")));

        assertThat(store.append(points)).isEqualTo(AppendResult.allStored(4));

        Span failed = receiver.spans().get(0);
        Span top = receiver.spans().get(1);
        assertThat(failed.getTraceId()).isEqualTo(bytes("35f5b88720c4432493ea9fe5b2497391"));
        assertThat(failed.getSpanId()).isEqualTo(bytes("9e3a7c9256e1f6db"));
        assertThat(failed.getParentSpanId()).isEqualTo(top.getSpanId());
        assertThat(failed.getKind()).isEqualTo(Span.SpanKind.SPAN_KIND_CLIENT);
        assertThat(failed.getStatus().getCode()).isEqualTo(Status.StatusCode.STATUS_CODE_ERROR);
        assertThat(failed.getEvents(0).getAttributesList()).hasSize(4);
        assertThat(top.getParentSpanId()).isEqualTo(ByteString.EMPTY);
        assertThat(receiver.requests().get(0).getResourceSpans(0).getResource().getAttributesList())
                .anyMatch(attribute -> attribute.getKey().equals("service.name")
                        && attribute.getValue().getStringValue().equals("demo-api"));
        assertThat(receiver.headers()).containsExactly("application/x-protobuf null");
    }

    @Test
    void aSpanWaitsForItsStopFromALaterBatch() {
        List<TracePoint> span = span(1);

        store.append(span.subList(0, 1));
        assertThat(receiver.spans()).isEmpty();
        store.append(span.subList(1, 2));

        assertThat(receiver.spans())
                .singleElement()
                .satisfies(sent -> assertThat(sent.getEndTimeUnixNano()).isGreaterThan(sent.getStartTimeUnixNano()));
    }

    @Test
    void closingSendsWhatIsOpenAsUnfinished() {
        store.append(span(1).subList(0, 1));

        store.close();

        assertThat(receiver.spans())
                .singleElement()
                .satisfies(sent -> assertThat(sent.getAttributesList())
                        .anyMatch(attribute -> attribute.getKey().equals("profiler.unfinished")));
    }

    @Test
    void theOldestOpenSpansAreSentWhenThereAreTooMany() {
        List<TracePoint> starts = new ArrayList<>();
        for (int i = 0; i < 10_007; i++) {
            starts.add(span(i).get(0));
        }

        assertThat(store.append(starts)).isEqualTo(AppendResult.allStored(10_007));

        assertThat(receiver.spans()).hasSize(7);
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 404, 429, 502, 503, 504})
    void aReceiverThatIsBusyOrAwayIsTriedAgain(int status) {
        receiver.answerNext(status);
        List<TracePoint> span = span(1);
        store.append(span.subList(0, 1));

        assertThatThrownBy(() -> store.append(span.subList(1, 2)))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessage("otlp://127.0.0.1:" + receiver.port() + " answered " + status);
        assertThat(store.append(span.subList(1, 2))).isEqualTo(AppendResult.allStored(1));

        assertThat(receiver.spans()).hasSize(1);
    }

    @Test
    void whatTheReceiverCallsBadIsRejected() {
        receiver.answerNext(400);

        assertThat(store.append(span(1))).returns(0, AppendResult::stored).returns(2, AppendResult::rejected);
        assertThat(store.append(span(2))).isEqualTo(AppendResult.allStored(2));
    }

    @Test
    void whatTheReceiverTakesInPartIsRejectedInPart() {
        receiver.answer(ExportTraceServiceResponse.newBuilder()
                .setPartialSuccess(ExportTracePartialSuccess.newBuilder().setRejectedSpans(1))
                .build());
        List<TracePoint> points = new ArrayList<>(span(1));
        points.addAll(span(2));

        assertThat(store.append(points)).returns(2, AppendResult::stored).returns(2, AppendResult::rejected);
    }

    @Test
    void whatIsTooLargeIsSentByHalves() {
        receiver.refuseAbove(3);
        List<TracePoint> points = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            points.addAll(span(i));
        }

        assertThat(store.append(points)).isEqualTo(AppendResult.allStored(20));

        assertThat(receiver.spans()).hasSize(10);
    }

    @Test
    void aPointWithoutATimeDoesNotTakeTheOthersWithIt() {
        List<TracePoint> points = new ArrayList<>(span(1));
        points.add(new TracePoint("x-stop", BASE, "x", BASE, "yesterday", Map.of(), "demo", "api"));

        assertThat(store.append(points)).isEqualTo(AppendResult.allStored(3));

        assertThat(receiver.spans()).hasSize(2);
    }

    @Test
    void nothingCanBeReadBack() {
        assertThat(store.asStore()).isEmpty();
        assertThat(store.lookElsewhere(BASE))
                .isEqualTo("look for trace 35f5b88720c4432493ea9fe5b2497391 in the tool that it sends them to");
    }

    @Test
    void credentialsAreSentAndNeverShown() {
        try (TraceWriter guarded = open("otlp://u:ge%68eim@127.0.0.1:" + receiver.port())) {
            guarded.append(span(1));
            assertThat(guarded).hasToString("otlp://***@127.0.0.1:" + receiver.port());
        }

        assertThat(receiver.headers()).containsExactly("application/x-protobuf Basic dTpnZWhlaW0=");
    }

    @Test
    void aReceiverThatIsAwayIsNamedInOneLine() {
        receiver.close();

        assertThatThrownBy(() -> store.append(span(1)))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessage("otlp://127.0.0.1:" + receiver.port()
                        + " does not answer: connection refused, or the name server does not know it");
    }

    @ParameterizedTest
    @CsvSource({
        "otlp://h, http://h:4318/v1/traces",
        "otlps://h:443, https://h:443/v1/traces",
        "otlp://h/tenant/, http://h:4318/tenant/v1/traces",
        "otlp://h:1/v1/traces, http://h:1/v1/traces",
    })
    void thePathIsOsprofilers(String connectionString, String uri) {
        assertThat(OtlpEndpoint.of(new ConnectionString(connectionString)).uri())
                .hasToString(uri);
    }

    @ParameterizedTest
    @ValueSource(strings = {"otlp://", "otlp:h", "otlp://h:port", "otlp://u:geheim@", "otlp://u:geh eim@h"})
    void aMalformedStringIsOneLine(String connectionString) {
        assertThatThrownBy(() -> open(connectionString))
                .isInstanceOf(InvalidConnectionStringException.class)
                .hasMessageContaining("is not of the form otlp://host:port/path")
                .hasMessageNotContaining("geh");
    }

    @ParameterizedTest
    @ValueSource(strings = {"otlp://u:geheim@h:99999", "otlps://u:geheim@h:0/tenant"})
    void aPortThatThereIsNotIsCalledThat(String connectionString) {
        assertThatThrownBy(() -> open(connectionString))
                .isInstanceOf(InvalidConnectionStringException.class)
                .hasMessageMatching("'otlps?://\\*\\*\\*@h:.*': a port in it is not between 1 and 65535");
    }

    private static TraceWriter open(String connectionString) {
        return TraceStores.openAll(new ConnectionString(connectionString), StoreOptions.defaults())
                .writers()
                .get(0);
    }

    private static List<TracePoint> span(int number) {
        String id = new UUID(1, number + 1).toString();
        return List.of(
                point("rpc-start", id, BASE, Map.of("host", "h")), point("rpc-stop", id, BASE, Map.of("host", "h")));
    }

    private static TracePoint point(String name, String traceId, String parentId, Map<String, Object> info) {
        String timestamp = "2026-01-31T12:00:0" + (name.endsWith("stop") ? 1 : 0) + ".000000";
        return new TracePoint(name, BASE, traceId, parentId, timestamp, info, "demo", "api");
    }

    private static ByteString bytes(String hexadecimal) {
        return ByteString.copyFrom(java.util.HexFormat.of().parseHex(hexadecimal));
    }
}
