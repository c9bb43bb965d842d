// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.jdbc;

import io.profiler.autoconfigure.KnownStatements;
import java.sql.Connection;
import java.util.Map;
import net.ttddyy.dsproxy.ConnectionInfo;
import net.ttddyy.dsproxy.proxy.ProxyConfig;
import net.ttddyy.dsproxy.proxy.ProxyJdbcObject;
import org.jspecify.annotations.Nullable;

/** Connections of one DataSource that tell what they are used for. */
final class TracedConnections {

    private static final String GET_CONNECTION = "getConnection";

    /** What one DataSource has given to another on the present thread; null outside of a call. */
    private static final ThreadLocal<@Nullable Given> GIVEN = new ThreadLocal<>();

    private record Given(Object connection, TracedConnections by) {}

    private final CallSpans calls;
    private final ProxyConfig config;

    /**
     * @param dataSource name of its bean
     * @param parameters whether values of parameters are shown
     */
    TracedConnections(String dataSource, boolean parameters) {
        Map<String, String> source = Map.of("source", dataSource);
        KnownStatements statements = new KnownStatements(source);
        this.calls = new CallSpans(source, statements);
        this.config = ProxyConfig.Builder.create()
                .dataSourceName(dataSource)
                .queryListener(new StatementSpans(statements, parameters))
                .jdbcProxyFactory(new TracedObjects(calls, parameters))
                .connectionIdManager(NoConnectionIds.INSTANCE)
                .stopwatchFactory(NoStopwatch.INSTANCE)
                .build();
    }

    /**
     * The connection that a call gives, traced.
     *
     * @param promised what the call is declared to give
     */
    @Nullable
    Object traced(JdbcCall call, Class<?> promised) throws Throwable {
        String outer = CurrentCall.enter(GET_CONNECTION);
        try {
            return GET_CONNECTION.equals(outer) ? toAnother(call.make()) : toApplication(call, promised);
        } finally {
            CurrentCall.leave(outer);
        }
    }

    /** The DataSource that has asked may keep it for requests that nobody profiles: it is traced where it leaves that one. */
    private @Nullable Object toAnother(@Nullable Object made) {
        Given before = GIVEN.get();
        if (made != null && (before == null || before.connection != made)) {
            GIVEN.set(new Given(made, this));
        }
        return made;
    }

    /** Traced by the DataSource that it comes from, if those between only hand it on. */
    private @Nullable Object toApplication(JdbcCall call, Class<?> promised) throws Throwable {
        try {
            Object made = calls.aroundConnection(call);
            Given given = GIVEN.get();
            TracedConnections source = given != null && given.connection == made ? given.by : this;
            Object traced = source.traced(made);
            return promised.isInstance(traced) ? traced : made;
        } finally {
            GIVEN.remove();
        }
    }

    /** What is traced already, or cannot be, stays what it is. */
    private @Nullable Object traced(@Nullable Object made) {
        if (!(made instanceof Connection connection) || isTraced(connection)) {
            return made;
        }
        ConnectionInfo info = new ConnectionInfo();
        info.setDataSourceName(config.getDataSourceName());
        return config.getJdbcProxyFactory().createConnection(connection, info, config);
    }

    private static boolean isTraced(@Nullable Object connection) {
        return connection instanceof ProxyJdbcObject proxy
                && proxy.getProxyConfig().getJdbcProxyFactory() instanceof TracedObjects;
    }

    /** What a DataSource knows that is asked about one of its connections. */
    static @Nullable Object untraced(@Nullable Object argument) {
        return isTraced(argument) && argument instanceof ProxyJdbcObject traced ? traced.getTarget() : argument;
    }
}
