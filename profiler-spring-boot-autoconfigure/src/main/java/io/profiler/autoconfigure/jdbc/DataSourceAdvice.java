// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.jdbc;

import io.profiler.trace.TracedMethod;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.ProxyMethodInvocation;

/** Gives traced connections to profiled requests, and to all others what they would get anyway. */
final class DataSourceAdvice implements MethodInterceptor {

    private static final String GET_CONNECTION = "getConnection";

    private final TracedConnections connections;
    private volatile @Nullable AlikeFields fields;

    /** Many pools are made with the first connection. */
    private boolean used;

    DataSourceAdvice(TracedConnections connections) {
        this.connections = connections;
    }

    void keepAlike(AlikeFields fields) {
        this.fields = fields;
    }

    @Override
    public @Nullable Object invoke(MethodInvocation invocation) throws Throwable {
        return invocation.getMethod().getName().equals(GET_CONNECTION) ? connection(invocation) : other(invocation);
    }

    private @Nullable Object connection(MethodInvocation invocation) throws Throwable {
        Object connection = TracedMethod.isThreadProfiled()
                ? connections.traced(invocation::proceed, invocation.getMethod().getReturnType())
                : invocation.proceed();
        if (!used) {
            used = true;
            copyFields();
        }
        return connection;
    }

    /** What was the DataSource itself stays the same one: transactions are found by it. */
    private @Nullable Object other(MethodInvocation invocation) throws Throwable {
        untrace(invocation.getArguments());
        Object result = invocation.proceed();
        copyFields();
        return result != null && result == invocation.getThis() ? standIn(invocation, result) : result;
    }

    private static void untrace(@Nullable Object[] arguments) {
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = TracedConnections.untraced(arguments[i]);
        }
    }

    private static Object standIn(MethodInvocation invocation, Object bean) {
        return invocation.getArguments().length == 1
                        && invocation.getArguments()[0] instanceof Class<?> wanted
                        && invocation instanceof ProxyMethodInvocation call
                        && wanted.isInstance(call.getProxy())
                ? call.getProxy()
                : bean;
    }

    private void copyFields() {
        AlikeFields present = fields;
        if (present != null) {
            present.copy();
        }
    }
}
