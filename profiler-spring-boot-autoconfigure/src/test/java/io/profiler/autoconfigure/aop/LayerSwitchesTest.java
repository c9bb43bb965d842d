// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.aop;

import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.autoconfigure.kit.BaseApplication;
import io.profiler.autoconfigure.kit.RunningApp;
import io.profiler.autoconfigure.kit.Trace;
import io.profiler.trace.ManagementStore;
import io.profiler.trace.MessageStore;
import io.profiler.trace.Profiler;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

class LayerSwitchesTest {

    @ParameterizedTest
    @CsvSource({
        "false, false, false, ''",
        "false, false, true, management_store management_store",
        "false, true, false, message_store",
        "false, true, true, message_store(management_store) management_store",
        "true, false, false, wsgi(controller)",
        "true, false, true, wsgi(controller(management_store management_store))",
        "true, true, false, wsgi(controller(message_store))",
        "true, true, true, wsgi(controller(message_store(management_store) management_store))",
    })
    void writesTheSpansOfTheLayersThatAreOn(boolean transport, boolean messages, boolean management, String tree) {
        try (RunningApp app = RunningApp.start(
                Application.class,
                "profiler.trace-wsgi-transport=" + transport,
                "profiler.trace-message-store=" + messages,
                "profiler.trace-management-store=" + management)) {
            Trace trace = app.profiled("/messages");

            assertThat(trace.tree()).isEqualTo(tree);
            assertThat(trace.response().headers().firstValue("X-Trace-Id")).contains(trace.baseId());
            assertThat(trace.response().body())
                    .as("what the deepest store would send downstream")
                    .isEqualTo("queue of " + trace.baseId());
        }
    }

    @Configuration(proxyBeanMethods = false)
    @Import({BaseApplication.class, MessagesController.class, Messages.class, Queues.class})
    static class Application {}

    @RestController
    static class MessagesController {

        private final Messages messages;
        private final Queues queues;

        MessagesController(Messages messages, Queues queues) {
            this.messages = messages;
            this.queues = queues;
        }

        @GetMapping("/messages")
        String messages() {
            String result = messages.list();
            queues.get();
            return result;
        }
    }

    @MessageStore
    static class Messages {

        private final Queues queues;

        Messages(Queues queues) {
            this.queues = queues;
        }

        public String list() {
            return queues.get();
        }
    }

    @ManagementStore
    static class Queues {

        private final Profiler profiler;

        Queues(Profiler profiler) {
            this.profiler = profiler;
        }

        public String get() {
            return "queue of " + profiler.context().orElseThrow().baseId();
        }
    }
}
