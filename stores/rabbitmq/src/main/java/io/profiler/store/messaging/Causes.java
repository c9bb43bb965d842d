// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.messaging;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.AuthenticationFailureException;
import com.rabbitmq.client.Method;
import com.rabbitmq.client.PossibleAuthenticationFailureException;
import com.rabbitmq.client.ShutdownSignalException;
import io.profiler.store.backend.FailureText;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.amqp.AmqpAuthenticationException;

/** Why the broker did not do as it was asked, in one line without credentials. */
final class Causes {

    private Causes() {}

    static String inOneLine(Throwable error) {
        return FailureText.of(error, Causes::known);
    }

    private static @Nullable String known(Throwable cause) {
        if (cause instanceof AmqpAuthenticationException
                || cause instanceof AuthenticationFailureException
                || cause instanceof PossibleAuthenticationFailureException) {
            return FailureText.WRONG_LOGIN;
        }
        if (cause instanceof ShutdownSignalException shutdown) {
            return ofShutdown(shutdown);
        }
        if (cause instanceof UnknownHostException) {
            return FailureText.ofAddress(cause);
        }
        if (cause instanceof ConnectException) {
            return "nobody listens there";
        }
        return cause instanceof TimeoutException || cause instanceof SocketTimeoutException
                ? "it did not answer in time"
                : null;
    }

    private static @Nullable String ofShutdown(ShutdownSignalException shutdown) {
        String text = replyText(shutdown);
        if (text == null) {
            return shutdown.getCause() == null ? "the connection was closed" : null;
        }
        return text.contains("inequivalent arg")
                ? text + "; declare it as those do who made it, with amqp_durable_queues or rabbit_quorum_queue in the"
                        + " transport URL"
                : text;
    }

    private static @Nullable String replyText(ShutdownSignalException shutdown) {
        Method reason = shutdown.getReason();
        if (reason instanceof AMQP.Channel.Close closed) {
            return closed.getReplyText();
        }
        return reason instanceof AMQP.Connection.Close closed && closed.getReplyCode() != AMQP.REPLY_SUCCESS
                ? closed.getReplyText()
                : null;
    }

    /** Whether one message of those that were sent is larger than the broker allows. */
    static boolean isMessageTooLarge(@Nullable Throwable error) {
        return isReply("message size", error);
    }

    /** Whether somebody else takes messages from the queue that was to be read alone. */
    static boolean isForUseByAnother(Throwable error) {
        return isReply("exclusive", error);
    }

    private static boolean isReply(String part, @Nullable Throwable error) {
        return FailureText.causes(error)
                .anyMatch(cause -> cause instanceof ShutdownSignalException shutdown
                        && String.valueOf(replyText(shutdown))
                                .toLowerCase(Locale.ROOT)
                                .contains(part));
    }
}
