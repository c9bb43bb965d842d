// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.jdbc;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Counts what a database gives: rows, and the characters of all texts that are looked at in one result. */
final class FetchedTexts extends DelegatingDataSource {

    private long rows;
    private long characters;
    private long mostCharacters;

    FetchedTexts(DataSource source) {
        super(source);
    }

    long rows() {
        return rows;
    }

    /** Of the largest result; drivers hold a result whole. */
    long mostCharacters() {
        return mostCharacters;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return (Connection) counted(super.getConnection(), Connection.class);
    }

    private Object counted(Object target, Class<?> type) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            try {
                return count(method.getName(), method.invoke(target, arguments));
            } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
            }
        };
        return Proxy.newProxyInstance(FetchedTexts.class.getClassLoader(), new Class<?>[] {type}, handler);
    }

    private Object count(String method, Object result) {
        if (result instanceof PreparedStatement statement) {
            return counted(statement, PreparedStatement.class);
        }
        if (result instanceof Statement statement) {
            return counted(statement, Statement.class);
        }
        if (result instanceof ResultSet set) {
            characters = 0;
            return counted(set, ResultSet.class);
        }
        rows += method.equals("next") && Boolean.TRUE.equals(result) ? 1 : 0;
        characters += result instanceof String text ? text.length() : 0;
        mostCharacters = Math.max(mostCharacters, characters);
        return result;
    }
}
