// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Cuts what is said of a span to what there is room for. What is secret has left it before. The type of an error stays, by
 * which a trace is known as failed.
 */
final class InfoFit {

    static final String ERROR_TYPE = "etype";

    private final TraceBudget budget;
    private final Ledger ledger;
    private int room;

    InfoFit(TraceBudget budget, Ledger ledger) {
        this.budget = budget;
        this.ledger = ledger;
    }

    Map<String, @Nullable Object> of(Map<String, @Nullable Object> info) {
        int length = lengthOf(info);
        if (length <= budget.infoLength() && budget.text().take(length)) {
            return info;
        }
        ledger.cut();
        return cut(info);
    }

    private Map<String, @Nullable Object> cut(Map<String, @Nullable Object> info) {
        int available =
                (int) Math.max(0, Math.min(budget.infoLength(), budget.text().left()));
        room = budget.text().take(available) ? available : 0;
        Map<String, @Nullable Object> shorter = members(info);
        if (info.containsKey(ERROR_TYPE)) {
            shorter.put(ERROR_TYPE, info.get(ERROR_TYPE));
        }
        return shorter;
    }

    private static int lengthOf(@Nullable Object value) {
        if (value instanceof String text) {
            return text.length();
        }
        int length = 0;
        if (value instanceof Map<?, ?> members) {
            for (Map.Entry<?, ?> member : members.entrySet()) {
                length += lengthOf(member.getKey()) + lengthOf(member.getValue());
            }
        } else if (value instanceof List<?> elements) {
            for (Object element : elements) {
                length += lengthOf(element);
            }
        }
        return length;
    }

    private Map<String, @Nullable Object> members(Map<?, ?> members) {
        Map<String, @Nullable Object> shorter = new LinkedHashMap<>();
        for (Map.Entry<?, ?> member : members.entrySet()) {
            if (room <= 0) {
                shorter.put(BoundedText.CUT, "more members");
                return shorter;
            }
            shorter.put(text(String.valueOf(member.getKey())), value(member.getValue()));
        }
        return shorter;
    }

    private @Nullable Object value(@Nullable Object value) {
        if (value instanceof String text) {
            return text(text);
        }
        if (value instanceof Map<?, ?> members) {
            return members(members);
        }
        return value instanceof List<?> elements ? elements(elements) : value;
    }

    private List<@Nullable Object> elements(List<?> elements) {
        List<@Nullable Object> shorter = new ArrayList<>();
        for (Object element : elements) {
            if (room <= 0) {
                shorter.add(BoundedText.CUT);
                return shorter;
            }
            shorter.add(value(element));
        }
        return shorter;
    }

    private String text(String text) {
        String shorter = text.length() <= room
                ? text
                : new BoundedText(room, Long.MAX_VALUE).add(text).toString();
        room = Math.max(0, room - text.length());
        return shorter;
    }
}
