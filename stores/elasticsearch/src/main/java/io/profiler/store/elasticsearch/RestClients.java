// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.elasticsearch;

import co.elastic.clients.transport.rest5_client.low_level.HttpAsyncResponseConsumerFactory.BasicAsyncResponseConsumerFactory;
import co.elastic.clients.transport.rest5_client.low_level.Request;
import co.elastic.clients.transport.rest5_client.low_level.RequestOptions;
import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import co.elastic.clients.transport.rest5_client.low_level.Rest5ClientBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.Objects;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.message.BasicHeader;
import org.apache.hc.core5.util.Timeout;

/** Makes Elasticsearch's own low-level client, which speaks plain JSON, so that any version understands it. */
final class RestClients {

    /** A node that is busy may take long; one that is silent must not hold the writer, or the command, forever. */
    private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(30);

    private RestClients() {}

    /**
     * @param answerBytes how much the client holds of the answer at most
     */
    static Request request(String method, String path, int answerBytes) {
        Request request = new Request(method, path);
        request.setOptions(RequestOptions.DEFAULT.toBuilder()
                .setHttpAsyncResponseConsumerFactory(new BasicAsyncResponseConsumerFactory(answerBytes)));
        return request;
    }

    static Rest5Client to(ElasticsearchAddress address, Duration connectTimeout)
            throws IOException, GeneralSecurityException {
        String scheme = address.tls() ? "https" : "http";
        HttpHost[] nodes = address.parts().hosts().stream()
                .map(host -> new HttpHost(scheme, host.name(), host.port()))
                .toArray(HttpHost[]::new);
        Timeout request = Timeout.of(Objects.requireNonNullElse(address.requestTimeout(), REQUEST_TIMEOUT));
        Rest5ClientBuilder client = Rest5Client.builder(nodes)
                .setRequestConfigCallback(requests -> requests.setResponseTimeout(request))
                .setConnectionConfigCallback(connections -> connections
                        .setConnectTimeout(Timeout.of(connectTimeout))
                        .setSocketTimeout(request));
        String authorization = address.authorization();
        if (authorization != null) {
            client.setDefaultHeaders(new Header[] {new BasicHeader("Authorization", authorization)});
        }
        if (!address.parts().path().isEmpty()) {
            client.setPathPrefix(address.parts().path());
        }
        Path trusted = address.trusted();
        if (trusted != null) {
            client.setSSLContext(trusting(trusted));
        }
        return client.build();
    }

    private static SSLContext trusting(Path certificates) throws IOException, GeneralSecurityException {
        KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        try (InputStream stream = Files.newInputStream(certificates)) {
            for (Certificate certificate :
                    CertificateFactory.getInstance("X.509").generateCertificates(stream)) {
                trusted.setCertificateEntry(String.valueOf(trusted.size()), certificate);
            }
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(null, trust.getTrustManagers(), null);
        return tls;
    }
}
