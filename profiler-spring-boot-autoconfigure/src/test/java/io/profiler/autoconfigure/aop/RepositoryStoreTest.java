// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.aop;

import static io.profiler.autoconfigure.kit.ProfiledContext.profile;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.profiler.autoconfigure.kit.ProfiledContext;
import io.profiler.autoconfigure.kit.Trace;
import io.profiler.servers.MongoDbServer;
import io.profiler.trace.ManagementStore;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.repository.MongoRepository;
import org.springframework.data.mongodb.repository.config.EnableMongoRepositories;

class RepositoryStoreTest {

    @RegisterExtension
    static final MongoDbServer SERVER = new MongoDbServer();

    @ParameterizedTest
    @ValueSource(strings = {"true", "false"})
    void aMarkedRepositoryIsTracedUnderItsOwnName(String targetClass) {
        ProfiledContext.runner(Repositories.class)
                .withPropertyValues("spring.aop.proxy-target-class=" + targetClass)
                .run(context -> {
                    QueueRepository queues = context.getBean(QueueRepository.class);

                    Trace inherited = profile(context, () -> queues.save(new Queue("a", 1)));
                    Trace declared = profile(
                            context, () -> assertThat(queues.findByPriority(1)).hasSize(1));

                    assertThat(inherited.tree()).isEqualTo("queues_catalogue");
                    assertThat(inherited.function("queues_catalogue"))
                            .isEqualTo(QueueRepository.class.getName() + ".save");
                    assertThat(declared.function("queues_catalogue"))
                            .isEqualTo(QueueRepository.class.getName() + ".findByPriority");
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "within(org.springframework.data.repository.Repository+)",
                "bean(repositoryStoreTest.Plain)",
                "execution(* io.profiler..Plain.*(..))"
            })
    void aRepositoryThatAPointcutMatchesIsTraced(String pointcut) {
        ProfiledContext.runner(Repositories.class)
                .withPropertyValues("profiler.message-store.pointcut=" + pointcut)
                .run(context -> {
                    Plain queues = context.getBean(Plain.class);

                    assertThat(profile(context, queues::count).function("message_store"))
                            .isEqualTo(Plain.class.getName() + ".count");
                    assertThat(profile(context, () -> queues.findByName("b")).tree())
                            .isEqualTo("message_store");
                });
    }

    @Test
    void aRepositoryIsTracedWithoutAWordOfTheApplications() {
        ProfiledContext.runner(Repositories.class).run(context -> {
            Trace inherited = profile(context, context.getBean(Plain.class)::count);

            assertThat(inherited.tree()).isEqualTo("repository");
            assertThat(inherited.function("repository")).isEqualTo(Plain.class.getName() + ".count");
        });
    }

    record Queue(@Id String name, int priority) {}

    interface Plain extends MongoRepository<Queue, String> {

        List<Queue> findByName(String name);
    }

    @ManagementStore("queues_catalogue")
    interface QueueRepository extends MongoRepository<Queue, String> {

        List<Queue> findByPriority(int priority);
    }

    @Configuration(proxyBeanMethods = false)
    @EnableMongoRepositories(
            considerNestedRepositories = true,
            includeFilters =
                    @Filter(
                            type = FilterType.ASSIGNABLE_TYPE,
                            classes = {QueueRepository.class, Plain.class}))
    static class Repositories {

        @Bean
        MongoClient mongoClient() {
            return MongoClients.create(SERVER.connectionString());
        }

        @Bean
        MongoTemplate mongoTemplate(MongoClient client) {
            return new MongoTemplate(client, "osprofiler");
        }
    }
}
