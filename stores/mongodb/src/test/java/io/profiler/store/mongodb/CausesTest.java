// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.mongodb;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoConfigurationException;
import com.mongodb.MongoCredential;
import com.mongodb.MongoSecurityException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.spi.dns.DnsException;
import javax.naming.CommunicationException;
import javax.naming.NameNotFoundException;
import org.junit.jupiter.api.Test;

class CausesTest {

    private static final String CLUSTER = "Timed out while waiting for a server that matches WritableServerSelector."
            + " Client view of cluster state is {type=UNKNOWN, servers=[{address=h:1, type=UNKNOWN";

    @Test
    void ofATimeoutTheInnermostCauseIsNamed() {
        assertThat(Causes.inOneLine(new MongoTimeoutException(CLUSTER
                        + ", exception={com.mongodb.MongoSocketOpenException: x},"
                        + " caused by {java.net.ConnectException: Connection refused}}]")))
                .isEqualTo("Connection refused");
        assertThat(Causes.inOneLine(new MongoTimeoutException(
                        CLUSTER + ", caused by {java.net.UnknownHostException: nowhere.example}}]")))
                .isEqualTo("the name server does not know nowhere.example");
    }

    @Test
    void ofATimeoutWithoutACauseNoServerIsToBlame() {
        assertThat(Causes.inOneLine(new MongoTimeoutException(CLUSTER + "}]"))).isEqualTo("no server answered in time");
        assertThat(Causes.inOneLine(new MongoTimeoutException(
                        CLUSTER + ", caused by {java.net.SocketTimeoutException: Read timed out}}]")))
                .isEqualTo("no server answered in time");
    }

    @Test
    void aNameServerThatIsAwayIsToldFromOneThatKnowsNothing() {
        assertThat(Causes.inOneLine(
                        new MongoTimeoutException("Timed out while waiting for a server that matches x. Client view of"
                                + " cluster state is {type=UNKNOWN, srvResolutionException="
                                + "com.mongodb.MongoConfigurationException: Failed looking up SRV record for"
                                + " '_mongodb._tcp.traces.example'., servers=[]")))
                .isEqualTo("the name server does not know _mongodb._tcp.traces.example");

        String lookUp = "Failed looking up SRV record for '_mongodb._tcp.traces.example'.";

        assertThat(Causes.inOneLine(new MongoConfigurationException(
                        lookUp, new DnsException("x", new NameNotFoundException("DNS name not found")))))
                .isEqualTo("the name server does not know _mongodb._tcp.traces.example");
        assertThat(Causes.inOneLine(new MongoConfigurationException(
                        "No SRV records available for '_mongodb._tcp.traces.example'.")))
                .isEqualTo("the name server does not know _mongodb._tcp.traces.example");
        assertThat(Causes.inOneLine(new MongoConfigurationException(
                        "Failed looking up TXT record for host traces.example",
                        new DnsException("x", new NameNotFoundException("DNS name not found")))))
                .isEqualTo("the name server does not know traces.example");
        assertThat(Causes.inOneLine(new MongoConfigurationException(
                        lookUp, new DnsException("x", new CommunicationException("DNS error")))))
                .isEqualTo("the name server did not answer");
        assertThat(Causes.inOneLine(new MongoTimeoutException(CLUSTER
                        + ", caused by {java.net.UnknownHostException: h: Temporary failure in name resolution}}]")))
                .isEqualTo("the name server did not answer for h");
    }

    @Test
    void aFullStopIsLeftOut() {
        assertThat(Causes.inOneLine(new IllegalStateException("It broke.\nat all")))
                .isEqualTo("It broke");
    }

    @Test
    void wrongCredentialsAreNamedWithoutThem() {
        MongoCredential credential = MongoCredential.createCredential("user", "admin", "geheim".toCharArray());

        assertThat(Causes.inOneLine(new IllegalStateException(
                        new MongoSecurityException(credential, "Exception authenticating " + credential))))
                .isEqualTo("user or password is wrong, or not known there");
    }
}
