// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.actuate;

import io.profiler.propagation.HeaderVerdict;
import io.profiler.propagation.HeaderVerifier;
import io.profiler.propagation.SignedHeaders;
import io.profiler.propagation.TraceToken;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests of the console to the application's own port: to no other, one at a time, and none whose trace headers the
 * application itself would not accept. No cookie is handed out.
 */
final class Relay implements AutoCloseable {

    private static final int FORBIDDEN = 403;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

    private final RelayTarget target;
    private final HeaderVerifier verifier;
    private final RelayedNames names;
    private final CurrentExchange exchange;
    private final Turns turns =
            new Turns(1, LONGEST_WAIT, "others have requests sent, which take long; try again in a moment");
    private final RelayClient client;

    /**
     * @param verifier the application's own, which knows what was signed too long ago
     * @param names of the headers that are sent
     * @param longest how long the application may take
     */
    Relay(RelayTarget target, HeaderVerifier verifier, RelayedNames names, CurrentExchange exchange, Duration longest) {
        this.target = target;
        this.verifier = verifier;
        this.names = names;
        this.exchange = exchange;
        this.client = new RelayClient(longest);
    }

    /** Whether there is another port to send to. */
    boolean isPossible() {
        return target.isThere();
    }

    /**
     * Sends a request, with the cookies of whoever asks for it.
     *
     * @return an object with the answer
     * @throws InvalidParameterException if it cannot be sent
     * @throws RelayException if it is not signed, or the application does not answer
     * @throws BusyException if others wait as well
     */
    Map<String, Object> send(RelayedRequest request) {
        if (!isPossible()) {
            throw new InvalidParameterException(
                    "requests are relayed only to an application with a port of its own, which speaks plain HTTP");
        }
        names.requireAll(request.headers());
        requireSigned(request);
        HttpRequest outgoing = withCookies(request.to(target.origin()));
        return turns.run(() -> RelayedAnswer.of(client.send(outgoing)));
    }

    private void requireSigned(RelayedRequest request) {
        HeaderVerdict verdict = verdict(request);
        if (verdict == null || verdict.context() == null) {
            throw new RelayException(FORBIDDEN, "the key is none of profiler.hmac-keys, or its signature is over");
        }
    }

    private @Nullable HeaderVerdict verdict(RelayedRequest request) {
        String token = request.headers().only(TraceToken.HEADER);
        if (token != null) {
            return verifier.verifyToken(token, request.method(), request.rawPath());
        }
        String info = request.headers().only(SignedHeaders.TRACE_INFO);
        return info == null ? null : verifier.verify(info, request.headers().only(SignedHeaders.TRACE_HMAC));
    }

    private HttpRequest withCookies(HttpRequest request) {
        String cookies = exchange.cookies();
        return cookies.isEmpty() || request.headers().firstValue("Cookie").isPresent()
                ? request
                : withCookies(request, cookies);
    }

    /** What is wrong with a cookie is said without it. */
    private static HttpRequest withCookies(HttpRequest request, String cookies) {
        try {
            return HttpRequest.newBuilder(request, (name, value) -> true)
                    .header("Cookie", cookies)
                    .build();
        } catch (IllegalArgumentException unusable) {
            throw new InvalidParameterException("the browser's cookies hold what a header cannot");
        }
    }

    /** Ends with the application. */
    @Override
    public void close() {
        client.close();
    }
}
