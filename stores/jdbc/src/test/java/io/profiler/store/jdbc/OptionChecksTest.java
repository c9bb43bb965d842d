// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.profiler.servers.WholeLog;
import io.profiler.store.ConnectionString;
import io.profiler.store.InvalidConnectionStringException;
import io.profiler.store.MissingLibraryException;
import io.profiler.store.StoreOptions;
import io.profiler.store.TraceStore;
import io.profiler.store.TraceStores;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OptionChecksTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    jdbc:mariadb://h/db?localSocket=/run/x         | the option localSocket needs the library net.java.dev.jna:jna,
                    jdbc:mariadb://h/db?credentialType=AWS-IAM     | needs the library software.amazon.awssdk:rds,
                    mysql://u:geheim@h/db?pipe=x                   | needs the library net.java.dev.jna:jna-platform,
                    jdbc:mysql://h/db?openTelemetry=REQUIRED       | needs the library io.opentelemetry:opentelemetry-api,
                    jdbc:postgresql://h/db?gsslib=sspi             | needs the library com.github.waffle:waffle-jna,
                    """)
    void anOptionWhoseLibraryIsMissingIsOneLine(String connectionString, String reason) {
        assertThatThrownBy(() -> open(connectionString))
                .isInstanceOf(MissingLibraryException.class)
                .hasMessageContaining(reason)
                .hasMessageNotContaining("geheim");
    }

    @ParameterizedTest
    @CsvSource({
        "jdbc:postgresql://h/db?sslfactory=no.such.Factory, sslfactory",
        "jdbc:postgresql://h/db?socketFactory=no.such.Factory, socketFactory",
        "postgresql://u:geheim@h/db?authenticationPluginClassName=no.such.Factory, authenticationPluginClassName",
        "jdbc:mariadb://h/db?socketFactory=no.such.Factory, socketFactory",
        "'jdbc:mysql://h/db?queryInterceptors=com.mysql.cj.interceptors.none.X,no.such.Factory', queryInterceptors",
        "jdbc:h2:mem:x;DATABASE_EVENT_LISTENER='no.such.Factory', DATABASE_EVENT_LISTENER"
    })
    void aClassThatIsMissingIsNamed(String connectionString, String option) {
        assertThatThrownBy(() -> open(connectionString))
                .isInstanceOf(InvalidConnectionStringException.class)
                .hasMessageContaining("its option " + option + " names ")
                .hasMessageContaining("no.such.Factory, which is not on the classpath");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    postgresql://u:geheim@h/db?charset=utf8&sslmode=require       | [charset]
                    mysql+pymysql://u:geheim@h/db?ssl_ca=/x&ssl_verify_cert=true  | [ssl_ca, ssl_verify_cert]
                    jdbc:mysql://h/db?sslMod=REQUIRED                             | [sslMod]
                    jdbc:postgresql://h/db?loggerLevel=TRACE                      | [loggerLevel]
                    jdbc:postgresql://h/db?password=a&geheim1=b                   | [one that is not shown]
                    jdbc:sqlite:file:/tmp/x?mode=ro&fast=1                        | [fast]
                    """)
    void anOptionThatDoesNothingIsNamedOnce(String connectionString, String named) {
        assertThat(warnings(connectionString))
                .singleElement()
                .asString()
                .contains("does not know, or use, these options: " + named)
                .doesNotContain("geheim");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://h/db?user=u&password=p&sslmode=require&ApplicationName=x&ssl&targetServerType=primary",
                "jdbc:postgresql:///db?host=y",
                "jdbc:mariadb://h/db?user=u&useSsl=true&timezone=UTC",
                "jdbc:mysql://h/db?user=u&serverTimezone=UTC&useSSL=true&useUnicode=true&characterEncoding=utf8",
                "jdbc:sqlite:file:/tmp/x?mode=ro&busy_timeout=1",
                "jdbc:h2:mem:x;MODE=PostgreSQL;LOCK_TIMEOUT=1"
            })
    void whatADriverDocumentsIsNotWarnedOf(String connectionString) {
        assertThat(warnings(connectionString)).isEmpty();
    }

    @Test
    void whatIsNoOptionIsTakenForAPartOfThePassword() {
        for (String end : List.of("a?geheim@h/db", "a?x=geheim@h/db", "?password=a&geheim")) {
            assertThatThrownBy(() -> open("jdbc:postgresql://u:1" + end))
                    .isInstanceOf(InvalidConnectionStringException.class)
                    .hasMessageNotContaining("geheim");
        }
    }

    private static List<String> warnings(String connectionString) {
        try (WholeLog log = WholeLog.capture()) {
            open(connectionString).close();
            return log.lines().stream()
                    .filter(line -> line.startsWith(OptionChecks.class.getName()))
                    .toList();
        }
    }

    private static TraceStore open(String connectionString) {
        return TraceStores.open(new ConnectionString(connectionString), StoreOptions.defaults());
    }
}
