// SPDX-License-Identifier: Apache-2.0
package io.profiler.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionStringTest {

    @ParameterizedTest
    @CsvSource({
        "mongodb://localhost:27017, mongodb, mongodb://localhost:27017",
        "mongodb://u:geheim@h1/db?authSource=geheim, mongodb, mongodb://***@h1/db",
        "MongoDB+SRV://u:ge?he#im@h/db, mongodb+srv, mongodb+srv://***",
        "mongodb://u:geheim/db, mongodb, mongodb://***",
        "postgresql://u:pw@h/db?password=a@geheim, postgresql, postgresql://***",
        "u:geheim@host, u, ***",
        "mongodb:/u:geheim@host, mongodb, mongodb:***",
        "geheim1, geheim1, ***",
        "localhost:27017, localhost, localhost:27017",
        "messaging, messaging, messaging",
        "redis://:ge/heim@h:1/0, redis, redis://***@h:1/0",
        "postgresql+psycopg2://u:geheim@h:5432/db, postgresql+psycopg2, postgresql+psycopg2://***@h:5432/db",
        "jdbc, jdbc, jdbc",
        "jdbc:geheim1, jdbc, jdbc:***",
        "jdbc:oracle:thin:u/geheim, jdbc, jdbc:oracle:***",
        "jdbc:postgresql://h/db?user=u&password=geheim, jdbc, jdbc:postgresql://h/db",
        "jdbc:mariadb://u:geheim@h/db, jdbc, jdbc:mariadb://***@h/db",
        "jdbc:mariadb://u:geheim/db, jdbc, jdbc:mariadb://***",
        "jdbc:h2:file:./traces;USER=sa;PASSWORD=geheim, jdbc, jdbc:h2:file:./traces",
        "jdbc:h2:file:./traces;PASSWORD=@geheim, jdbc, jdbc:h2:***",
        "jdbc:h2:tcp://u:geheim@h/~/x, jdbc, jdbc:h2:tcp://***@h/~/x",
        "jdbc:h2:u:geheim@h, jdbc, jdbc:h2:***",
        "jdbc:h2:/home/u@h/traces, jdbc, jdbc:h2:/home/u@h/traces",
        "jdbc:sqlite::memory:, jdbc, jdbc:sqlite::memory:",
        "jdbc:sqlite:C:\\traces.db, jdbc, jdbc:sqlite:C:\\traces.db",
        "JDBC:postgresql://h/db?user=u&password=a@geheim, jdbc, jdbc:postgresql://***",
        "jdbc:mysql://u:geh?eim@h/db, jdbc, jdbc:mysql://***",
        "jdbc:mysql://address=(host=h)(user=u)(password=geheim)/db, jdbc, jdbc:mysql://***",
        "jdbc:mysql://(user=u)(password=geh@eim)/db, jdbc, jdbc:mysql://***",
    })
    void showsNoCredentials(String value, String scheme, String shown) {
        ConnectionString connectionString = new ConnectionString(value);

        assertThat(connectionString.scheme()).isEqualTo(scheme);
        assertThat(connectionString.toString()).isEqualTo(shown);
    }

    @Test
    void anUnknownSchemeNamesTheKnownOnes() {
        assertThatThrownBy(() ->
                        TraceStores.open(new ConnectionString("mongo://u:geheim@localhost"), StoreOptions.defaults()))
                .isInstanceOf(InvalidConnectionStringException.class)
                .hasMessageContaining("mongo://***@localhost")
                .hasMessageContaining("jdbc:, ")
                .hasMessageContaining("mongodb://, mongodb+srv://")
                .hasMessageNotContaining("geheim");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mongodb://",
                "mongodb://localhost:notaport",
                "mongodb://localhost:99999",
                "mongodb://u:geheim:x@localhost",
                "mongodb://u:geh@eim@localhost",
                "mongodb://localhost/?authMechanism=NOPE&password=geheim",
                "mongodb+srv://localhost:27017",
            })
    void aMalformedMongoDbStringIsOneLine(String value) {
        assertThatThrownBy(() -> TraceStores.open(new ConnectionString(value), StoreOptions.defaults()))
                .isInstanceOf(InvalidConnectionStringException.class)
                .hasMessageNotContaining("geheim")
                .hasMessageNotContaining("geh@eim")
                .hasMessageNotContaining("\n")
                .hasMessageContaining("is not a MongoDB connection string");
    }
}
