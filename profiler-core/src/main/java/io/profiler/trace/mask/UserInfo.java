// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace.mask;

import java.util.regex.Pattern;

/** User and password in a URL, also where the password holds what a URL must not: {@code //u:p@ss/w@host}. */
final class UserInfo implements SecretFinder {

    private static final int SHORT = 256;

    /** So many begin in a run of characters, of which the rest is not shown if more do. */
    private static final int MOST_IN_RUN = 64;

    private static final String ENDS = " \t\r\n\"'`<>|";
    private static final Pattern PLAIN_USER = Pattern.compile("[a-z][a-z_.-]{0,30}[0-9]{0,2}|[0-9]{0,2}");
    private static final String[] BEFORE_USER = {":thin:", ":oci:", ":oci8:", "sqlplus "};

    @Override
    public void find(ReadText text, Cover cover) {
        int lookedThrough = 0;
        int inRun = 0;
        for (int at = 0; at < text.length(); at++) {
            int from = beginning(text, at);
            boolean first = from >= 0 && from >= lookedThrough;
            inRun = from < 0 ? inRun : first ? 1 : inRun + 1;
            int to = from < 0
                    ? -1
                    : inRun > MOST_IN_RUN
                            ? lookedThrough
                            : userInfoEnd(text, at, from, first ? text.length() : from + SHORT);
            lookedThrough = first ? end(text, from, ENDS, text.length()) : lookedThrough;
            if (to > from) {
                cover.add(from, to);
                at = to;
            }
        }
    }

    /** Where user and password would begin; -1 if not here. */
    private static int beginning(ReadText text, int at) {
        if (text.at(at) == '/') {
            return text.at(at + 1) == '/' && text.at(at + 2) != '/' ? at + 2 : -1;
        }
        if (":sS".indexOf(text.at(at)) >= 0) {
            for (String before : BEFORE_USER) {
                if (text.has(before, at)) {
                    return at + before.length();
                }
            }
        }
        return -1;
    }

    /** Only the first that begins in a run of characters may be long, so that none is looked through again and again. */
    private static int userInfoEnd(ReadText text, int at, int from, int limit) {
        int authority = end(text, from, ENDS + "/?#", limit);
        return text.at(at) != '/' || text.find(":", from, authority) >= 0 || text.find("@", from, authority) >= 0
                ? new Run(text, from, authority, end(text, from, ENDS, limit)).userInfoEnd(at)
                : -1;
    }

    private static int end(ReadText text, int from, String ends, int limit) {
        int at = from;
        while (at < Math.min(limit, text.length()) && ends.indexOf(text.at(at)) < 0) {
            at++;
        }
        return at;
    }

    /** What follows the slashes, up to a blank. */
    private record Run(ReadText text, int from, int authority, int end) {

        int userInfoEnd(int at) {
            if (text.at(at) != '/') {
                return last(end);
            }
            int colon = first(':', authority);
            int host = last(authority);
            if (host >= 0) {
                return colon < host ? last(first('?', end)) : isPlainUser(at, host) ? -1 : host;
            }
            if (colon == authority || text.at(from) == '[') {
                return -1;
            }
            return isPort(colon, authority) ? (isWeb(at) ? -1 : last(first('?', end))) : withRawCharacters();
        }

        private int withRawCharacters() {
            int beforeQuery = last(first('?', end));
            return beforeQuery < 0 ? last(end) : beforeQuery;
        }

        /** Of Redis, a user without a password is a password without a user. */
        private boolean isPlainUser(int at, int host) {
            return !text.has("redis:", at - 6)
                    && !text.has("rediss:", at - 7)
                    && PLAIN_USER.matcher(text.substring(from, host)).matches();
        }

        private boolean isPort(int colon, int authority) {
            for (int at = colon + 1; at < authority; at++) {
                if (!Character.isDigit(text.at(at))) {
                    return false;
                }
            }
            return true;
        }

        private boolean isWeb(int at) {
            return text.has("http:", at - 5) || text.has("https:", at - 6);
        }

        private int first(char wanted, int to) {
            for (int at = from; at < to; at++) {
                if (text.at(at) == wanted) {
                    return at;
                }
            }
            return to;
        }

        private int last(int to) {
            for (int at = to - 1; at >= from; at--) {
                if (text.at(at) == '@') {
                    return at;
                }
            }
            return -1;
        }
    }
}
