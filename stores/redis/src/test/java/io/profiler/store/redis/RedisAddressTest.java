// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.profiler.store.ConnectionString;
import io.profiler.store.InvalidConnectionStringException;
import io.profiler.store.backend.UrlParts;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedisAddressTest {

    @Test
    void readsEveryPart() {
        RedisAddress address = RedisAddress.of(
                new ConnectionString(
                        "rediss://me:p%40ss+@example.org:7000/2?socket_timeout=0.5&socket_connect_timeout=3&ssl_cert_reqs=none"));

        assertThat(address.parts().hosts()).containsExactly(new UrlParts.Host("example.org", 7000));
        assertThat(address.parts().user()).isEqualTo("me");
        assertThat(address.parts().password()).isEqualTo("p@ss+");
        assertThat(address.database()).isEqualTo(2);
        assertThat(address.socketTimeout()).isEqualTo(Duration.ofMillis(500));
        assertThat(address.connectTimeout()).isEqualTo(Duration.ofSeconds(3));
        assertThat(address.verifiesPeer()).isFalse();
    }

    @Test
    void hasDefaults() {
        RedisAddress address = RedisAddress.of(new ConnectionString("redis://[::1]/?db=4"));

        assertThat(address.parts().hosts()).containsExactly(new UrlParts.Host("::1", 6379));
        assertThat(address.parts().user()).isNull();
        assertThat(address.parts().password()).isNull();
        assertThat(address.database()).isEqualTo(4);
    }

    @Test
    void namesSeveralSentinels() {
        RedisAddress address = RedisAddress.of(
                new ConnectionString("redissentinel://:secret@one,two:7000/1?sentinel_service_name=cloud"));

        assertThat(address.parts().hosts())
                .containsExactly(new UrlParts.Host("one", 26379), new UrlParts.Host("two", 7000));
        assertThat(address.parts().password()).isEqualTo("secret");
        assertThat(address.masterName()).isEqualTo("cloud");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    redis                                    | expected host
                    redis://                                 | expected host
                    redis://:geheim@                         | expected host
                    redis://host?db=-1                       | its database is not a number
                    redis://:geheim@host:port                | a port in it is not between 1 and 65535
                    redis://geheim@host                      | it has a user without a password
                    redis://:geheim@host:0                   | a port in it is not between 1 and 65535
                    redis://:geheim@host:65536               | a port in it is not between 1 and 65535
                    redis://:geheim@host/first               | its database is not a number
                    redis://one,two                          | it names several hosts, which only redissentinel:// may
                    redis://:geheim%zz@host                  | its user name or password is not percent-encoded
                    redis://host?geheim=1                    | it has an option that is none of db, sentinel_service_name
                    redis://host?socket_timeout=soon         | its option socket_timeout is not a number
                    rediss://host?ssl_cert_reqs=optional     | its option ssl_cert_reqs is neither required nor none
                    rediss://host?ssl_ca_certs=/no/such.pem  | its option ssl_ca_certs names a file that cannot be read
                    """)
    void saysInOneLineWhatIsWrong(String connectionString, String fault) {
        assertThatThrownBy(() -> RedisAddress.of(new ConnectionString(connectionString)))
                .isInstanceOf(InvalidConnectionStringException.class)
                .hasMessageContaining("is not a Redis connection string: " + fault)
                .hasMessageNotContaining("geheim")
                .hasMessageNotContaining("\n");
    }
}
