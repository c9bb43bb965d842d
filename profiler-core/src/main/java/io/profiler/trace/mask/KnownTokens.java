// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace.mask;

import java.util.List;

/** Tokens that are known by how they begin, wherever they stand. */
final class KnownTokens implements SecretFinder {

    /** How a token begins, and how long it is at least. */
    private record Shape(String prefix, int minLength) {}

    private static final List<Shape> SHAPES = List.of(
            new Shape("eyJ", 20),
            new Shape("AKIA", 16),
            new Shape("ASIA", 16),
            new Shape("ghp_", 16),
            new Shape("gho_", 16),
            new Shape("ghu_", 16),
            new Shape("ghs_", 16),
            new Shape("ghr_", 16),
            new Shape("github_pat_", 16),
            new Shape("glpat-", 16),
            new Shape("glsa_", 16),
            new Shape("xoxb-", 12),
            new Shape("xoxa-", 12),
            new Shape("xoxp-", 12),
            new Shape("xoxr-", 12),
            new Shape("xoxs-", 12),
            new Shape("xoxe-", 12),
            new Shape("xapp-", 12),
            new Shape("sk_live_", 12),
            new Shape("sk_test_", 12),
            new Shape("rk_live_", 12),
            new Shape("rk_test_", 12),
            new Shape("sk-proj-", 16),
            new Shape("sk-ant-", 16),
            new Shape("sk-", 35),
            new Shape("whsec_", 16),
            new Shape("AIza", 30),
            new Shape("ya29.", 16),
            new Shape("GOCSPX-", 16),
            new Shape("SG.", 30),
            new Shape("npm_", 30),
            new Shape("pypi-AgE", 20),
            new Shape("hf_", 30),
            new Shape("dop_v1_", 30),
            new Shape("shpat_", 20),
            new Shape("shpss_", 20),
            new Shape("hvs.", 16),
            new Shape("hvb.", 16),
            new Shape("dckr_pat_", 16),
            new Shape("ATATT3x", 16),
            new Shape("AGE-SECRET-KEY-", 20));

    /** URLs that are secret as such. */
    private static final List<String> URLS = List.of("hooks.slack.com/services/", "discord.com/api/webhooks/");

    @Override
    public void find(ReadText text, Cover cover) {
        for (int from = 0; from < text.length(); ) {
            int to = endOf(text, from);
            if (to > from && isKnown(text, from, to - from)) {
                cover.add(from, to);
            }
            from = Math.max(to, from + 1);
        }
        URLS.forEach(url -> coverPaths(text, url, cover));
    }

    private static void coverPaths(ReadText text, String url, Cover cover) {
        int to;
        for (int at = text.find(url, 0); at >= 0; at = text.find(url, to)) {
            to = at + url.length();
            while (isPartOfToken(text.at(to)) || text.at(to) == '/') {
                to++;
            }
            cover.add(at + url.length(), to);
        }
    }

    private static int endOf(ReadText text, int from) {
        int at = from;
        while (isPartOfToken(text.at(at))) {
            at++;
        }
        return at;
    }

    private static boolean isPartOfToken(char character) {
        return character < 0x80 && Character.isLetterOrDigit(character) || "_-.".indexOf(character) >= 0;
    }

    private static boolean isKnown(ReadText text, int from, int length) {
        for (Shape shape : SHAPES) {
            if (length >= shape.minLength() && beginsWith(text, from, shape.prefix())) {
                return true;
            }
        }
        return false;
    }

    private static boolean beginsWith(ReadText text, int from, String prefix) {
        for (int i = 0; i < prefix.length(); i++) {
            if (text.at(from + i) != prefix.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
