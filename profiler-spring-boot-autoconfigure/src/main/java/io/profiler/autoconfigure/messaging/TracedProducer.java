// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.messaging;

import io.profiler.autoconfigure.Guard;
import io.profiler.autoconfigure.Signature;
import io.profiler.trace.TracePosition;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/** In front of one of Kafka's producers: what profiled requests send by it is a span until the broker has it. */
final class TracedProducer implements InvocationHandler {

    private static final String SENDING = "send";

    private final Producer<Object, Object> producer;
    private final SendSpans spans;

    private TracedProducer(Producer<Object, Object> producer, SendSpans spans) {
        this.producer = producer;
        this.spans = spans;
    }

    @SuppressWarnings("unchecked")
    static <K, V> Producer<K, V> inFrontOf(Producer<K, V> producer, SendSpans spans) {
        if (Proxy.isProxyClass(producer.getClass()) && Proxy.getInvocationHandler(producer) instanceof TracedProducer) {
            return producer;
        }
        return (Producer<K, V>) Proxy.newProxyInstance(
                Producer.class.getClassLoader(),
                new Class<?>[] {Producer.class},
                new TracedProducer((Producer<Object, Object>) producer, spans));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        if (arguments != null
                && method.getName().equals(SENDING)
                && arguments[0] instanceof ProducerRecord<?, ?> message) {
            TracePosition position = TracePosition.current();
            if (position != null) {
                return send(position, message, arguments.length > 1 ? (Callback) arguments[1] : null);
            }
            arguments[0] = passedOn(message);
        }
        if (method.getName().equals("equals") && arguments != null) {
            return proxy == arguments[0];
        }
        try {
            return method.invoke(producer, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getTargetException();
        }
    }

    /** What is not signed here is sent as it is, but that no signature that it came with leaves the house. */
    private ProducerRecord<?, ?> passedOn(ProducerRecord<?, ?> message) {
        ProducerRecord<?, ?> unsigned =
                isSigned(message) && !spans.mayPassOnSigned() ? Guard.call(() -> withHeaders(message, Map.of())) : null;
        return unsigned == null ? message : unsigned;
    }

    private Object send(TracePosition position, ProducerRecord<?, ?> message, @Nullable Callback own) {
        Sending sending = spans.start(position, message.topic(), Map.of());
        if (sending == null) {
            return producer.send(uncast(message), own);
        }
        try {
            return producer.send(uncast(signed(message, sending)), (metadata, error) -> {
                Guard.run(() -> ended(sending, metadata, error));
                if (own != null) {
                    own.onCompletion(metadata, error);
                }
            });
        } catch (Throwable error) {
            sending.span().stop(error);
            throw error;
        }
    }

    private static void ended(Sending sending, @Nullable RecordMetadata metadata, @Nullable Exception error) {
        if (error != null) {
            sending.span().stop(error);
        } else if (metadata == null) {
            sending.span().stop();
        } else {
            sending.span().stop(Map.of(ListenerSpans.MEMBER, place(metadata)));
        }
    }

    private static Map<String, Object> place(RecordMetadata metadata) {
        return metadata.hasOffset()
                ? Map.of("partition", metadata.partition(), "offset", metadata.offset())
                : Map.of("partition", metadata.partition());
    }

    /** Another record: the application's own one may be closed, because it was sent before. */
    private ProducerRecord<?, ?> signed(ProducerRecord<?, ?> message, Sending sending) {
        if (sending.headers().isEmpty()) {
            return passedOn(message);
        }
        ProducerRecord<?, ?> signed = Guard.call(() -> withHeaders(message, sending.headers()));
        return signed == null ? message : signed;
    }

    /** As one is that is passed on from another broker, with what it came with. */
    private static boolean isSigned(ProducerRecord<?, ?> message) {
        for (String name : Signature.NAMES) {
            if (message.headers().lastHeader(name) != null) {
                return true;
            }
        }
        return false;
    }

    private static <K, V> ProducerRecord<K, V> withHeaders(
            ProducerRecord<K, V> message, Map<String, String> signature) {
        Headers headers = new RecordHeaders(message.headers());
        Signature.NAMES.forEach(headers::remove);
        signature.forEach((name, value) -> headers.add(name, value.getBytes(StandardCharsets.UTF_8)));
        return new ProducerRecord<>(
                message.topic(), message.partition(), message.timestamp(), message.key(), message.value(), headers);
    }

    @SuppressWarnings("unchecked")
    private static ProducerRecord<Object, Object> uncast(ProducerRecord<?, ?> message) {
        return (ProducerRecord<Object, Object>) message;
    }
}
