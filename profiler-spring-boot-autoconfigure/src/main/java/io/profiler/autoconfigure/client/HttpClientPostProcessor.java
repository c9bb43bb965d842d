// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.client;

import java.net.http.HttpClient;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.util.function.SingletonSupplier;

/** Traces what the application sends by a client of the JDK that is a bean. */
final class HttpClientPostProcessor implements BeanPostProcessor {

    private static final Logger logger = LoggerFactory.getLogger(HttpClientPostProcessor.class);

    /** Nobody can ask for such a bean by its own class. */
    private static final String OF_THE_JDK = "jdk.internal.net.http.";

    private final SingletonSupplier<SentCalls> calls;

    HttpClientPostProcessor(Supplier<SentCalls> calls) {
        this.calls = SingletonSupplier.of(calls);
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String beanName) {
        return bean instanceof HttpClient client && !(bean instanceof TracedHttpClient)
                ? traced(client, beanName)
                : bean;
    }

    private HttpClient traced(HttpClient client, String beanName) {
        if (client.getClass().getName().startsWith(OF_THE_JDK)) {
            return new TracedHttpClient(client, calls.obtain());
        }
        logger.info(
                "What the bean '{}' sends is neither traced nor signed: {} is no HTTP client of the JDK's own",
                beanName,
                client.getClass().getName());
        return client;
    }
}
