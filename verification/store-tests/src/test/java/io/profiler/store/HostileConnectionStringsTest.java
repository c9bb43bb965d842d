// SPDX-License-Identifier: Apache-2.0
package io.profiler.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.point.TracePoint;
import io.profiler.servers.WholeLog;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Passwords where people put them, right or wrong: no text that leaves a store, and no logger, shows them. */
class HostileConnectionStringsTest {

    private static final String SECRET = "S3cr3tPW";

    /** How a password is written, as it is and as it should be. */
    private static final List<String> PASSWORDS =
            List.of("PW", "a/PW", "12/PW", "a?PW", "12?PW", "a#PW", "a@PW", "PW%40");

    /** User and password before the host. */
    private static final List<String> BEFORE_HOST = List.of(
            "jdbc:postgresql://app:PW@127.0.0.1:1/db",
            "jdbc:mariadb://app:PW@127.0.0.1:1/db",
            "jdbc:mysql://app:PW@127.0.0.1:1/db",
            "jdbc:h2:tcp://app:PW@127.0.0.1:1/~/x",
            "postgresql://app:PW@127.0.0.1:1/db",
            "mysql+pymysql://app:PW@127.0.0.1:1/db",
            "mongodb://app:PW@127.0.0.1:1/db",
            "redis://app:PW@127.0.0.1:1/0",
            "rabbit://app:PW@127.0.0.1:1/",
            "elasticsearch://app:PW@127.0.0.1:1",
            "otlp://app:PW@127.0.0.1:1");

    private static final List<String> OTHERS = List.of(
            "PW",
            "app:PW@127.0.0.1/db",
            "jdbc:PW",
            "jdbc:app:PW@127.0.0.1",
            "jdbc:postgresql:app:PW@127.0.0.1",
            "jdbc:postgresql://app:PW@127.0.0.1",
            "jdbc:postgresql://app:PW@[::1]:1/db",
            "jdbc:postgresql://app:PW@127.0.0.1:1,app:PW@127.0.0.1:2/db",
            "jdbc:postgresql://127.0.0.1:1,app:PW/db",
            "jdbc:postgresql://app:PW/db",
            "jdbc:postgresql://127.0.0.1:1/a/b?user=app&password=PW",
            "jdbc:postgresql://127.0.0.1:1?user=app&password=PW",
            "jdbc:postgresql://127.0.0.1:1/db?user=app&password=PW",
            "jdbc:postgresql://127.0.0.1:1/db?user=app&password=a&PW",
            "jdbc:postgresql://127.0.0.1:1/db?user=app&Password=PW&sslmode=a@",
            "jdbc:postgresql://127.0.0.1:1/db?user=app&password=%PW",
            "jdbc:postgresql://127.0.0.1:1/db?sslpassword=PW&sslmode=require",
            "jdbc:postgresql://127.0.0.1:1/db?user=app&password=PW&socketFactory=none.There",
            "jdbc:mariadb:loadbalance://app:PW@127.0.0.1:1/db",
            "jdbc:mariadb://127.0.0.1:1/db?user=app&password=PW",
            "jdbc:mariadb://127.0.0.1:1/db?user=app&pwd=PW&credentialType=AWS-IAM",
            "jdbc:mariadb://127.0.0.1:1/db?keyStorePassword=PW&trustStorePassword=PW",
            "jdbc:mariadb://address=(host=127.0.0.1)(port=1)(user=app)(password=PW)/db",
            "jdbc:mysql://127.0.0.1:1/db?user=app&password=PW",
            "jdbc:mysql://127.0.0.1:1/db?user=app&password=%PW",
            "jdbc:mysql://127.0.0.1:1/db?trustCertificateKeyStorePassword=PW&useSSL=true",
            "jdbc:mysql://(host=127.0.0.1,port=1,user=app,password=PW)/db",
            "jdbc:mysql://address=(host=127.0.0.1)(user=app)(password=PW)/db",
            "jdbc:mysql:replication://app:PW@127.0.0.1:1,app:PW@127.0.0.1:2/db",
            "jdbc:h2:app:PW@127.0.0.1",
            "jdbc:h2:relative;USER=app;PASSWORD=PW",
            "jdbc:h2:file:FOLDER/x;USER=app;PASSWORD=a;PW",
            "jdbc:h2:file:FOLDER/x;USER=app;PASSWORD=a;PW=b",
            "jdbc:h2:file:FOLDER/x;USER=app;PASSWORD=PW;NO_SUCH=1",
            "jdbc:h2:file:FOLDER/x;INIT=CREATE USER app PASSWORT 'PW'",
            "jdbc:h2:file:FOLDER/x;CIPHER=AES;PASSWORD=PW",
            "jdbc:h2:tcp://127.0.0.1:1/~/x;USER=app;PASSWORD=PW",
            "jdbc:sqlite://app:PW@127.0.0.1/x.db",
            "jdbc:sqlite:FOLDER/none/x.db?password=PW",
            "jdbc:oracle:thin:app/PW@127.0.0.1:1521/x",
            "jdbc:oracle:thin:app/PW",
            "jdbc:sqlserver://127.0.0.1;user=app;password=PW",
            "sqlite://app:PW@127.0.0.1/x.db",
            "postgresql://app:PW@127.0.0.1:1,app:PW@127.0.0.1:2/db",
            "postgresql://app:PW",
            "postgresql://127.0.0.1:1/db?user=app&password=PW",
            "postgresql://PW/x@127.0.0.1:1/db",
            "mysql://app:%PW@127.0.0.1:1/db",
            "mysql://127.0.0.1:1/db?user=app&passwd=PW&ssl_ca=x",
            "mongodb://127.0.0.1:1,app:PW@127.0.0.1:2/db",
            "mongodb://app:PW",
            "mongodb://app:PW/db",
            "mongodb://127.0.0.1:1/?authMechanism=PLAIN&authSource=PW@",
            "mongodb://app:PW@127.0.0.1:1/?authMechanism=MONGODB-AWS&authMechanismProperties=AWS_SESSION_TOKEN:PW",
            "mongodb://app:PW@127.0.0.1:1/?compressors=zlib&proxyHost=127.0.0.1&proxyPort=1&proxyUsername=a&proxyPassword=PW",
            "mongodb+srv://app:PW@none.invalid/db",
            "redis://PW@127.0.0.1:1",
            "redis://:PW@127.0.0.1:1?password=PW",
            "rediss://:PW@127.0.0.1:1?ssl_cert_reqs=PW",
            "redissentinel://:PW@127.0.0.1:1,127.0.0.1:2/0?sentinel_service_name=x",
            "redis://app:PW",
            "rabbit://app:PW",
            "rabbit://app:PW@127.0.0.1:1,app:PW/",
            "rabbit://127.0.0.1:1/?ssl=PW",
            "rabbit://127.0.0.1:1/?password=PW&heartbeat=1",
            "messaging://app:PW@127.0.0.1:1/",
            "amqp://app:PW@127.0.0.1:1/",
            "elasticsearch://127.0.0.1:1?api_key=PW",
            "elasticsearch://127.0.0.1:1?apikey=PW",
            "elasticsearchs://app:PW@127.0.0.1:1/?ca_certs=/PW",
            "otlp://127.0.0.1:1?headers=authorization=PW",
            "otlps://app:PW@127.0.0.1:1/#PW",
            "mongodb://app:a,redis://:PW@127.0.0.1:1",
            "otlp://app:a,foo://PW@127.0.0.1:1");

    @TempDir
    private static Path folder;

    static Stream<String> strings() {
        Stream<String> raw = BEFORE_HOST.stream()
                .flatMap(string -> PASSWORDS.stream().map(password -> string.replace("PW", password)));
        return Stream.concat(raw, OTHERS.stream())
                .map(string -> string.replace("PW", SECRET).replace("FOLDER", folder.toString()));
    }

    @ParameterizedTest
    @MethodSource("strings")
    void isShownNowhere(String string) {
        List<String> shown = new ArrayList<>();
        try (WholeLog log = WholeLog.capture()) {
            ConnectionString connectionString = new ConnectionString(string);
            shown.add(connectionString.toString());
            use(connectionString, shown);
            shown.addAll(log.lines());
        }

        assertThat(shown).noneMatch(text -> text.contains(SECRET));
    }

    private static void use(ConnectionString connectionString, List<String> shown) {
        try (TraceStore store =
                TraceStores.open(connectionString, new StoreOptions(true, null, Duration.ofMillis(100)))) {
            shown.add(store.toString());
            attempt(shown, () -> store.append(List.of(point())));
        } catch (InvalidConnectionStringException | MissingLibraryException refused) {
            assertThat(refused.getMessage()).hasLineCount(1);
            shown.add(withCauses(refused));
        }
    }

    private static void attempt(List<String> shown, Runnable action) {
        try {
            action.run();
        } catch (StoreUnavailableException away) {
            assertThat(away.getMessage()).hasLineCount(1);
            shown.add(withCauses(away));
        }
    }

    private static String withCauses(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    private static TracePoint point() {
        return new TracePoint(
                "wsgi-start", "base", "base", "base", "2026-01-31T00:00:00.000000", Map.of("host", "h"), "p", "s");
    }
}
