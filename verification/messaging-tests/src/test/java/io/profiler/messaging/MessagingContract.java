// SPDX-License-Identifier: Apache-2.0
package io.profiler.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.awaitility.Awaitility.await;

import io.profiler.messaging.Heard.Call;
import io.profiler.point.TracePoint;
import io.profiler.propagation.Allowance;
import io.profiler.propagation.HeaderVerdict.Reason;
import io.profiler.propagation.TokenClaims;
import io.profiler.propagation.TraceToken;
import io.profiler.test.NoContextLeft;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** What holds for the messages of each broker. */
@TestInstance(Lifecycle.PER_CLASS)
@ExtendWith(NoContextLeft.class)
abstract class MessagingContract {

    private final String send;
    private final String listener;
    private Service service;

    MessagingContract(String system) {
        this.send = system + ".send";
        this.listener = system + ".listener";
    }

    abstract Service startService();

    @BeforeAll
    void start() {
        service = startService();
    }

    @AfterAll
    void stop() {
        service.close();
    }

    Service service() {
        return service;
    }

    String whole(String sending) {
        return "wsgi(controller(" + sending + "(" + listener + "(pricing))))";
    }

    Call heard(String text) {
        await().pollInterval(Duration.ofMillis(5))
                .untilAsserted(
                        () -> assertThat(service.bean(Heard.class).of(text)).isNotEmpty());
        return service.bean(Heard.class).of(text).get(0);
    }

    static boolean hasTrace(Call call) {
        return call.headers().keySet().stream().anyMatch(name -> name.startsWith("X-Trace-"));
    }

    @Test
    void aListenersSpansAreBelowWhatHasSentTheMessage() {
        service.profiled("/send?to=orders&text=a").assertTree(whole(send));

        assertThat(heard("a").headers()).containsEntry("mine", "kept").containsKey("X-Trace-Info");
    }

    @Test
    void whatIsNotProfiledIsSentAndHeardAsItWas() {
        Spans spans = service.profiled("/send?to=orders&text=b1");
        service.get("/send?to=orders&text=b2", Map.of());

        assertThat(heard("b2").isProfiled()).isFalse();
        assertThat(heard("b2").headers()).containsEntry("mine", "kept");
        assertThat(hasTrace(heard("b2"))).isFalse();
        assertThat(heard("b1").isProfiled()).isTrue();
        spans.assertTree(whole(send));
    }

    @Test
    void aTemplatesObservationIsItsSpan() {
        Spans spans = service.profiled("/send-observed?to=orders&text=c");

        spans.assertTree(whole("spring." + send.replace("send", "template")));
    }

    @Test
    void aBrokerThatIsNotOfTheHouseGetsNoHeaders() {
        service.profiled("/send-abroad?to=orders&text=d").assertTree("wsgi(controller(" + send + "))");

        assertThat(hasTrace(heard("d"))).isFalse();
        assertThat(heard("d").isProfiled()).isFalse();
    }

    @Test
    void whatIsNotProfiledIsPassedOnWithoutASignatureThatWouldLeaveTheHouse() {
        Map<String, String> headers = Map.of("mine", "kept", "X-Trace-Info", "e30=", "X-Trace-HMAC", "00");

        service.bean(Messages.class).sendAbroad("orders", "h1", headers);
        sendWith("h2", headers);

        assertThat(heard("h1").headers()).containsEntry("mine", "kept");
        assertThat(hasTrace(heard("h1"))).isFalse();
        assertThat(hasTrace(heard("h2"))).isTrue();
    }

    @Test
    void whatNobodyHasSignedIsHeardAsIfItHadNoHeaders() {
        Instant past = Instant.now().minusSeconds(600);
        String stale = TraceToken.sign(new TokenClaims("/**", Set.of(), Allowance.UNLIMITED, past), Service.KEY);
        long forged = service.verdicts(Reason.WRONG_SIGNATURE);
        long unsigned = service.verdicts(Reason.UNSIGNED);
        long expired = service.verdicts(Reason.EXPIRED);

        sendWith("e1", Map.of("X-Trace-Info", "e30=", "X-Trace-HMAC", "00"));
        sendWith("e2", Map.of("X-Trace-Info", new byte[] {-1, 0}));
        sendWith("e3", Map.of("X-Trace-Token", stale));

        assertThat(List.of(heard("e1"), heard("e2"), heard("e3"))).noneMatch(Call::isProfiled);
        assertThat(service.verdicts(Reason.WRONG_SIGNATURE)).isEqualTo(forged + 1);
        assertThat(service.verdicts(Reason.UNSIGNED)).isEqualTo(unsigned + 1);
        assertThat(service.verdicts(Reason.EXPIRED)).isEqualTo(expired + 1);
    }

    private void sendWith(String text, Map<String, ?> headers) {
        service.bean(Messages.class).sendWith("orders", text, headers);
    }

    @Test
    void aListenerThatThrowsIsCalledAgain() {
        Spans spans = service.profiled("/send?to=orders&text=sold+out");

        spans.assertTree("wsgi(controller(" + send + "(" + listener + "(pricing) " + listener + "(pricing))))");
        assertThat(spans.all(listener + "-stop"))
                .extracting(TracePoint::info)
                .extracting(info -> info.get("etype"), info -> info.get("message"))
                .containsExactlyInAnyOrder(tuple("java.lang.IllegalStateException", "out of stock"), tuple(null, null));
        assertThat(service.bean(Heard.class).of("sold out")).hasSize(2);
    }

    @Test
    void aTokenGoesOnWithItsBounds() {
        String baseId = UUID.randomUUID().toString();
        TokenClaims claims = new TokenClaims(
                        "/**",
                        Set.of(),
                        new Allowance(Set.of("controller", send), 20),
                        Instant.now().plusSeconds(60))
                .in(baseId, baseId);

        service.get("/send?to=orders&text=f", Map.of(TraceToken.HEADER, TraceToken.sign(claims, Service.KEY)));

        service.spans(baseId).assertTree("wsgi(controller(" + send + "(" + listener + ")))");
        assertThat(heard("f").headers()).containsKey("X-Trace-Token");
    }

    @Test
    void aBatchHasASpanInEachOfItsTraces() {
        Spans first = service.profiled("/send?to=batch&text=g1");
        service.get("/send?to=batch&text=g2", Map.of());
        Spans second = service.profiled("/send?to=batch&text=g3");

        service.bean(Messages.class).listenToBatches();

        first.assertTree("wsgi(controller(" + send + "(" + listener + "(pricing pricing pricing))))");
        second.assertTree("wsgi(controller(" + send + "(" + listener + ")))");
        assertThat(first.message(listener + "-start").get("batch_size")).isEqualTo(3);
        assertThat(first.message(listener + "-start").containsKey("spans_in")).isFalse();
        assertThat(second.message(listener + "-start").get("spans_in")).isEqualTo(first.baseId());
        assertThat((List<?>) second.message(listener + "-start").get("links"))
                .extracting(link -> (Object) ((Map<?, ?>) link).get("base_id"))
                .containsExactly(first.baseId(), second.baseId());
        assertThat((List<?>) second.message(listener + "-start").get("links"))
                .extracting(link -> (Object) ((Map<?, ?>) link).get("parent_id"))
                .containsExactly(
                        first.all(send + "-start").get(0).traceId(),
                        second.all(send + "-start").get(0).traceId());
    }
}
