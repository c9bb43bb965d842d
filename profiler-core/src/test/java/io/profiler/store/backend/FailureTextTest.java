// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.backend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FailureTextTest {

    private static @Nullable String known(Throwable cause) {
        return cause instanceof IllegalStateException ? "state " + cause.getMessage() : FailureText.ofAddress(cause);
    }

    @Test
    void ofAFailureTheOutermostOrTheInnermostCauseThatIsKnownIsTold() {
        Exception failure = new IOException(
                new IllegalStateException("closed", new IOException("x", new ConnectException("refused"))));
        assertThat(FailureText.of(failure, FailureTextTest::known)).isEqualTo("state closed");
        assertThat(FailureText.ofInnermost(failure, FailureTextTest::known)).isEqualTo("no server listens there");
    }

    @Test
    void whatIsNotKnownIsQuotedByTheFirstLineOfItsLastCause() {
        assertThat(FailureText.of(new IOException("outer", new IOException("It broke.\nat all")), cause -> null))
                .isEqualTo("It broke");
        assertThat(FailureText.ofInnermost(new IOException("outer", new SocketTimeoutException()), cause -> null))
                .isEqualTo("SocketTimeoutException");
    }

    @Test
    void causesThatLeadBackToEachOtherComeToAnEnd() {
        IOException one = new IOException("one");
        IOException other = new IOException("other", one);
        one.initCause(other);
        assertThat(FailureText.of(one, FailureTextTest::known)).isIn("one", "other");
    }

    @Test
    void aNameThatIsUnknownDiffersFromANameServerThatIsAway() {
        assertThat(FailureText.ofAddress(new UnknownHostException("nowhere.example")))
                .isEqualTo("the name server does not know nowhere.example");
        assertThat(FailureText.unknownHost("Failed to resolve 'store.test' [A(1), AAAA(28)] after 2 queries "))
                .isEqualTo("the name server does not know store.test");
        assertThat(FailureText.ofAddress(new UnknownHostException("h: Name or service not known")))
                .isEqualTo("the name server does not know h");
        assertThat(FailureText.ofAddress(new UnknownHostException("h: Temporary failure in name resolution")))
                .isEqualTo("the name server did not answer for h");
        assertThat(FailureText.ofAddress(new IOException("h"))).isNull();
    }

    @Test
    void whatAnOptionWouldMendNamesTheOption() {
        assertThat(FailureText.ofTimeout(new SocketTimeoutException("Read timed out"), "patience"))
                .isEqualTo("the server did not answer in time; patience in the connection string gives it longer");
        assertThat(FailureText.ofCertificate(new CertPathBuilderException("no path"), "trusted"))
                .isEqualTo("its certificate is not trusted; trusted in the connection string names a file with those"
                        + " to trust");
        assertThat(FailureText.ofCertificate(new CertificateException("No name matching h found"), "trusted"))
                .isEqualTo("its certificate does not fit: No name matching h found");
        assertThat(FailureText.ofTimeout(new IOException("x"), "patience")).isNull();
        assertThat(FailureText.ofCertificate(new IOException("x"), "trusted")).isNull();
    }
}
