// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UrlPartsTest {

    @Test
    void hostsHaveTheirOwnPortOrTheDefault() {
        assertThat(UrlParts.hosts("one:7,[::1],zwei.example", 9))
                .containsExactly(
                        new UrlParts.Host("one", 7), new UrlParts.Host("::1", 9), new UrlParts.Host("zwei.example", 9));
    }

    @ParameterizedTest
    @ValueSource(strings = {"geheim@one", "one:geheim", "one:0", "one:65536", "one,,two", ""})
    void whatCannotBeReadIsNotShown(String text) {
        assertThatThrownBy(() -> UrlParts.hosts(text, 9))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching("a (host or a )?port in it .*")
                .hasMessageNotContaining("geheim");
    }

    @Test
    void aPlusSignIsItself() {
        assertThat(UrlParts.decoded("a+b%20%C3%BC")).isEqualTo("a+b ü");
    }

    @Test
    void credentialsAreEncodedAsUtf8() {
        assertThat(UrlParts.basicAuthorization("ü:p")).isEqualTo("Basic w7w6cA==");
    }
}
