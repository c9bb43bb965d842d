// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.cli.CommandRun;
import io.profiler.propagation.Acceptance;
import io.profiler.propagation.Allowance;
import io.profiler.propagation.HeaderVerdict;
import io.profiler.propagation.HeaderVerdict.Reason;
import io.profiler.propagation.HeaderVerifier;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenCommandTest {

    private static final String KEY = "0123456789abcdef";

    @Test
    void printsATokenThatHasAllItsOptions() {
        CommandRun run = token(
                "--path", "/v2/**", "--method", "get,PUT", "--expires", "2h", "--layers", "wsgi,db", "--spans", "5000");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).matches("[\\w-]+\\.[\\w-]+\\.[\\w-]+\n");
        assertThat(run.err()).matches("Valid until \\S+Z\n");
        assertThat(verdict(run, "PUT", "/v2/queues", Duration.ofMinutes(119)).context())
                .extracting("allowance")
                .isEqualTo(new Allowance(Set.of("wsgi", "db"), 5000));
        assertThat(verdict(run, "POST", "/v2/queues", Duration.ZERO).reason()).isEqualTo(Reason.FOREIGN_METHOD);
        assertThat(verdict(run, "GET", "/v1/queues", Duration.ZERO).reason()).isEqualTo(Reason.FOREIGN_PATH);
        assertThat(verdict(run, "GET", "/v2/queues", Duration.ofMinutes(121)).reason())
                .isEqualTo(Reason.EXPIRED);
    }

    @ParameterizedTest
    @CsvSource({"--samples, 10", "--samples=25ms, 25"})
    void asksForLooksAtTheThreadsOfRequests(String option, long millis) {
        CommandRun run = token("--path", "/a", option);

        assertThat(verdict(run, "GET", "/a", Duration.ZERO).context())
                .extracting("allowance")
                .isEqualTo(Allowance.UNLIMITED.sampled(Duration.ofMillis(millis)));
    }

    @Test
    void asksForMethodsByName() {
        CommandRun run =
                token("--path", "/a", "--trace-methods", "com.acme.Price::*,com.acme.Tax::of", "--layers", "method");

        assertThat(verdict(run, "GET", "/a", Duration.ZERO).context())
                .extracting("allowance")
                .isEqualTo(new Allowance(Set.of("method"), 0).traced(Set.of("com.acme.Price::*", "com.acme.Tax::of")));
    }

    @Test
    void withoutOptionsItIsForAllMethodsAndTenMinutes() {
        CommandRun run = token("--path", "/a");

        assertThat(verdict(run, "DELETE", "/a", Duration.ofMinutes(9)).context())
                .extracting("allowance")
                .isEqualTo(Allowance.UNLIMITED);
        assertThat(verdict(run, "DELETE", "/a", Duration.ofMinutes(11)).reason())
                .isEqualTo(Reason.EXPIRED);
    }

    @Test
    void aNamedTraceIsTheOneOfAllRequests() {
        CommandRun run = token("--path", "/a", "--trace", "base");

        assertThat(verdict(run, "GET", "/a", Duration.ZERO).context())
                .extracting("baseId", "parentId")
                .containsExactly("base", "base");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--path=v2 | path: 'v2' does not begin with '/'",
                "--path=/a --spans=-1 | spans: -1 is less than 0",
                "--path=/a --samples=1us | looks are 1ms to 1m apart",
                "--path=/a --trace-methods=a.B:c | a.B:c names no methods, as com.acme.Price::of or com.acme.Price::* do",
                "--path=/a --trace-methods=a.B,@a.C | @a.C: a token cannot ask for methods by an annotation",
                "--path=/a --trace-methods=a,b,c,d,e,f,g,h,i | --trace-methods: methods: more than 8",
                "--path=/a --trace-methods=a.B --layers=db | --layers leaves the spans of --trace-methods out: add 'method' to it",
                "--path=/a --expires=1ms | a token is valid for at least 1s",
                "--path=/a --expires=soon | Invalid value for option '--expires': 'soon' is not a duration such as 50ms; the"
                        + " units are us, ms, s, m, h and d",
                "--method=GET | Missing required option: '--path=PATTERN'",
            })
    void saysWhatIsWrong(String options, String message) {
        CommandRun run = token(options.split(" "));

        assertThat(run.exitCode()).isOne();
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains(message).hasLineCount(1);
    }

    @Test
    void asksForAKey() {
        assertThat(CommandRun.of("token", "--path", "/a"))
                .isEqualTo(new CommandRun(1, "", "profiler: which HMAC key? Give --hmac-key, or set OS_PROFILE\n"));
    }

    private static CommandRun token(String... options) {
        return CommandRun.in(
                Map.of("OS_PROFILE", KEY),
                Stream.concat(Stream.of("token"), Stream.of(options)).toArray(String[]::new));
    }

    private static HeaderVerdict verdict(CommandRun run, String method, String path, Duration later) {
        return new HeaderVerifier(
                        List.of(KEY),
                        new Acceptance(true, Duration.ZERO, 255),
                        InstantSource.fixed(Instant.now().plus(later)))
                .verifyToken(run.out().strip(), method, path);
    }
}
