// SPDX-License-Identifier: Apache-2.0
package io.profiler.starters.apps.smallest;

import io.profiler.propagation.SignedHeaders;
import io.profiler.propagation.TraceContext;
import io.profiler.starters.apps.Inventory;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.catalina.webresources.TomcatURLStreamHandlerFactory;
import org.springframework.boot.web.server.context.WebServerApplicationContext;

/** The smallest sample, by its name: it is on the class path of the started application alone. */
public class SmallestApplication {

    private static final String KEY_OF_ITS_SETTINGS = "only-for-the-sample";

    /** Starts it and profiles a request. */
    public static Map<String, List<String>> run(String... properties) throws ClassNotFoundException {
        TomcatURLStreamHandlerFactory.disable();
        return Inventory.of(
                Class.forName("com.example.SmallestSample"),
                context -> messages((WebServerApplicationContext) context),
                properties);
    }

    private static String messages(WebServerApplicationContext context) {
        String url = "http://127.0.0.1:" + context.getWebServer().getPort() + "/channels/news/messages";
        String id = UUID.randomUUID().toString();
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url));
        SignedHeaders.sign(new TraceContext(id, id, KEY_OF_ITS_SETTINGS))
                .asMap()
                .forEach(request::header);
        try {
            return HttpClient.newHttpClient()
                    .send(request.build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
