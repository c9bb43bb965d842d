// SPDX-License-Identifier: Apache-2.0
package io.profiler.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.profiler.store.ConnectionString;
import io.profiler.store.InvalidConnectionStringException;
import io.profiler.store.MissingLibraryException;
import io.profiler.store.StoreOptions;
import io.profiler.store.TraceStores;
import io.profiler.store.TraceWriter;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Connection strings with a password in them, which nothing shows. */
class ConnectionStringFuzzTest {

    private static final String PASSWORD = "S3cr3tPW";
    private static final StoreOptions OPTIONS = new StoreOptions(false, null, Duration.ofMillis(50));

    private static final String[] SCHEMES = {
        "mongodb",
        "redis",
        "rediss",
        "redissentinel",
        "elasticsearch",
        "elasticsearchs",
        "jdbc:postgresql",
        "jdbc:mariadb",
        "jdbc:h2:tcp",
        "jdbc:mysql",
        "jdbc:oracle:thin",
        "postgresql",
        "postgresql+psycopg2",
        "mysql",
        "mysql+pymysql",
        "messaging",
        "rabbit",
        "otlp",
        "otlps",
        "Mongodb",
        "REDIS",
        "foo",
        "mongodb "
    };

    private static final String[] HOSTS = {"h", "h:1", "h:99999", "h:x", "[::1]", "a,b", "", "h:27017,u2:@h2"};

    private static final String[] ENDS = {
        "",
        "/",
        "/db",
        "/db?x=1",
        "?ssl=true",
        "/0?db=1",
        "/db?password=" + PASSWORD,
        ";PASSWORD=" + PASSWORD,
        "/?authMechanism=FOO",
        "/?connectTimeoutMS=x",
        "?api_key=" + PASSWORD,
        "#f",
        ",redis://h2",
        "/db?user=a&password=" + PASSWORD + "&x=@"
    };

    @FuzzTest(maxDuration = "60s")
    void showNoPassword(FuzzedDataProvider data) {
        String scheme = data.pickValue(SCHEMES);
        String user = data.consumeString(6);
        String password = data.consumeString(3) + PASSWORD + data.consumeString(3);
        String server = data.pickValue(HOSTS) + data.pickValue(ENDS);
        String rest = data.consumeRemainingAsString();
        // The fuzzer learns the password from the assertion; as the name of a user or a database it is no secret.
        if ((user + " " + rest).contains(PASSWORD)) {
            return;
        }

        String text = scheme + "://" + user + ":" + password + "@" + server + rest;
        ConnectionString connectionString = new ConnectionString(text);
        assertDiscreet(connectionString.toString());
        try (TraceWriter store = TraceStores.open(connectionString, OPTIONS)) {
            assertDiscreet(store.toString());
        } catch (InvalidConnectionStringException | MissingLibraryException refused) {
            assertDiscreet(refused.getMessage());
        }
    }

    @FuzzTest(maxDuration = "60s")
    void endInAStoreOrInOneLine(FuzzedDataProvider data) {
        try (TraceWriter store = TraceStores.open(new ConnectionString(data.consumeRemainingAsString()), OPTIONS)) {
            assertThat(store.toString()).isNotEmpty();
        } catch (InvalidConnectionStringException | MissingLibraryException refused) {
            assertThat(refused.getMessage()).isNotEmpty().doesNotContain("\n");
        }
    }

    private static void assertDiscreet(@Nullable String text) {
        assertThat(text).doesNotContain(PASSWORD).doesNotContain("\n");
    }
}
