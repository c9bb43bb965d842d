// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.jdbc;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.util.ClassUtils;

/** The proxies that stand in for connections and statements of the pool that Spring Boot takes. */
final class JdbcRuntimeHints implements RuntimeHintsRegistrar {

    private static final String LIBRARY = "net.ttddyy.dsproxy.proxy.ProxyJdbcObject";

    private static final List<String> OF_HIKARI = List.of(
            "com.zaxxer.hikari.pool.HikariProxyConnection",
            "com.zaxxer.hikari.pool.HikariProxyStatement",
            "com.zaxxer.hikari.pool.HikariProxyPreparedStatement",
            "com.zaxxer.hikari.pool.HikariProxyCallableStatement");

    @Override
    public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
        if (ClassUtils.isPresent(LIBRARY, classLoader)) {
            OF_HIKARI.stream()
                    .filter(name -> ClassUtils.isPresent(name, classLoader))
                    .map(name -> ClassUtils.resolveClassName(name, classLoader))
                    .forEach(type -> hints.proxies().registerJdkProxy(new JdbcInterfaces().of(type)));
        }
    }
}
