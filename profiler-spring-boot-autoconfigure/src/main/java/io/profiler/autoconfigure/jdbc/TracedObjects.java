// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.jdbc;

import io.profiler.autoconfigure.Guard;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Set;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.ConnectionInfo;
import net.ttddyy.dsproxy.proxy.JdbcProxyFactory;
import net.ttddyy.dsproxy.proxy.ProxyConfig;
import net.ttddyy.dsproxy.proxy.ProxyJdbcObject;
import net.ttddyy.dsproxy.proxy.StatementMethodNames;
import net.ttddyy.dsproxy.proxy.jdk.CallableStatementInvocationHandler;
import net.ttddyy.dsproxy.proxy.jdk.ConnectionInvocationHandler;
import net.ttddyy.dsproxy.proxy.jdk.PreparedStatementInvocationHandler;
import net.ttddyy.dsproxy.proxy.jdk.StatementInvocationHandler;
import org.jspecify.annotations.Nullable;

/** Makes the library's proxies with all interfaces that the driver's objects have, and calls that are told of. */
final class TracedObjects implements JdbcProxyFactory {

    private final JdbcInterfaces interfaces = new JdbcInterfaces();
    private final CallSpans spans;
    private final Set<String> seenOfStatements;

    TracedObjects(CallSpans spans, boolean parameters) {
        this.spans = spans;
        this.seenOfStatements = seenOfStatements(parameters);
    }

    /** Values of parameters are kept only if they are shown: there may be many of them. */
    private static Set<String> seenOfStatements(boolean parameters) {
        Set<String> seen = new HashSet<>(StatementMethodNames.METHODS_TO_INTERCEPT);
        if (!parameters) {
            seen.removeAll(StatementMethodNames.PARAMETER_METHODS);
        }
        return Set.copyOf(seen);
    }

    @Override
    public DataSource createDataSource(DataSource dataSource, ProxyConfig config) {
        return dataSource;
    }

    @Override
    public Connection createConnection(Connection connection, ConnectionInfo info, ProxyConfig config) {
        return proxy(connection, Connection.class, new ConnectionInvocationHandler(connection, info, config), null);
    }

    @Override
    public Statement createStatement(
            Statement statement, ConnectionInfo info, Connection connection, ProxyConfig config) {
        return proxy(
                statement,
                Statement.class,
                new StatementInvocationHandler(statement, info, connection, config),
                seenOfStatements);
    }

    @Override
    public PreparedStatement createPreparedStatement(
            PreparedStatement statement,
            String query,
            ConnectionInfo info,
            Connection connection,
            ProxyConfig config,
            boolean generateKey) {
        return proxy(
                statement,
                PreparedStatement.class,
                new PreparedStatementInvocationHandler(statement, query, info, connection, config, generateKey),
                seenOfStatements);
    }

    @Override
    public CallableStatement createCallableStatement(
            CallableStatement statement, String query, ConnectionInfo info, Connection connection, ProxyConfig config) {
        return proxy(
                statement,
                CallableStatement.class,
                new CallableStatementInvocationHandler(statement, query, info, connection, config),
                seenOfStatements);
    }

    @Override
    public ResultSet createResultSet(ResultSet resultSet, ConnectionInfo info, ProxyConfig config) {
        return resultSet;
    }

    @Override
    public ResultSet createGeneratedKeys(ResultSet resultSet, ConnectionInfo info, ProxyConfig config) {
        return resultSet;
    }

    /** What no proxy can be made of, is used as it is. */
    private <T> T proxy(T target, Class<T> type, InvocationHandler library, @Nullable Set<String> seen) {
        try {
            return type.cast(Proxy.newProxyInstance(
                    ProxyJdbcObject.class.getClassLoader(),
                    interfaces.of(target.getClass()),
                    new TracedObject(target, library, spans, seen)));
        } catch (Throwable fault) {
            Guard.report(fault);
            return target;
        }
    }
}
