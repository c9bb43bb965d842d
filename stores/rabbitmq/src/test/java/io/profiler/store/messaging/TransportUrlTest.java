// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.profiler.store.ConnectionString;
import io.profiler.store.InvalidConnectionStringException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TransportUrlTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"messaging", "messaging://", "messaging:///", "rabbit://", "rabbit://guest:guest@localhost"})
    void everythingHasTheDefaultsOfOslo(String text) {
        TransportUrl url = url(text);

        assertThat(url.addresses()).containsExactly("localhost:5672");
        assertThat(List.of(url.user(), url.password(), url.virtualHost())).containsExactly("guest", "guest", "/");
        assertThat(url.options()).isEqualTo(MessagingOptions.defaults());
        assertThat(url.tls()).isFalse();
    }

    @Test
    void readsAllParts() {
        TransportUrl url = url("rabbit://us%40er:p%3Aa+s:s@one:1,other:x@[::1],three/v%2Fhost?amqp_durable_queues=True"
                + "&rabbit_quorum_queue=1&idle_timeout=2.5&ssl=true");

        assertThat(url.addresses()).containsExactly("one:1", "[::1]:5671", "three:5671");
        assertThat(List.of(url.user(), url.password(), url.virtualHost()))
                .containsExactly("us@er", "p:a+s:s", "v/host");
        assertThat(url.options()).isEqualTo(new MessagingOptions(true, true, Duration.ofMillis(2_500)));
        assertThat(url.tls()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "rabbit://user:s3cr3t@host:5672/vhost?ssl=1, rabbit://***@host:5672/vhost",
        "messaging://, messaging://localhost:5672"
    })
    void saysWhereThatIsWithoutCredentials(String text, String place) {
        assertThat(url(text)).hasToString(place);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "amqps://user:s3cr3t@host| is not of the form rabbit://USER:PASSWORD@HOST:PORT/VIRTUAL_HOST",
                "kafka://user:s3cr3t@host| is not of the form rabbit://USER:PASSWORD@HOST:PORT/VIRTUAL_HOST",
                "rabbit:s3cr3t| is not of the form rabbit://USER:PASSWORD@HOST:PORT/VIRTUAL_HOST",
                "rabbit://user:s3cr3t| has a host that is not HOST or HOST:PORT",
                "rabbit://user:s3c/r3t@host| has an '@' after its hosts",
                "rabbit://user:12?s3cr3t@host| has an '@' after its hosts",
                "rabbit://,/| has a host that is not HOST or HOST:PORT",
                "rabbit://user:s3cr3t@host:99999| has a port that is not between 1 and 65535",
                "rabbit://user:s3cr3t@one,two:0| has a port that is not between 1 and 65535",
                "rabbit://user:s3cr3t@host:123456| has a port that is not between 1 and 65535",
                "rabbit://user:s3cr3t%@host| has a '%' that is not followed by two hexadecimal digits",
                "rabbit://host?idle_timeout=soon| option 'idle_timeout' is not a number of seconds",
                "rabbit://host?ssl=s3cr3t| option 'ssl' is not true or false"
            })
    void saysWhatIsWrongWithoutShowingIt(String text, String fault) {
        assertThatThrownBy(() -> url(text))
                .isInstanceOf(InvalidConnectionStringException.class)
                .hasMessageContaining(fault)
                .hasMessageNotContaining("s3c");
    }

    private static TransportUrl url(String text) {
        return TransportUrl.of(new ConnectionString(text));
    }
}
