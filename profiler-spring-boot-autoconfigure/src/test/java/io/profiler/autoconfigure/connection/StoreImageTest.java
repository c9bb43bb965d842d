// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.profiler.store.ConnectionString;
import io.profiler.store.StoreOptions;
import io.profiler.store.TraceStores;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StoreImageTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            mongo                                           |                                                              | mongodb://h:7/
            docker.io/library/mongo:8@sha256:00ff           | MONGO_INITDB_ROOT_USERNAME=r MONGO_INITDB_ROOT_PASSWORD=p:/@ | mongodb://r:p%3A%2F%40@h:7/
            localhost:5000/mongodb/mongodb-community-server |                                                              | mongodb://h:7/
            redis:8                                         |                                                              | redis://h:7/
            bitnami/redis                                   | REDIS_PASSWORD=p                                             | redis://default:p@h:7/
            valkey/valkey:9                                 |                                                              | redis://h:7/
            postgres                                        | POSTGRES_PASSWORD=p                                          | postgresql://postgres:p@h:7/postgres
            postgis/postgis:18                              | POSTGRES_USER=u POSTGRES_PASSWORD=p                          | postgresql://u:p@h:7/u
            mariadb                                         | MARIADB_ROOT_PASSWORD=p MARIADB_DATABASE=d                   | mysql://root:p@h:7/d
            mariadb                                         | MYSQL_USER=u MYSQL_PASSWORD=p MYSQL_DATABASE=d               | mysql://u:p@h:7/d
            mysql:9                                         | MYSQL_USER=u MYSQL_PASSWORD=p MYSQL_DATABASE=d               | mysql://u:p@h:7/d
            rabbitmq:4-management                           |                                                              | rabbit://guest:guest@h:7/
            rabbitmq                                        | RABBITMQ_DEFAULT_USER=u RABBITMQ_DEFAULT_PASS=p RABBITMQ_DEFAULT_VHOST=v | rabbit://u:p@h:7/v
            docker.elastic.co/elasticsearch/elasticsearch:9 | ELASTIC_PASSWORD=p                                           | elasticsearch://elastic:p@h:7/
            opensearchproject/opensearch                    |                                                              | elasticsearch://h:7/
            jaegertracing/all-in-one                        |                                                              | otlp://h:7/
            otel/opentelemetry-collector-contrib            |                                                              | otlp://h:7/
            """)
    void whatRunsInItIsConnectedToAndNoStoreRefusesTheString(String image, String variables, String expected) {
        Map<String, String> env = variables == null
                ? Map.of()
                : Stream.of(variables.split(" +"))
                        .map(variable -> variable.split("=", 2))
                        .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));

        String connectionString = KnownStore.connectionString(image, port -> new StoreContainer("h", 7, env));

        assertThat(connectionString).isEqualTo(expected);
        if (!expected.startsWith("mysql:")) {
            assertThatCode(() -> TraceStores.openAll(
                                    new ConnectionString(connectionString),
                                    StoreOptions.defaults(),
                                    each -> Optional.empty())
                            .close())
                    .doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"nginx", "mongo-express", "example.com/mongo/ui:mongo", ""})
    void ofNoOtherIsAnythingKnown(String image) {
        assertThat(StoreImage.of(image)).isNull();
    }
}
