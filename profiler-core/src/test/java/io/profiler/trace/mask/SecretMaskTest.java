// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace.mask;

import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.trace.CaptureSettings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretMaskTest {

    private final SecretMask mask = mask(true);

    private static SecretMask mask(boolean shapes) {
        CaptureSettings defaults = CaptureSettings.defaults();
        return new SecretMask(defaults.secretNames(), defaults.secretQueryNames(), shapes);
    }

    static List<String> secrets() throws IOException {
        return lines("secrets.txt");
    }

    static List<String> harmless() throws IOException {
        return lines("harmless.txt");
    }

    private static List<String> lines(String resource) throws IOException {
        try (InputStream stream = SecretMaskTest.class.getResourceAsStream(resource)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.replace('⏎', '\n'))
                    .toList();
        }
    }

    private String masked(String text) {
        return text.startsWith("?") ? "?" + mask.maskQuery(text.substring(1)) : mask.mask(text);
    }

    @ParameterizedTest
    @MethodSource("secrets")
    void secretsAreNotShown(String line) {
        int border = line.indexOf('|');
        String secret = line.substring(0, border);
        String text = line.substring(border + 1);

        assertThat(text).contains(secret);
        assertThat(masked(text)).doesNotContain(secret).contains(SecretMask.MASK);
        assertThat(masked("order 5: " + text + "\nthe end")).doesNotContain(secret);
    }

    /** Nobody has a PIN of hundreds of digits. */
    static List<String> secretsOfAnyLength() throws IOException {
        return secrets().stream()
                .filter(line -> Stream.of("PIN", "\"pin\"").noneMatch(line::contains))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("secretsOfAnyLength")
    void longSecretsAreNotShown(String line) {
        int border = line.indexOf('|');
        String secret = line.substring(0, border);
        for (int length : new int[] {400, 3_000}) {
            String longOne = secret.repeat(length / secret.length() + 1);
            String text = line.substring(border + 1).replace(secret, longOne);

            assertThat(masked(text)).doesNotContain(secret);
        }
    }

    @Test
    void aLongSecretIsNotShownWhereItsEndIsCutOff() {
        String secret = "S3cr3t".repeat(1_000);

        assertThat(List.of(
                        "<password>" + secret,
                        "password 'a" + secret,
                        "value '" + secret + "' for property 'password'"))
                .allMatch(text -> !masked(text).contains("S3cr3t"));
    }

    @ParameterizedTest
    @MethodSource("harmless")
    void whatLooksNearIsShown(String text) {
        assertThat(masked(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @MethodSource("secrets")
    void maskingTwiceIsMaskingOnce(String line) {
        String once = masked(line.substring(line.indexOf('|') + 1));

        assertThat(masked(once)).isEqualTo(once);
    }

    @Test
    void whatIsAroundASecretStays() {
        assertThat(masked("Failed to connect to mongodb://app:S3cr3t@db:27017/x"))
                .isEqualTo("Failed to connect to mongodb://***@db:27017/x");
        assertThat(masked("login of bob failed: password=S3cr3t, ip=10.0.0.1"))
                .isEqualTo("login of bob failed: password=***, ip=10.0.0.1");
        assertThat(masked("password=S3cr3t does not match")).isEqualTo("password=*** does not match");
        assertThat(masked("{\"user\":\"bob\",\"password\":\"a\",\"age\":42}"))
                .isEqualTo("{\"user\":\"bob\",\"password\":\"***\",\"age\":42}");
        assertThat(masked("?a=1&code=x&b=2")).isEqualTo("?a=1&code=***&b=2");
        assertThat(masked("?next=%2Fcb%3Ftoken%3Dx%26a%3D1&b=2")).isEqualTo("?next=%2Fcb%3Ftoken%3D***%26a%3D1&b=2");
        assertThat(masked("GET / HTTP/1.1\nCookie: a=b; c=d\nAccept: x"))
                .isEqualTo("GET / HTTP/1.1\nCookie: ***\nAccept: x");
    }

    @Test
    void namesAreKnownHoweverTheirWordsAreJoined() {
        assertThat(List.of(
                        "password",
                        "userPassword",
                        "DB_PASSWORD",
                        "x-api-key",
                        "API_KEY",
                        "apiKey",
                        "JSESSIONID",
                        "dbpassword",
                        "password2",
                        "PGPASSWORD",
                        "tokens"))
                .allMatch(mask::isSecret);
        assertThat(List.of(
                        "tokenizer",
                        "passwordPolicy",
                        "cookieConsent",
                        "spring.security.authorization.decision",
                        "monkey",
                        "secretary",
                        "key",
                        "code",
                        "tokenType"))
                .noneMatch(mask::isSecret);
    }

    @Test
    void eachKindCanBeSwitchedOff() {
        String text = "token=abc; mongodb://app:S3cr3t@db";

        assertThat(new SecretMask(List.of(), List.of(), true).mask(text)).isEqualTo("token=abc; mongodb://***@db");
        assertThat(mask(false).mask(text)).isEqualTo("token=***; mongodb://app:S3cr3t@db");
        SecretMask ofQueries =
                new SecretMask(List.of(), CaptureSettings.defaults().secretQueryNames(), false);
        assertThat(ofQueries.mask("auth=S3cr3t --password S3cr3t")).isEqualTo("auth=S3cr3t --password S3cr3t");
        assertThat(ofQueries.maskQuery("a=1&code=S3cr3t")).isEqualTo("a=1&code=***");
        assertThat(new SecretMask(List.of("token"), List.of(), false).maskQuery("code=a&token=b"))
                .isEqualTo("code=a&token=***");
        assertThat(new SecretMask(List.of("iban"), List.of(), false).mask("userIban=DE12 and password=x"))
                .isEqualTo("userIban=*** and password=x");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password",
                "pwdpwd",
                "password=",
                "password:",
                "password: not ",
                "token ",
                "t-o-k-e-n",
                "//",
                "//a",
                "//a:b/",
                "//a@",
                "a@",
                "a:b@",
                "p_w_d.-",
                " =:",
                "'=",
                ":",
                "=",
                "=====",
                "[",
                "]",
                "{\"value\":",
                "value=\"",
                "name=token,value=",
                "<password>",
                "<a b=\"c\"",
                "(token) values (",
                "' for key '",
                "Bearer ",
                "Basic ",
                "eyJ",
                "-----BEGIN ",
                "-----BEGIN PRIVATE KEY",
                "\\\"",
                "%22",
                "%2522",
                "&quot;",
                "&",
                "password: \"",
                "password='",
                "cookie: a\n ",
                "token: a, ",
                "pass: a ",
                "auth=a ",
                "--password ",
                "-u ",
                "password is ",
                "a, ",
                "tokens:\n- ",
                "password=[",
                "password=a b ",
                "key ",
                "hooks.slack.com/services/",
                "<password>a",
                "value '",
                "value [",
                "password 'a ",
                "//u:a",
                "password\n",
                "password=\n",
                "token to is by ",
                ")=(",
                "(a)=(",
                "x=a;",
                "x=a&"
            })
    void theWorkGrowsWithTheLength(String unit) {
        long few = reads(unit.repeat(20_000 / unit.length()));
        long many = reads(unit.repeat(100_000 / unit.length()));

        assertThat(many).isLessThan(7 * few).isLessThan(100_000 * 400L);
    }

    /** Of as many characters as are looked at of one text. */
    @ParameterizedTest
    @ValueSource(strings = {"pass=a.b(", "//:", "pass=A.a(a,"})
    void aTextThatIsMadeToBeSlowIsNot(String unit) {
        assertThat(reads(unit.repeat(4_000 / unit.length()))).isLessThan(4_000 * 60L);
    }

    @Test
    void whatIsSaidAboutSecretsIsShownAFewTimes() {
        assertThat(mask.mask("password=none ".repeat(100) + "password=S3cret9"))
                .startsWith("password=none password=none ")
                .endsWith("password=*** password=***");
    }

    @Test
    void aListOfManyUrlsWithoutABlankIsShownAtItsBeginning() {
        assertThat(mask.mask("http://a/,".repeat(100) + "http://u:S3cret9@b/"))
                .startsWith("http://a/,http://a/,")
                .doesNotContain("S3cret9");
    }

    /** How many characters are looked at. */
    private long reads(String text) {
        CountedCharacters counted = new CountedCharacters(text);
        mask.mask(counted);
        return counted.reads();
    }
}
