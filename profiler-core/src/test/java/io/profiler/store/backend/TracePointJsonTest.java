// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.profiler.point.TracePoint;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.json.JsonMapper;

class TracePointJsonTest {

    @Test
    void allThreeWaysWriteTheSame() {
        TracePoint point = point(oddities());
        String line = TracePointJson.write(point);

        assertThat(TracePointJson.write(point.toDocument())).isEqualTo(line);
        assertThat(TracePointJson.bytes(point)).isEqualTo(line.getBytes(StandardCharsets.US_ASCII));
        assertThat(TracePointJson.bytes(json -> json.writePOJO(point))).isEqualTo(TracePointJson.bytes(point));
        assertThat(TracePointJson.read(line)).isEqualTo(point);
    }

    @Test
    void writesAsPythonDoes() {
        Map<String, Object> info = new LinkedHashMap<>();
        info.put("half", "\ud83d");
        info.put("number", Double.NaN);
        info.put("text", "é\n\"");

        assertThat(TracePointJson.write(point(info)))
                .isEqualTo("{\"name\":\"a-start\",\"base_id\":\"base\",\"trace_id\":\"1\",\"parent_id\":\"base\","
                        + "\"timestamp\":\"2026-01-31T12:00:00.123456\",\"info\":{\"half\":\"\\uD83D\",\"number\":NaN,"
                        + "\"text\":\"\\u00E9\\n\\\"\"},\"project\":null,\"service\":null}");
    }

    @Test
    void whatHasNoFormIsTheCallersFault() {
        List<Object> endless = new ArrayList<>();
        endless.add(endless);
        TracePoint point = point(Map.of("endless", endless));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> TracePointJson.bytes(point))
                .withMessageStartingWith("no JSON: ");
        assertThatIllegalArgumentException().isThrownBy(() -> TracePointJson.bytes(json -> json.writePOJO(point)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                " {\"a\" : [1, -2.50, 1e3, 12345678901, 123456789012345678901234567890, true, false, null, \"\"]}\n",
                "{\"a\": {\"b\": {\"c\": [[], [{}]]}}, \"a\": \"the last counts\", \"\": NaN, \"i\": -Infinity}",
                "{\"\\ud83d\": \"\\ud83d\\udc0e\\u0000\"}"
            })
    void readsMembersAsJacksonBindsThem(String json) {
        JsonMapper mapper = JsonMapper.builder(JsonFactory.builder()
                        .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                        .build())
                .build();

        assertThat(TracePointJson.readMembers(json)).isEqualTo(mapper.readValue(json, Map.class));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "null", "[]", "\"{}\"", "{", "{\"a\"", "{\"a\":[1,2", "{\"a\":1,}", "{}{}", "{} x", "{a:1}"})
    void whatIsNoObjectIsRefused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TracePointJson.readMembers(text))
                .withMessage("not a JSON object");
    }

    @Test
    void whatIsNestedWithoutEndIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> TracePointJson.readMembers("{\"a\":".repeat(100_000)));
    }

    private static Map<String, Object> oddities() {
        Map<String, Object> info = new LinkedHashMap<>();
        info.put("null", null);
        info.put("half", "\ud83d");
        info.put("numbers", Arrays.asList(1, 2.5, Double.NaN, Double.POSITIVE_INFINITY, Long.MAX_VALUE, null));
        info.put("text", "příliš 🐎 \u0000\u0001 \"'\\ </script> \u202e");
        info.put("ключ", Map.of("deep", List.of()));
        return info;
    }

    private static TracePoint point(Map<String, Object> info) {
        return new TracePoint("a-start", "base", "1", "base", "2026-01-31T12:00:00.123456", info, null, null);
    }
}
