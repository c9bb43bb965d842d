// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.mongodb;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoCredential;
import com.mongodb.MongoSecurityException;
import com.mongodb.MongoTimeoutException;
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
                .isEqualTo("unknown host nowhere.example");
    }

    @Test
    void theDescriptionOfTheClusterIsLeftOut() {
        assertThat(Causes.inOneLine(new MongoTimeoutException(CLUSTER + "}]")))
                .isEqualTo("Timed out while waiting for a server that matches WritableServerSelector.");
    }

    @Test
    void wrongCredentialsAreNamedWithoutThem() {
        MongoCredential credential = MongoCredential.createCredential("user", "admin", "geheim".toCharArray());

        assertThat(Causes.inOneLine(new IllegalStateException(
                        new MongoSecurityException(credential, "Exception authenticating " + credential))))
                .isEqualTo("user or password is wrong, or not known there");
    }
}
