// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.profiler.store.ConnectionString;
import io.profiler.store.InvalidConnectionStringException;
import io.profiler.store.backend.UrlParts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ElasticsearchAddressTest {

    @TempDir
    Path folder;

    @Test
    void readsEveryPart() throws IOException {
        Path certificates = Files.createFile(folder.resolve("trusted.pem"));
        ElasticsearchAddress address = of("elasticsearchs://me:p%40ss+@one:9201,two,[::1]:9203/search/v1"
                + "?request_timeout=0.5&ca_certs=" + certificates);

        assertThat(address.parts().hosts())
                .containsExactly(
                        new UrlParts.Host("one", 9201), new UrlParts.Host("two", 9200), new UrlParts.Host("::1", 9203));
        assertThat(address.parts().path()).isEqualTo("search/v1");
        assertThat(address.tls()).isTrue();
        assertThat(address.trusted()).isEqualTo(certificates);
        assertThat(address.requestTimeout()).isEqualTo(Duration.ofMillis(500));
        assertThat(address.authorization()).isEqualTo("Basic " + base64("me:p@ss+"));
    }

    @Test
    void hasDefaults() {
        ElasticsearchAddress address = of("elasticsearch://host");

        assertThat(address.parts().hosts()).containsExactly(new UrlParts.Host("host", 9200));
        assertThat(address.parts().path()).isEmpty();
        assertThat(address.tls()).isFalse();
        assertThat(address.trusted()).isNull();
        assertThat(address.requestTimeout()).isNull();
        assertThat(address.authorization()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "elasticsearch://host,            false",
        "elasticsearch://host?tls=false,  false",
        "elasticsearch://host?tls=true,   true",
        "elasticsearchs://host,           true",
    })
    void speaksTlsIfTheSchemeOrTheOptionSaysSo(String connectionString, boolean tls) {
        assertThat(of(connectionString).tls()).isEqualTo(tls);
    }

    @Test
    void anApiKeyComesBeforeAUser() {
        assertThat(of("elasticsearch://me:secret@host?api_key=aWQ6a2V5==").authorization())
                .isEqualTo("ApiKey aWQ6a2V5==");
    }

    @ParameterizedTest
    @CsvSource({"abc%3D%3D, abc==", "abc==, abc==", "a+b/c, a+b/c"})
    void anApiKeyMayBePercentEncoded(String written, String sent) {
        assertThat(of("elasticsearch://h?api_key=" + written).authorization()).isEqualTo("ApiKey " + sent);
    }

    @Test
    void aUserNeedNotHaveAPassword() {
        assertThat(of("elasticsearch://me@host").authorization()).isEqualTo("Basic " + base64("me:"));
    }

    @Test
    void credentialsAreUtf8() {
        assertThat(of("elasticsearch://me:%C5%BE%3A%2F@host").authorization()).isEqualTo("Basic " + base64("me:ž:/"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    elasticsearch                              | expected host
                    elasticsearch://                           | expected host
                    elasticsearch://me:geheim@                 | expected host
                    elasticsearch://me:geheim@host:port        | a port in it is not between 1 and 65535
                    elasticsearch://me:geheim@one,,two         | a host or a port in it cannot be read
                    elasticsearch://me:geheim@host:0           | a port in it is not between 1 and 65535
                    elasticsearch://me:geheim@one,two:65536    | a port in it is not between 1 and 65535
                    elasticsearch://me:geheim%zz@host          | its user name or password is not percent-encoded
                    elasticsearch://host?api_key=geheim%zz     | its option api_key is not percent-encoded
                    elasticsearch://host?geheim=1              | it has an option that is none of api_key, ca_certs, request_timeout, tls
                    elasticsearch://host?tls=geheim            | its option tls is neither true nor false
                    elasticsearch://host?request_timeout=soon  | its option request_timeout is not a number
                    elasticsearchs://host?ca_certs=/no/such.pem| its option ca_certs names a file that cannot be read
                    """)
    void saysInOneLineWhatIsWrong(String connectionString, String fault) {
        assertThatThrownBy(() -> of(connectionString))
                .isInstanceOf(InvalidConnectionStringException.class)
                .hasMessageContaining("is not an Elasticsearch connection string: " + fault)
                .hasMessageNotContaining("geheim")
                .hasMessageNotContaining("\n");
    }

    private static ElasticsearchAddress of(String connectionString) {
        return ElasticsearchAddress.of(new ConnectionString(connectionString));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
