// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.jdbc;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.proxy.ParameterSetOperation;
import org.jspecify.annotations.Nullable;

/** What a statement is given: its values, or a list of them for each execution of a batch. */
final class ParameterValues {

    /** As many as are shown, and one more, to be counted. */
    private static final int MOST = 100;

    private static final int PARAMETERS_WITH_VALUE = 2;

    private ParameterValues() {}

    static List<?> of(List<QueryInfo> queries) {
        List<List<ParameterSetOperation>> executions = queries.get(0).getParametersList();
        return executions.size() == 1
                ? values(executions.get(0))
                : new ArrayList<>(executions.stream()
                        .limit(MOST)
                        .map(ParameterValues::values)
                        .toList());
    }

    private static List<@Nullable Object> values(List<ParameterSetOperation> operations) {
        List<ParameterSetOperation> inOrder = new ArrayList<>(operations);
        inOrder.sort(Comparator.comparingInt(ParameterValues::index));
        List<@Nullable Object> values = new ArrayList<>();
        for (ParameterSetOperation operation : inOrder) {
            values.add(value(operation));
        }
        return values;
    }

    /** Those with names stay in the order in which they were set. */
    private static int index(ParameterSetOperation operation) {
        return operation.getArgs()[0] instanceof Integer index ? index : Integer.MAX_VALUE;
    }

    private static @Nullable Object value(ParameterSetOperation operation) {
        if (ParameterSetOperation.isSetNullParameterOperation(operation)) {
            return null;
        }
        Object[] arguments = operation.getArgs();
        return arguments.length < PARAMETERS_WITH_VALUE
                        || ParameterSetOperation.isRegisterOutParameterOperation(operation)
                ? "(out)"
                : arguments[1];
    }
}
