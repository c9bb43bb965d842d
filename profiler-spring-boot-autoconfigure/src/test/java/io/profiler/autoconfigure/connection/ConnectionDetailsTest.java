// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.autoconfigure.ProfilerConfigurationException;
import io.profiler.autoconfigure.ProfilerConnectionDetails;
import io.profiler.autoconfigure.kit.BaseApplication;
import io.profiler.store.OpenedStores;
import java.lang.reflect.Constructor;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.BeanUtils;
import org.springframework.boot.autoconfigure.service.connection.ConnectionDetails;
import org.springframework.boot.autoconfigure.service.connection.ConnectionDetailsFactories;
import org.springframework.boot.autoconfigure.service.connection.ConnectionDetailsNotFoundException;
import org.springframework.boot.docker.compose.core.ConnectionPorts;
import org.springframework.boot.docker.compose.core.ImageReference;
import org.springframework.boot.docker.compose.core.RunningService;
import org.springframework.boot.docker.compose.service.connection.DockerComposeConnectionSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.testcontainers.service.connection.ServiceConnection;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mock.env.MockEnvironment;
import org.testcontainers.containers.GenericContainer;

/** Where traces go, as somebody else than the properties says it. */
class ConnectionDetailsTest {

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withUserConfiguration(BaseApplication.Autoconfigured.class)
            .withPropertyValues(
                    "profiler.enabled=true",
                    "profiler.hmac-keys=a key of the tests",
                    "profiler.connection-string=redis://from-the-properties");

    @Test
    void withoutDetailsThePropertyCounts() {
        runner.run(
                context -> assertThat(context.getBean(OpenedStores.class)).hasToString("redis://from-the-properties"));
    }

    @Test
    void aBeanOfTheApplicationsIsUsedInPlaceOfTheProperty() {
        runner.withBean(ProfilerConnectionDetails.class, () -> () -> "redis://from-a-bean")
                .run(context -> {
                    assertThat(context).hasSingleBean(ProfilerConnectionDetails.class);
                    assertThat(context.getBean(OpenedStores.class)).hasToString("redis://from-a-bean");
                });
    }

    @Test
    void aContainerThatIsNamedForItIsUsedAsSoonAsItRuns() {
        runner.withUserConfiguration(NamedContainer.class)
                .run(context -> assertThat(context.getBean(OpenedStores.class))
                        .hasToString("postgresql://***@docker-host:15432/traces"));
    }

    /** Nobody here knows whom else it is for. */
    @Test
    void oneThatIsNotIsSomebodyElses() {
        runner.withUserConfiguration(UnnamedContainer.class)
                .run(context ->
                        assertThat(context).getFailure().isInstanceOf(ConnectionDetailsNotFoundException.class));
    }

    @Test
    void oneOfAnotherImageIsToldOf() {
        runner.withUserConfiguration(StrangeContainer.class)
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .isInstanceOf(ProfilerConfigurationException.class)
                        .hasMessageContaining("'example.com/mail:1', and the profiler knows no store in it"));
    }

    @Test
    void soIsAServiceOfDockerComposeWithTheLabel() {
        Service service = new Service(
                "mongo:8",
                Map.of("org.springframework.boot.service-connection", "profiler"),
                Map.of("MONGO_INITDB_ROOT_USERNAME", "root", "MONGO_INITDB_ROOT_PASSWORD", "a@b"));

        Map<Class<?>, ConnectionDetails> details = details(service);

        assertThat(details).containsOnlyKeys(ProfilerConnectionDetails.class);
        assertThat(((ProfilerConnectionDetails) details.get(ProfilerConnectionDetails.class)).getConnectionString())
                .isEqualTo("mongodb://root:a%40b@docker-host:37017/");
    }

    @Test
    void oneWithoutItIsNot() {
        assertThat(details(new Service("mongo:8", Map.of(), Map.of())))
                .doesNotContainKey(ProfilerConnectionDetails.class);
    }

    private static Map<Class<?>, ConnectionDetails> details(RunningService service) {
        Constructor<?> constructor = DockerComposeConnectionSource.class.getDeclaredConstructors()[0];
        Object source = BeanUtils.instantiateClass(constructor, service, new MockEnvironment());
        return new ConnectionDetailsFactories(ConnectionDetailsTest.class.getClassLoader())
                .getConnectionDetails(source, false);
    }

    /** A container that would run, if there were Docker. */
    static final class Container extends GenericContainer<Container> {

        private final String image;

        Container(String image) {
            super(image);
            this.image = image;
        }

        @Override
        public String getDockerImageName() {
            return image;
        }

        @Override
        public String getHost() {
            return "docker-host";
        }

        @Override
        public Integer getMappedPort(int port) {
            return 10_000 + port;
        }

        @Override
        public void start() {
            withEnv(Map.of("POSTGRES_USER", "u", "POSTGRES_PASSWORD", "s3cr3t", "POSTGRES_DB", "traces"));
        }

        @Override
        public void stop() {}
    }

    @Configuration(proxyBeanMethods = false)
    static class NamedContainer {

        @Bean
        @ServiceConnection(name = "profiler", type = ProfilerConnectionDetails.class)
        Container traces() {
            return new Container("postgres:18");
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class UnnamedContainer {

        @Bean
        @ServiceConnection
        Container database() {
            return new Container("mongo:8");
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class StrangeContainer {

        @Bean
        @ServiceConnection(name = "profiler")
        Container mail() {
            return new Container("example.com/mail:1");
        }
    }

    /** A service of Docker Compose, as it is told of. */
    record Service(String imageName, Map<String, String> labels, Map<String, String> env) implements RunningService {

        @Override
        public String name() {
            return "traces";
        }

        @Override
        public ImageReference image() {
            return ImageReference.of(imageName);
        }

        @Override
        public String host() {
            return "docker-host";
        }

        @Override
        public ConnectionPorts ports() {
            return new ConnectionPorts() {
                @Override
                public int get(int containerPort) {
                    return 10_000 + containerPort;
                }

                @Override
                public List<Integer> getAll() {
                    return List.of();
                }

                @Override
                public List<Integer> getAll(String protocol) {
                    return List.of();
                }
            };
        }
    }
}
