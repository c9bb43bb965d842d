// SPDX-License-Identifier: Apache-2.0
package io.profiler.sample.web.signedurl;

import io.profiler.sample.web.caller.CallerInterceptor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.HandlerInterceptor;

/** Lets a request with a signature do what was signed; anything else is not found. */
@Component
public class SignedUrlInterceptor implements HandlerInterceptor {

    private final UrlSigner signer;
    private final Clock clock;

    SignedUrlInterceptor(UrlSigner signer, Clock clock) {
        this.signer = signer;
        this.clock = clock;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        String signature = request.getHeader("URL-Signature");
        if (signature != null && !allows(signedUrl(request, signature), request)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return true;
    }

    private static SignedUrl signedUrl(HttpServletRequest request, String signature) {
        String project =
                CallerInterceptor.callerOf(new ServletWebRequest(request)).project();
        return new SignedUrl(
                list(request, "URL-Paths"),
                list(request, "URL-Methods"),
                project,
                header(request, "URL-Expires"),
                signature);
    }

    private boolean allows(SignedUrl url, HttpServletRequest request) {
        return url.methods().contains(request.getMethod())
                && url.paths().stream().anyMatch(path -> isBelow(path, request.getRequestURI()))
                && signer.isSigned(url)
                && SignedUrlTerms.parse(url.expires())
                        .filter(LocalDateTime.now(clock)::isBefore)
                        .isPresent();
    }

    private static boolean isBelow(String path, String requested) {
        return requested.equals(path) || requested.startsWith(path + "/");
    }

    private static List<String> list(HttpServletRequest request, String name) {
        return List.of(header(request, name).split(","));
    }

    private static String header(HttpServletRequest request, String name) {
        return Objects.requireNonNullElse(request.getHeader(name), "");
    }
}
