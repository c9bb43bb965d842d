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

/** Makes the library's proxies with all interfaces that the driver's objects have, and calls that are told of. */
final class TracedObjects implements JdbcProxyFactory {

    /** By which a connection makes statements. */
    private static final Set<String> STATEMENTS = Set.of("createStatement", "prepareStatement", "prepareCall");

    private final JdbcInterfaces interfaces = new JdbcInterfaces();
    private final CallSpans spans;
    private final Set<String> booksOfStatements;

    TracedObjects(CallSpans spans, boolean parameters) {
        this.spans = spans;
        this.booksOfStatements = booksOfStatements(parameters);
    }

    /** Values of parameters are kept only if they are shown: there may be many of them. */
    private static Set<String> booksOfStatements(boolean parameters) {
        Set<String> books = new HashSet<>(StatementMethodNames.METHODS_TO_INTERCEPT);
        if (!parameters) {
            books.removeAll(StatementMethodNames.PARAMETER_METHODS);
        }
        return Set.copyOf(books);
    }

    @Override
    public DataSource createDataSource(DataSource dataSource, ProxyConfig config) {
        return dataSource;
    }

    @Override
    public Connection createConnection(Connection connection, ConnectionInfo info, ProxyConfig config) {
        InvocationHandler library = new ConnectionInvocationHandler(connection, info, config);
        return proxy(connection, Connection.class, new TracedObject(connection, library, spans, STATEMENTS, true));
    }

    @Override
    public Statement createStatement(
            Statement statement, ConnectionInfo info, Connection connection, ProxyConfig config) {
        return statement(
                statement, Statement.class, new StatementInvocationHandler(statement, info, connection, config));
    }

    @Override
    public PreparedStatement createPreparedStatement(
            PreparedStatement statement,
            String query,
            ConnectionInfo info,
            Connection connection,
            ProxyConfig config,
            boolean generateKey) {
        return statement(
                statement,
                PreparedStatement.class,
                new PreparedStatementInvocationHandler(statement, query, info, connection, config, generateKey));
    }

    @Override
    public CallableStatement createCallableStatement(
            CallableStatement statement, String query, ConnectionInfo info, Connection connection, ProxyConfig config) {
        return statement(
                statement,
                CallableStatement.class,
                new CallableStatementInvocationHandler(statement, query, info, connection, config));
    }

    @Override
    public ResultSet createResultSet(ResultSet resultSet, ConnectionInfo info, ProxyConfig config) {
        return resultSet;
    }

    @Override
    public ResultSet createGeneratedKeys(ResultSet resultSet, ConnectionInfo info, ProxyConfig config) {
        return resultSet;
    }

    private <T> T statement(T statement, Class<T> type, InvocationHandler library) {
        return proxy(statement, type, new TracedObject(statement, library, spans, booksOfStatements, false));
    }

    /** What no proxy can be made of, is used as it is. */
    private <T> T proxy(T target, Class<T> type, TracedObject traced) {
        try {
            return type.cast(Proxy.newProxyInstance(
                    ProxyJdbcObject.class.getClassLoader(), interfaces.of(target.getClass()), traced));
        } catch (Throwable fault) {
            Guard.report(fault);
            return target;
        }
    }
}
