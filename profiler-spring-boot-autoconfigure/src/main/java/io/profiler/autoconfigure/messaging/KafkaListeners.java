// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.messaging;

import org.aopalliance.aop.Advice;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.framework.Advised;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.aop.support.AopUtils;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DelegatingMessageListener;
import org.springframework.kafka.listener.adapter.AsyncRepliesAware;

/**
 * Puts advice around a container's listener. The container still finds the listener itself, of which it wants to know more than
 * a proxy tells: the advice chain of its properties would hide that.
 */
final class KafkaListeners {

    private KafkaListeners() {}

    static void advise(ContainerProperties container, Advice advice) {
        Object listener = container.getMessageListener();
        if (AopUtils.isAopProxy(listener) && listener instanceof Advised advised) {
            if (advised.indexOf(advice) < 0) {
                advised.addAdvice(0, advice);
            }
        } else if (listener != null) {
            container.setMessageListener(inFrontOf(listener, advice));
        }
    }

    private static Object inFrontOf(Object listener, Advice advice) {
        ProxyFactory proxies = new ProxyFactory(listener);
        proxies.addInterface(DelegatingMessageListener.class);
        proxies.addAdvice((MethodInterceptor) call -> invoke(call, listener));
        proxies.addAdvice(advice);
        return proxies.getProxy(listener.getClass().getClassLoader());
    }

    /** What the listener may not have, or may have for another one behind it. */
    private static @Nullable Object invoke(MethodInvocation call, Object listener) throws Throwable {
        return switch (call.getMethod().getName()) {
            case "getDelegate" -> listener;
            case "isAsyncReplies" -> listener instanceof AsyncRepliesAware aware && aware.isAsyncReplies();
            default -> call.proceed();
        };
    }
}
