// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.mongodb;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ContextProvider;
import com.mongodb.MongoClientSettings;
import com.mongodb.RequestContext;
import com.mongodb.client.SynchronousContextProvider;
import com.mongodb.reactivestreams.client.ReactiveContextProvider;
import io.profiler.autoconfigure.kit.ProfiledContext;
import io.profiler.test.NoContextLeft;
import io.profiler.trace.TracePosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.reactivestreams.Subscriber;
import reactor.core.publisher.BaseSubscriber;

/** What is added to settings that an application has made. */
@ExtendWith(NoContextLeft.class)
class CommandTracingTest {

    private final BaseSubscriber<Object> subscriber = new BaseSubscriber<>() {};

    @Test
    void aPositionIsCarriedOnlyInAProfiledRequest() {
        ContextProvider provider = added(MongoClientSettings.builder());
        ReactiveContextProvider reactive = (ReactiveContextProvider) provider;

        ProfiledContext.runner().run(context -> {
            assertThat(reactive.getContext(subscriber)).isNull();
            ProfiledContext.profile(context, () -> {
                RequestContext carried = reactive.getContext(subscriber);
                assertThat(PositionContext.positionIn(carried)).isNotNull();
                assertThat(carried.size()).isEqualTo(1);
                assertThat(carried.stream()).hasSize(1);
                carried.delete(TracePosition.class);
                assertThat(carried.isEmpty()).isTrue();
            });
        });
        assertThat(((SynchronousContextProvider) provider).getContext()).isNotNull();
    }

    @Test
    void theApplicationsContextOfACallIsKept() {
        Others others = new Others();
        ContextProvider provider = added(MongoClientSettings.builder().contextProvider(others));

        assertThat(((SynchronousContextProvider) provider).getContext()).isSameAs(others.context);
        assertThat(((ReactiveContextProvider) provider).getContext(subscriber)).isSameAs(others.context);
    }

    @Test
    void whatIsForBlockingCallsAloneStays() {
        SynchronousContextProvider blocking = PositionContext::new;

        assertThat(added(MongoClientSettings.builder().contextProvider(blocking)))
                .isSameAs(blocking);
    }

    @Test
    void switchedOffNothingIsAdded() {
        ProfiledContext.runner().run(context -> assertThat(context).hasBean("io.profiler.mongoCommands"));
        ProfiledContext.runner()
                .withPropertyValues("profiler.trace-commands=false")
                .run(context -> assertThat(context).doesNotHaveBean("io.profiler.mongoCommands"));
    }

    private static ContextProvider added(MongoClientSettings.Builder settings) {
        CommandTracing.add(new CommandSpans(false), settings);
        MongoClientSettings built = settings.build();
        assertThat(built.getCommandListeners()).hasSize(1);
        return built.getContextProvider();
    }

    private static final class Others implements SynchronousContextProvider, ReactiveContextProvider {

        private final RequestContext context = new PositionContext();

        @Override
        public RequestContext getContext() {
            return context;
        }

        @Override
        public RequestContext getContext(Subscriber<?> subscriber) {
            return context;
        }
    }
}
