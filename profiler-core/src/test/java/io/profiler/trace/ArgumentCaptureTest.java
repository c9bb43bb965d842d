// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ArgumentCaptureTest {

    private final ArgumentCapture capture =
            ArgumentCapture.enabled(CaptureSettings.defaults().secretNames(), 100);

    record Login(String user, String password) {}

    @Test
    void ordinaryValuesAreShown() {
        assertThat(arguments("a", 1, "b", "two", "c", null, "d", true)).isEqualTo("(1, \"two\", null, true)");
        assertThat(arguments("a", List.of(1, "x"), "b", Map.of("k", 2), "c", Optional.of(3)))
                .isEqualTo("([1, \"x\"], {\"k\": 2}, Optional[3])");
        assertThat(arguments("a", new String[] {"x"}, "b", new int[3])).isEqualTo("([\"x\"], int[3])");
        assertThat(arguments("a", Path.of("/tmp"))).isEqualTo("(/tmp)");
    }

    @Test
    void secretsAreNot() {
        assertThat(arguments("userPassword", "abc", "apiKey", "def", "name", "ghi"))
                .isEqualTo("(***, ***, \"ghi\")");
        assertThat(arguments("login", new Login("u", "abc"))).contains("user=u").doesNotContain("abc");
        assertThat(arguments("headers", Map.of("Authorization", "abc"))).doesNotContain("abc");
    }

    @Test
    void withoutParameterNamesOnlyTypesAreShown() {
        assertThat(capture.arguments(null, new Object[] {"abc", 1, null})).isEqualTo("(String, Integer, null)");
    }

    @Test
    void whatLoadsReadsOrBlocksIsNotAsked() {
        Object proxy = Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Runnable.class}, (self, method, values) -> {
                    throw new AssertionError("asked");
                });
        List<String> lazy = new AbstractList<>() {
            @Override
            public String get(int index) {
                throw new AssertionError("loaded");
            }

            @Override
            public int size() {
                throw new AssertionError("loaded");
            }
        };

        assertThat(arguments("a", InputStream.nullInputStream(), "b", Stream.of(1), "c", new CompletableFuture<>()))
                .matches("\\(\\S*, \\S+, CompletableFuture\\)");
        assertThat(arguments("a", proxy, "b", lazy, "c", new byte[5]))
                .doesNotContain("Error")
                .contains("byte[5]");
    }

    @Test
    void aTextThatFailsIsNamed() {
        Object failing = new Object() {
            @Override
            public String toString() {
                throw new IllegalStateException("no");
            }
        };

        assertThat(arguments("a", failing)).contains("IllegalStateException");
        assertThat(capture.describe(new RuntimeException() {
                    @Override
                    public String getMessage() {
                        throw new IllegalStateException("no");
                    }
                }))
                .containsEntry("message", "(IllegalStateException in getMessage)");
    }

    @Test
    void textsAreBoundedAndStayWellFormed() {
        String horses = "x" + "🐎".repeat(100);

        assertThat(arguments("a", horses)).hasSizeLessThan(110).doesNotContain("\ud83d…");
        assertThat(capture.copy(Map.of("k", horses)).get("k").toString()).hasSizeLessThan(110);
        assertThat(arguments("a", java.util.Collections.nCopies(1_000, 1))).hasSizeLessThan(110);
        assertThat(capture.copy(Map.of("k", "a\ud800b", "n\0", 1)))
                .containsEntry("k", "a\ufffdb")
                .containsEntry("n\ufffd", 1);
    }

    @Test
    void secretNamesAreKnownHoweverTheirWordsAreJoined() {
        assertThat(arguments("x-api-key", "abc", "API_KEY", "def", "privateKey", "ghi"))
                .isEqualTo("(***, ***, ***)");
        assertThat(capture.query("a=1&x-api-key=abc,d&access%5Ftoken=def&tokens&b="))
                .hasToString("a=1&x-api-key=***&access%5Ftoken=***&tokens&b=");
        assertThat(capture.describe(new IllegalStateException("at http://u:geheim@h/x?token-value=def; api-key: abc"))
                        .get("message")
                        .toString())
                .doesNotContain("abc", "geheim", "def")
                .contains("http://***@h/x");
    }

    @Test
    void whatWrapsOtherCollectionsOrIsAnEntityIsNotAsked() {
        List<Object> lazy = new AbstractList<>() {
            @Override
            public Object get(int index) {
                throw new AssertionError("loaded");
            }

            @Override
            public int size() {
                throw new AssertionError("loaded");
            }
        };

        assertThat(arguments("a", java.util.Collections.unmodifiableList(lazy))).isEqualTo("(UnmodifiableList)");
        assertThat(capture.copy(Map.of("a", lazy)).get("a").toString()).doesNotContain("Error");
    }

    @Test
    void infoIsBoundedHoweverItIsKnotted() {
        List<Object> knot = new java.util.ArrayList<>();
        knot.addAll(List.of(knot, knot, knot, knot));

        assertThat(capture.copy(Map.of("knot", knot))).containsKey("knot");
        assertThat((List<?>) capture.copy(Map.of("many", java.util.Collections.nCopies(1_000_000, 1)))
                        .get("many"))
                .hasSizeLessThan(1_100);
    }

    @Test
    void infoThatCannotBeReadSaysSo() {
        Map<String, Object> broken = new java.util.HashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            public java.util.Set<Map.Entry<String, Object>> entrySet() {
                throw new java.util.ConcurrentModificationException();
            }
        };
        broken.put("k", 1);

        assertThat(capture.copy(broken)).containsKey("unreadable");
    }

    @Test
    void infoThatContainsItselfEnds() {
        Object[] self = new Object[1];
        self[0] = self;

        assertThat(arguments("a", self)).contains("[[");
    }

    @Test
    void arraysInInfoAndOtherNumbersBecomeText() {
        Map<String, Object> copy = capture.copy(Map.of(
                "big", new java.math.BigDecimal("1.50"), "array", new String[] {"x"}, "list", Arrays.asList(1, null)));

        assertThat(copy).containsEntry("big", "1.50").containsEntry("array", "[\"x\"]");
        assertThat((List<?>) copy.get("list")).hasSize(2);
    }

    @Test
    void textsAmongArgumentsAndResultsAreMasked() {
        assertThat(arguments("body", "{\"user\":\"u\",\"password\":\"hunter2\"}"))
                .isEqualTo("(\"{\"user\":\"u\",\"password\":\"***\"}\")");
        assertThat(arguments("form", "user=u&password=hunter2", "url", "jdbc:x://h/db?password=hunter2&ssl=true"))
                .isEqualTo("(\"user=u&password=***\", \"jdbc:x://h/db?password=***&ssl=true\")");
        assertThat(arguments("command", new String[] {"login", "--password", "hunter2"}))
                .isEqualTo("([\"login\", \"--password\", \"***\"])");
        assertThat(capture.result(new Login("u", "a,hunter2"))).asString().doesNotContain("hunter2");
    }

    @Test
    void infoOfSecretNamesIsMaskedHoweverDeep() {
        Map<String, Object> copy = capture.copy(Map.of(
                "password",
                12345,
                "key",
                "user:42",
                "statement",
                "set password = 'hunter2'",
                "nested",
                Map.of("apiKey", List.of("hunter2"), "list", List.of("--token", "hunter2", "x"))));

        assertThat(copy)
                .containsEntry("password", "***")
                .containsEntry("key", "user:42")
                .containsEntry("statement", "set password = '***'")
                .containsEntry("nested", Map.of("apiKey", "***", "list", List.of("--token", "***", "x")));
    }

    @Test
    void secretsAreFoundBeforeTheTextIsCut() {
        String message = "x".repeat(80) + " mongodb://app:hunter2hunter2@host/db";

        assertThat(capture.describe(new IllegalStateException(message)).get("message"))
                .isEqualTo("x".repeat(80) + " mongodb://***@host/…");
    }

    @Test
    void pathsQueriesAndMessagesCanBeKeptOut() {
        ArgumentCapture none = ArgumentCapture.of(
                new CaptureSettings(false, false, false, false, true, List.of(), List.of(), false, 100));

        assertThat(none.path("/a")).hasToString("");
        assertThat(none.query("a=1")).hasToString("");
        assertThat(none.describe(new IllegalStateException("a")))
                .containsEntry("etype", "java.lang.IllegalStateException")
                .containsEntry("message", null);
        assertThat(capture.path("/a%3Bjsessionid=abc")).hasToString("/a%3Bjsessionid=***");
    }

    private String arguments(Object... namesAndValues) {
        String[] names = new String[namesAndValues.length / 2];
        Object[] values = new Object[names.length];
        for (int i = 0; i < names.length; i++) {
            names[i] = (String) namesAndValues[2 * i];
            values[i] = namesAndValues[2 * i + 1];
        }
        return capture.arguments(names, values);
    }

    @Test
    void whatIsMaskedIsNotLookedThroughAgain() {
        ArgumentCapture capture = ArgumentCapture.disabled();

        assertThat(capture.copy(Map.of("path", capture.path("/a?password=b"))).get("path"))
                .isEqualTo("/a?password=***");
        assertThat(capture.copy(Map.of("path", new MaskedText(capture.text().plain("password=b"))))
                        .get("path"))
                .isEqualTo("password=b");
    }
}
