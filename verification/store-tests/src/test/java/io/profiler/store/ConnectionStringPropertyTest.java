// SPDX-License-Identifier: Apache-2.0
package io.profiler.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.profiler.servers.WholeLog;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a connection string is, it opens a store, or ends in one line that shows no password. */
class ConnectionStringPropertyTest {

    private static final String SECRET = "S3cr3tPW";
    private static final int STRINGS = 1_000;

    private static final List<String> BEGINNINGS = List.of(
            "mongodb://",
            "mongodb+srv://",
            "redis://",
            "rediss://",
            "redissentinel://",
            "elasticsearch://",
            "elasticsearchs://",
            "messaging://",
            "rabbit://",
            "otlp://",
            "otlps://",
            "postgresql://",
            "mysql+pymysql://",
            "sqlite://",
            "sqlite:///",
            "jdbc:",
            "jdbc:postgresql:",
            "jdbc:postgresql://",
            "jdbc:mariadb://",
            "jdbc:mysql://",
            "jdbc:mysql:replication://",
            "jdbc:h2:",
            "jdbc:h2:tcp://",
            "jdbc:h2:mem:",
            "jdbc:sqlite:",
            "jdbc:oracle:thin:",
            "Mongodb://",
            "JDBC:H2:",
            "foo://",
            "",
            " ");

    private static final List<String> PARTS = List.of(
            SECRET,
            "app:" + SECRET + "@",
            ":" + SECRET + "@",
            "@",
            ":",
            "/",
            "//",
            "?",
            "&",
            "=",
            ";",
            ",",
            "#",
            "%",
            "%zz",
            "%40",
            "+",
            "(",
            ")",
            "[",
            "]",
            "[::1]",
            "\\",
            "\n",
            "\0",
            " ",
            "é",
            "\ud83d",
            "h",
            "127.0.0.1",
            ":1",
            ":99999",
            ":x",
            "/db",
            "/0",
            "user=app",
            "password=" + SECRET,
            "PASSWORD=" + SECRET,
            "ssl=true",
            "db=1",
            "idle_timeout=2",
            "compressors=zlib",
            "authMechanism=PLAIN",
            "AUTO_SERVER=TRUE",
            "sslmode=require",
            "redis://",
            "jdbc:",
            "address=(host=h)",
            "(host=h,password=" + SECRET + ")",
            "~",
            "'",
            "\"",
            "$",
            "*",
            "..");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void opensOrEndsInOneLine(long seed) {
        Random random = new Random(seed);
        try (WholeLog log = WholeLog.capture()) {
            for (int i = 0; i < STRINGS; i++) {
                check(string(random));
            }
            assertThat(log.lines()).noneMatch(line -> line.contains(SECRET));
        }
    }

    private static String string(Random random) {
        StringBuilder string = new StringBuilder(BEGINNINGS.get(random.nextInt(BEGINNINGS.size())));
        if (random.nextInt(4) > 0) {
            string.append("app:")
                    .append(PARTS.get(random.nextInt(PARTS.size())))
                    .append(SECRET)
                    .append("@h");
        }
        for (int parts = random.nextInt(6); parts > 0; parts--) {
            string.append(PARTS.get(random.nextInt(PARTS.size())));
        }
        return isWherePasswordsAre(string.toString())
                ? string.toString()
                : string.toString().replace(SECRET, "other");
    }

    /** Nothing can tell a password from the name of a host or a database. */
    private static boolean isWherePasswordsAre(String string) {
        String withoutOptions = string.split("[?;#(]", 2)[0];
        return !withoutOptions.substring(withoutOptions.lastIndexOf('@') + 1).contains(SECRET);
    }

    private static void check(String string) {
        ConnectionString connectionString = new ConnectionString(string);
        assertClean(connectionString.toString(), string);
        try (TraceStore store =
                TraceStores.open(connectionString, new StoreOptions(false, null, Duration.ofMillis(50)))) {
            assertClean(store.toString(), string);
        } catch (InvalidConnectionStringException | MissingLibraryException refused) {
            assertClean(refused.getMessage(), string);
        } catch (RuntimeException unexpected) {
            fail("'" + string + "' ends in " + unexpected, unexpected);
        }
    }

    private static void assertClean(String shown, String string) {
        assertThat(shown.lines().count()).as("lines for " + string).isLessThanOrEqualTo(1);
        assertThat(shown).as(string).doesNotContain(SECRET);
    }
}
