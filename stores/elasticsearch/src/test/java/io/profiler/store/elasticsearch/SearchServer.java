// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.servers.FreePort;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.codelibs.opensearch.runner.OpenSearchRunner;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The server for the tests of a class: the one at {@code ELASTICSEARCH_URL} ({@code http://host:port}) if that is set,
 * else an OpenSearch in this process. OSprofiler's indexes and our template are deleted before each test.
 */
final class SearchServer implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback {

    private static final String EXTERNAL = System.getenv("ELASTICSEARCH_URL");

    private final HttpClient client = HttpClient.newHttpClient();
    private OpenSearchRunner runner;
    private Path folder;
    private int port;

    static boolean isExternal() {
        return EXTERNAL != null;
    }

    /** Where the server is, without a scheme. */
    String hostAndPort() {
        return EXTERNAL == null ? "127.0.0.1:" + port : EXTERNAL.replaceFirst("^http://", "");
    }

    String connectionString() {
        return "elasticsearch://" + hostAndPort();
    }

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        if (!isExternal()) {
            folder = Files.createTempDirectory("opensearch");
            port = FreePort.any();
            start();
        }
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        send("DELETE", "/osprofiler-notifications,osprofiler-notifications-error?ignore_unavailable=true", "");
        deleteTemplate();
    }

    /** So that the server guesses what an index is like, as for OSprofiler. */
    void deleteTemplate() {
        send("DELETE", "/_index_template/osprofiler-notifications", "");
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        if (!isExternal()) {
            runner.close();
            runner.clean();
        }
    }

    /** Starts the embedded server on its port. */
    void start() {
        int transportPort = FreePort.any();
        runner = new OpenSearchRunner();
        runner.onBuild((number, settings) -> {
                    settings.put("discovery.type", "single-node");
                    settings.put("network.host", "127.0.0.1");
                    settings.put("http.port", port);
                    settings.put("transport.port", transportPort);
                    settings.put("cluster.routing.allocation.disk.threshold_enabled", false);
                })
                .build(OpenSearchRunner.newConfigs()
                        .clusterName("traces")
                        .numOfNode(1)
                        .basePath(folder.toString()));
        runner.ensureYellow();
    }

    /** Skips the test on Elasticsearch's test distribution, which is without the module for that. */
    void requireDeleteByQuery() {
        Assumptions.assumeTrue(
                send("GET", "/_nodes/plugins", "").contains("\"reindex\""), "the server has no delete by query");
    }

    /** Ends the embedded server; skips the test if the server is another. */
    void stop() {
        Assumptions.assumeFalse(isExternal(), "the server is not this test's to end");
        try {
            runner.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Sends a request and gives back the body of the response, which has to be a good one unless it deletes. */
    String send(String method, String path, String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://" + hostAndPort() + path))
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (!method.equals("DELETE")) {
                assertThat(response.statusCode()).as(response.body()).isLessThan(300);
            }
            return response.body();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
