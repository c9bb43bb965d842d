// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.event.command.CommandStartedEvent;
import io.lettuce.core.event.command.CommandSucceededEvent;
import io.lettuce.core.output.StatusOutput;
import io.lettuce.core.protocol.Command;
import io.lettuce.core.protocol.CommandType;
import io.lettuce.core.protocol.RedisCommand;
import io.profiler.autoconfigure.kit.AllocatedBytes;
import org.junit.jupiter.api.Test;

/** What a command costs outside of a profiled request, besides what its events cost the driver. */
class NotProfiledCommandsTest {

    private static final int CALLS = 10_000;

    private final CommandStartedEvent started = new CommandStartedEvent(command(), 0);
    private final CommandSucceededEvent succeeded = new CommandSucceededEvent(command(), started.getContext(), 0, 0);

    @SuppressWarnings("unchecked")
    private static RedisCommand<Object, Object, Object> command() {
        Command<?, ?, ?> command = new Command<>(CommandType.GET, new StatusOutput<>(StringCodec.UTF8));
        return (RedisCommand<Object, Object, Object>) command;
    }

    @Test
    void nothingIsAllocated() {
        CommandSpans spans = new CommandSpans(true);
        allocatedBy(spans);

        // A few bytes a thousand calls, not a call, are what the measurement itself may cost.
        assertThat(allocatedBy(spans)).isLessThan(CALLS);
    }

    private long allocatedBy(CommandSpans spans) {
        return AllocatedBytes.of(CALLS, () -> {
            spans.commandStarted(started);
            spans.commandSucceeded(succeeded);
        });
    }
}
