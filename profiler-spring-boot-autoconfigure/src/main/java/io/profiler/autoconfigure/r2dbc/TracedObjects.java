// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.r2dbc;

import io.profiler.autoconfigure.Guard;
import io.r2dbc.spi.Batch;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Result;
import io.r2dbc.spi.Statement;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Map;
import org.springframework.util.ClassUtils;

/** Makes what stands in for the driver's objects: proxies with all interfaces that those have. */
final class TracedObjects {

    private final Executions executions;
    private final TransactionSpans transactions;
    private final boolean parameters;

    /** Interfaces of each class of the driver. */
    private final ClassValue<Class<?>[]> interfaces = new ClassValue<>() {
        @Override
        protected Class<?>[] computeValue(Class<?> type) {
            return Arrays.stream(ClassUtils.getAllInterfacesForClass(type))
                    .filter(each -> Modifier.isPublic(each.getModifiers()))
                    .toArray(Class<?>[]::new);
        }
    };

    /**
     * @param source what is said of where statements are executed
     * @param parameters whether values of parameters are shown
     */
    TracedObjects(Map<String, String> source, boolean parameters) {
        this.executions = new Executions(source, this);
        this.transactions = new TransactionSpans(source);
        this.parameters = parameters;
    }

    Connection connection(Connection connection) {
        return proxy(connection, Connection.class, new TracedConnection(connection, this, transactions));
    }

    Statement statement(Statement statement, String text) {
        ParameterValues values = parameters ? new ParameterValues() : null;
        return proxy(statement, Statement.class, new TracedSql(statement, text, values, executions));
    }

    Batch batch(Batch batch) {
        return proxy(batch, Batch.class, new TracedBatch(batch, executions));
    }

    Result result(Result result, ExecutionTeller execution) {
        return proxy(result, Result.class, new TracedResult(result, execution, this));
    }

    /** What no proxy can be made of, is used as it is. */
    private <T> T proxy(T target, Class<T> type, InvocationHandler handler) {
        try {
            return type.cast(Proxy.newProxyInstance(
                    target.getClass().getClassLoader(), interfaces.get(target.getClass()), handler));
        } catch (Throwable fault) {
            Guard.report(fault);
            return target;
        }
    }
}
