// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.autoconfigure.ProfilerConfigurationException;
import io.profiler.autoconfigure.kit.ClasspathWithout;
import io.profiler.store.StoreOptions;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class MissingBackendsLibraryTest {

    @ParameterizedTest
    @CsvSource({
        "spring-data-redis, redis://:s3cr3t@localhost, io.profiler:profiler-spring-boot-starter-redis",
        "lettuce, rediss://:s3cr3t@localhost, io.profiler:profiler-spring-boot-starter-redis",
        "elasticsearch, elasticsearch://u:s3cr3t@localhost, io.profiler:profiler-spring-boot-starter-elasticsearch",
        "amqp-client, rabbit://u:s3cr3t@localhost, io.profiler:profiler-spring-boot-starter-rabbitmq",
        "protobuf-java, otlp://u:s3cr3t@localhost, io.profiler:profiler-spring-boot-starter-otlp",
        "opentelemetry-proto, otlp://u:s3cr3t@localhost, io.profiler:profiler-spring-boot-starter-otlp",
        "postgresql, postgresql://u:s3cr3t@localhost/db, org.postgresql:postgresql",
        "mariadb, mysql://u:s3cr3t@localhost/db, org.mariadb.jdbc:mariadb-java-client",
        "h2, jdbc:h2:mem:db;PASSWORD=s3cr3t, com.h2database:h2",
        "spring-jdbc, jdbc:h2:mem:db;PASSWORD=s3cr3t, io.profiler:profiler-spring-boot-starter-jdbc",
        "HikariCP, jdbc:h2:mem:db;PASSWORD=s3cr3t, io.profiler:profiler-spring-boot-starter-jdbc",
        "zstd, mongodb://u:s3cr3t@localhost/?compressors=zstd, com.github.luben:zstd-jni",
        "snappy, 'mongodb://u:s3cr3t@localhost/?compressors=zlib,snappy', org.xerial.snappy:snappy-java"
    })
    void theDependencyToAddIsNamed(String jar, String connectionString, String dependency, CapturedOutput output)
            throws Exception {
        try (ClasspathWithout classpath = new ClasspathWithout(jar)) {
            classpath.main(Opening.class, connectionString);
        }

        assertThat(output)
                .contains("refused: 'profiler.connection-string': ")
                .contains(
                        "Add the dependency " + dependency + ", or set 'profiler.connection-string' to another store.")
                .doesNotContain("s3cr3t");
    }

    /** Loaded again by another class loader. */
    static class Opening {

        public static void main(String[] arguments) {
            try {
                ConfiguredStores.of("profiler.connection-string", arguments[0], Stream.of(), StoreOptions.defaults());
            } catch (ProfilerConfigurationException e) {
                System.out.println("refused: " + e.getMessage() + " " + e.action());
            }
        }
    }
}
