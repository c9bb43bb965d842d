// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace.mask;

/**
 * Values that databases name elsewhere: {@code (name, password) values ('bob', 'x')}, and MySQL's {@code Duplicate entry
 * 'x' for key 'users.token'}.
 */
final class SqlValues implements SecretFinder {

    private static final String VALUES = "values";
    private static final String FOR_KEY = "' for key '";
    private static final int MAX_COLUMNS = 512;

    private final SecretNames names;

    SqlValues(SecretNames names) {
        this.names = names;
    }

    @Override
    public void find(ReadText text, Cover cover) {
        for (int at = text.find(VALUES, 0); at >= 0; ) {
            at = text.find(VALUES, Math.max(at + VALUES.length(), coverRows(text, at, cover)));
        }
        coverUnnamed(text, "failing row contains (", false, cover);
        coverUnnamed(text, "duplicate key value is (", true, cover);
        int last = -1;
        for (int at = text.find(FOR_KEY, 0); at >= 0; last = at, at = text.find(FOR_KEY, at + 1)) {
            coverEntry(text, at, last, cover);
        }
    }

    /** PostgreSQL does not say which of the values is which, SQL Server only which constraint it is. */
    private void coverUnnamed(ReadText text, String before, boolean named, Cover cover) {
        for (int at = text.find(before, 0); at >= 0; ) {
            int from = at + before.length();
            int to = text.find(")", from);
            if (!named || isAnySecret(text.substring(Math.max(0, at - MAX_COLUMNS), at))) {
                cover.add(from, to < 0 ? text.length() : to);
            }
            at = to < 0 ? -1 : text.find(before, to);
        }
    }

    private int coverRows(ReadText text, int values, Cover cover) {
        int columnsEnd = before(text, values);
        int from = after(text, values + VALUES.length());
        if (text.at(columnsEnd - 1) != ')' || text.at(from) != '(' || !namesSecret(text, columnsEnd)) {
            return 0;
        }
        AssignedValue rows = new AssignedValue(text, ReadText.NONE, false, false, text.depth(from));
        while (text.at(from) == '(') {
            int to = rows.end(from, text.length());
            cover.add(from + 1, text.at(to - 1) == ')' ? to - 1 : to);
            from = after(text, to);
            from = text.at(from) == ',' ? after(text, from + 1) : from;
        }
        return from;
    }

    private boolean namesSecret(ReadText text, int end) {
        for (int at = end - 1, open = 0; at >= 0 && at > end - MAX_COLUMNS; at--) {
            open += text.at(at) == ')' ? 1 : text.at(at) == '(' ? -1 : 0;
            if (open == 0) {
                return isAnySecret(text.substring(at, end));
            }
        }
        return false;
    }

    private boolean isAnySecret(String columns) {
        for (String column : columns.split("[^\\p{L}\\p{N}_]+")) {
            if (names.contains(column)) {
                return true;
            }
        }
        return false;
    }

    /** An entry is looked for up to the one before. */
    private void coverEntry(ReadText text, int end, int last, Cover cover) {
        int keyFrom = end + FOR_KEY.length();
        int keyEnd = keyFrom;
        while (AssignedName.isPartOfName(text.at(keyEnd))) {
            keyEnd++;
        }
        int from = end - 1;
        while (from > last && text.at(from) != '\'' && text.at(from) != ReadText.NONE) {
            from--;
        }
        if (names.contains(text.substring(keyFrom, keyEnd))) {
            cover.add(from + 1, end);
        }
    }

    private static int before(ReadText text, int index) {
        int at = index;
        while (text.isBlank(at - 1) || text.isEndOfLine(at - 1)) {
            at--;
        }
        return at;
    }

    private static int after(ReadText text, int index) {
        int at = index;
        while (text.isBlank(at) || text.isEndOfLine(at)) {
            at++;
        }
        return at;
    }
}
