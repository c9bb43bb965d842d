// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.html;

import static io.profiler.report.samples.SampledTrace.FRAMES;
import static io.profiler.report.samples.SampledTrace.entry;
import static io.profiler.report.samples.SampledTrace.samples;
import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.report.Report;
import io.profiler.report.samples.SampledTrace;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class SampleDataTest {

    private static List<String> texts(JsonNode data, String column) {
        return data.at(column)
                .valueStream()
                .map(number -> data.at("/strings/" + number.intValue()).stringValue())
                .toList();
    }

    @Test
    void holdsWhatLooksFoundInEachSpanAndInNone() {
        JsonNode data = PageText.of(SampledTrace.shop()).data();
        JsonNode samples = data.get("samples");

        assertThat(texts(data, "/samples/calls/method"))
                .containsExactly(
                        FRAMES.get(0),
                        FRAMES.get(1),
                        FRAMES.get(2),
                        FRAMES.get(4),
                        FRAMES.get(5),
                        FRAMES.get(3),
                        FRAMES.get(1));
        assertThat(samples.at("/calls/span")).hasToString("[0,0,0,0,0,1,-1]");
        assertThat(samples.at("/calls/caller")).hasToString("[-1,0,1,0,3,-1,-1]");
        assertThat(samples.at("/leaves/call")).hasToString("[1,2,4,5,6]");
        assertThat(samples.at("/leaves/kind")).hasToString("[0,0,1,2,0]");
        assertThat(samples.at("/leaves/looks")).hasToString("[4,10,4,1,1]");
        assertThat(samples.at("/leaves/micros")).hasToString("[40000,100000,40000,20000,0]");
        assertThat(samples.at("/looks/at")).hasToString("[5000,50000,60000,70000,80000,90000,30000]");
        assertThat(samples.at("/looks/leaf")).hasToString("[0,1,1,1,1,2,3]");
    }

    @Test
    void saysHowItWasLookedAtAndWhereThreadsWereMostOften() {
        JsonNode data = PageText.of(SampledTrace.shop()).data();
        JsonNode samples = data.get("samples");

        assertThat(samples.at("/kinds/7"))
                .hasToString("{\"kind\":\"class-loading\",\"label\":\"class loading\",\"words\":\"loading classes\"}");
        assertThat(texts(data, "/samples/hotspots/method"))
                .containsExactly(
                        "com.acme.Price.of",
                        "com.acme.Stock.lock",
                        "java.net.Socket.read",
                        "com.acme.Price.of",
                        "com.acme.Stock.lock");
        assertThat(samples.at("/hotspots/span")).hasToString("[-1,-1,-1,0,0]");
        assertThat(samples.at("/hotspots/looks")).hasToString("[15,4,1,14,4]");
        assertThat(samples.at("/hotspots/micros")).hasToString("[140000,40000,20000,140000,40000]");
    }

    @Test
    void isMissingWhereNobodyLooked() {
        assertThat(PageText.of(Report.of(List.of())).data().has("samples")).isFalse();
    }

    @Test
    void writesEachMethodOnceForAllThatCallIt() {
        String stacks = IntStream.range(0, 5_000).mapToObj(i -> i + "(5000=2r)").collect(Collectors.joining(" "));
        List<String> frames = Stream.concat(
                        IntStream.range(0, 5_000).mapToObj(i -> "m" + i), Stream.of("com.acme.OftenCalled.method"))
                .toList();
        String times = IntStream.range(0, 20_000).mapToObj(i -> "1:" + i / 4).collect(Collectors.joining(" "));
        Object[] entries = {entry("r", stacks, times)};

        String page = PageText.of(SampledTrace.report(samples(20_000, 0, frames, entries)))
                .dataBlock();

        assertThat(Arrays.stream(page.split("com\\.acme\\.OftenCalled")).count())
                .isLessThan(5);
        assertThat(page).hasSizeLessThan(1_500_000);
    }
}
