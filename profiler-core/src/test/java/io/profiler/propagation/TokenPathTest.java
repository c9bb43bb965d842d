// SPDX-License-Identifier: Apache-2.0
package io.profiler.propagation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenPathTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            /v2/**,       /v2
            /v2/**,       /v2/
            /v2/**,       /v2/queues/a/messages
            /v2/**,       /v2/a%20b/%C5%99
            /v2/**,       /v2/queues;color=red/a;b
            /v2/**,       /v2/...
            /v2/*,        /v2/queues
            /v2/q*s,      /v2/queues
            /v2/?ueues,   /v2/queues
            /**/messages, /v2/queues/a/messages
            /**/a/**/b,   /a/x/a/y/b
            /v2/queues,   /v2/queues
            /v2/ř,        /v2/%C5%99
            /**,          /
            /,            /
            /**,          /a%25b
            """)
    void isIn(String pattern, String path) {
        assertThat(allows(pattern, path)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            /v2/**,       /v20
            /v2/**,       /
            /v2/**,       /v1/v2/a
            /v2/**,       /v2/../admin
            /v2/**,       /v2/%2e%2e/admin
            /v2/**,       /v2/%2E./admin
            /v2/**,       /v2/..;/admin
            /v2/**,       /v2/..;x=y/admin
            /v2/**,       /v2/..
            /v2/**,       /v2/./a
            /v2/**,       /v2/.
            /v2/**,       /v2//a
            /v2/**,       //v2/a
            /v2/**,       /v2/;/a
            /v2/**,       /v2/..%2fadmin
            /v2/**,       /v2%2Fa
            /v2/**,       /v2/a%3b/b
            /v2/**,       /v2/..\\admin
            /v2/**,       /v2/..%5cadmin
            /v2/**,       /v2/a%00
            /v2/**,       /v2/a%0d%0ab
            /v2/**,       /v2/%
            /v2/**,       /v2/%4
            /v2/**,       /v2/%zz
            /v2/**,       /v2/%c0%ae%c0%ae/admin
            /v2/**,       /v2/%ff
            /v2/**,       /%76%32%2f..%2fadmin
            /v2/**,       http://host/v2/a
            /v2/**,       v2/a
            /v2/**,       *
            /v2/*,        /v2/queues/a
            /v2/*/b,      /v2/b
            /v2/?,        /v2/ab
            /v2/q*s,      /v2/queue
            /**/b,        /a/c
            """)
    void isOut(String pattern, String path) {
        assertThat(allows(pattern, path)).isFalse();
    }

    @Test
    void noPatternTakesLong() {
        String stars = "/" + "*a".repeat(60) + "/**/a".repeat(25) + "/b";

        assertThat(allows(stars, "/" + "a".repeat(4000) + "/a".repeat(2000))).isFalse();
    }

    private static boolean allows(String pattern, String path) {
        return new TokenClaims(pattern, Set.of(), Allowance.UNLIMITED, Instant.MAX).allowsPath(PlainPath.of(path));
    }
}
