// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace.mask;

/** Private keys in PEM's form, to their end or to the end of the text. */
final class PrivateKeys implements SecretFinder {

    private static final String BEGIN = "-----begin ";
    private static final String END = "-----end ";
    private static final int MAX_TITLE = 64;

    @Override
    public void find(ReadText text, Cover cover) {
        for (int at = text.find(BEGIN, 0); at >= 0; at = text.find(BEGIN, at + 1)) {
            int title = endOfTitle(text, at + BEGIN.length());
            if (text.substring(at, title).toLowerCase(java.util.Locale.ROOT).contains("private key")) {
                int end = text.find(END, title);
                cover.add(title, end < 0 ? text.length() : end);
                at = end < 0 ? text.length() : end;
            }
        }
    }

    private static int endOfTitle(ReadText text, int from) {
        int at = from;
        while (at < from + MAX_TITLE && at < text.length() && text.at(at) != '-') {
            at++;
        }
        while (text.at(at) == '-') {
            at++;
        }
        return at;
    }
}
