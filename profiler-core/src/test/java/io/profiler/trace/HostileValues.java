// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;

/** Draws values that a careless or a malicious application could hand in. */
final class HostileValues {

    private static final String[] PIECES = {
        "password=",
        "://",
        "@",
        "\"",
        "'",
        "\\\"",
        "%22",
        "%",
        "&",
        ";",
        "{",
        "}",
        "[",
        "]",
        "(",
        ")",
        ",",
        " ",
        "\n",
        "Bearer ",
        "eyJ",
        "<password>",
        "</",
        "-----BEGIN PRIVATE KEY-----",
        "\0",
        "\ud83d",
        "\udc0e",
        "🐎",
        "ä",
        "abc",
        "token",
        ":",
        "values (",
        "x".repeat(500)
    };

    private final Random random;
    private final List<Supplier<Object>> kinds;

    HostileValues(Random random) {
        this.random = random;
        this.kinds = List.of(
                this::nextText,
                this::nextMap,
                () -> new StringBuilder("y".repeat(50_000)).append('\ud800'),
                () -> Collections.nCopies(1_000_000, "z"),
                () -> nested(2_000),
                this::cycle,
                this::selfContainingMap,
                () -> Optional.of(next()),
                () -> new Object[] {next(), null, next()},
                () -> Arrays.asList(next(), null, next()),
                () -> Throwing.values()[random.nextInt(Throwing.values().length)].make(),
                () -> BigInteger.ONE.shiftLeft(random.nextInt(4_000_000)),
                () -> new BigDecimal(BigInteger.ONE.shiftLeft(4_000_000), random.nextInt()),
                () -> random.nextBoolean() ? Double.NaN : Float.NEGATIVE_INFINITY,
                () -> new StringBuilder[] {new StringBuilder("q".repeat(5_000))},
                () -> new byte[random.nextInt(1_000)]);
    }

    Object next() {
        return kinds.get(random.nextInt(kinds.size())).get();
    }

    String nextText() {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(40); i > 0; i--) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString();
    }

    Map<String, Object> nextMap() {
        Map<String, Object> map = new HashMap<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            map.put(random.nextInt(9) == 0 ? null : nextText(), next());
        }
        return map;
    }

    private static Object nested(int depth) {
        Object inner = "bottom";
        for (int i = 0; i < depth; i++) {
            inner = i % 2 == 0 ? List.of(inner) : Map.of("k", inner);
        }
        return inner;
    }

    private Object cycle() {
        List<Object> cycle = new ArrayList<>();
        cycle.addAll(List.of(cycle, cycle, nextText(), cycle));
        return cycle;
    }

    private Object selfContainingMap() {
        Map<Object, Object> map = random.nextBoolean() ? new IdentityHashMap<>() : new LinkedHashMap<>();
        map.put("self", map);
        map.put(new Object[] {map}, nextText());
        return map;
    }
}
