// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.client;

import feign.Client;
import feign.Request;
import feign.Response;
import io.profiler.autoconfigure.Signature;
import io.profiler.trace.TracePosition;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Signs what goes to a host of the house; where that sends it on to, it goes unsigned, if the client follows at all. */
final class TracedFeignClient implements Client {

    private final Client original;
    private final SentCalls calls;

    TracedFeignClient(Client original, SentCalls calls) {
        this.original = original;
        this.calls = calls;
    }

    @Override
    public Response execute(Request request, Request.Options options) throws IOException {
        if (TracePosition.current() == null && !isSigned(request)) {
            return original.execute(request, options);
        }
        URI uri = ReadUri.of(request.url());
        return uri == null ? original.execute(unsigned(request), options) : traced(uri, request, options);
    }

    /** As one is that the application passes on with what it came with. */
    private static boolean isSigned(Request request) {
        return request.headers().keySet().stream().anyMatch(Signature::has);
    }

    private static Request unsigned(Request request) {
        return isSigned(request)
                ? like(request, request.httpMethod(), request.url(), with(Map.of(), request.headers()), true)
                : request;
    }

    private Response traced(URI uri, Request request, Request.Options options) throws IOException {
        SentCall started = calls.start(request.httpMethod().name(), uri);
        SentCall call = started == null ? SentCall.UNPROFILED : started;
        try {
            Response response = call.headers().isEmpty() && !(isSigned(request) && calls.maySendOn(uri))
                    ? original.execute(unsigned(request), options)
                    : signed(call.headers(), uri, request, options);
            call.answered(response.status());
            return response;
        } catch (IOException | RuntimeException | Error e) {
            call.failed(e);
            throw e;
        }
    }

    private Response signed(Map<String, String> signature, URI uri, Request request, Request.Options options)
            throws IOException {
        Request signed = signature.isEmpty()
                ? request
                : like(request, request.httpMethod(), request.url(), with(signature, request.headers()), true);
        Response first = original.execute(signed, options.isFollowRedirects() ? notFollowing(options) : options);
        Redirection next = options.isFollowRedirects() ? next(uri, request, first) : null;
        if (next == null) {
            // Whoever is told of the response sees the request that was asked for.
            return first.toBuilder().request(request).build();
        }
        first.close();
        return original.execute(redirected(request, next), options);
    }

    private static Request.Options notFollowing(Request.Options options) {
        return new Request.Options(
                options.connectTimeout(),
                options.connectTimeoutUnit(),
                options.readTimeout(),
                options.readTimeoutUnit(),
                false);
    }

    private static @Nullable Redirection next(URI uri, Request request, Response response) {
        Collection<String> location = response.headers().getOrDefault("location", List.of());
        return Redirection.of(
                uri,
                request.httpMethod().name(),
                response.status(),
                location.stream().findFirst().orElse(null),
                HttpClient.Redirect.NORMAL);
    }

    private static Request redirected(Request request, Redirection next) {
        Map<String, Collection<String>> headers = new LinkedHashMap<>(request.headers());
        headers.keySet().removeIf(name -> !next.takes(name));
        if (!next.keepsBody()) {
            headers.keySet().removeIf("Content-Length"::equalsIgnoreCase);
        }
        return like(
                request, Request.HttpMethod.valueOf(next.method()), next.uri().toString(), headers, next.keepsBody());
    }

    private static Map<String, Collection<String>> with(
            Map<String, String> signature, Map<String, Collection<String>> headers) {
        Map<String, Collection<String>> all = new LinkedHashMap<>(headers);
        all.keySet().removeIf(Signature::has);
        signature.forEach((name, value) -> all.put(name, List.of(value)));
        return all;
    }

    private static Request like(
            Request request,
            Request.HttpMethod method,
            String url,
            Map<String, Collection<String>> headers,
            boolean withBody) {
        return Request.create(
                method, url, headers, withBody ? request.body() : null, request.charset(), request.requestTemplate());
    }
}
