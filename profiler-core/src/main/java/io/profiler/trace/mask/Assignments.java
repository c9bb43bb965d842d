// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace.mask;

/** Values of secret names: {@code password=x}, {@code "token": "x"}, {@code Cookie: a=x}, {@code Key (token)=(x)}. */
final class Assignments implements SecretFinder {

    /** What has more secret names is no text of somebody's who says that there is no secret. */
    private static final int MOST_LOOKS = 50;

    private final SecretNames names;
    private final boolean isQuery;

    /**
     * Looks for secret names.
     *
     * @param isQuery whether the text is the query of a URL
     */
    Assignments(SecretNames names, boolean isQuery) {
        this.names = names;
        this.isQuery = isQuery;
    }

    @Override
    public void find(ReadText text, Cover cover) {
        Brackets brackets = new Brackets();
        int[] looks = {0};
        for (int at = 0; at < text.length(); ) {
            brackets.pass(text, at);
            at = isOperator(text, at) ? Math.max(at + 1, cover(text, at, brackets, looks, cover)) : at + 1;
        }
    }

    /** One of several characters, as in {@code ==} and {@code ->}, is known by its first, or by its last. */
    private static boolean isOperator(ReadText text, int at) {
        char before = text.at(at - 1);
        return switch (text.at(at)) {
            case '=' -> before != '=' && before != ':';
            case ':' -> before != ':' && text.at(at + 1) != ':' && !text.has("//", at + 1);
            case '>' -> before == '-';
            default -> false;
        };
    }

    /**
     * @param looks how many values were looked at for whether they are secrets
     */
    private int cover(ReadText text, int operator, Brackets brackets, int[] looks, Cover cover) {
        AssignedName name = AssignedName.before(text, operator);
        int from = name == null ? -1 : AssignedValue.start(text, operator);
        if (name == null || from < 0) {
            return 0;
        }
        boolean parameter = name.isParameter(isQuery);
        AssignedValue value =
                new AssignedValue(text, brackets.innermost(), name.isHeader(), parameter, text.depth(operator));
        Secrecy secrecy = brackets.object().seeValue(name, value, from, names, cover)
                ? Secrecy.CERTAIN
                : name.secrecy(names, parameter);
        if (secrecy == Secrecy.NONE || looks[0]++ < MOST_LOOKS && isHarmless(text, value, from, secrecy)) {
            return 0;
        }
        int to = value.end(from, text.length());
        value.cover(from, to, cover);
        return to;
    }

    private static boolean isHarmless(ReadText text, AssignedValue value, int from, Secrecy secrecy) {
        return HarmlessValue.is(text.substring(from, value.end(from, from + HarmlessValue.MAX_LENGTH)), secrecy);
    }
}
