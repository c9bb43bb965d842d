// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.actuate;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.cors.CorsConfiguration;

/** A servlet request, which its thread knows. */
final class ServletExchange implements CurrentExchange {

    private final Supplier<@Nullable CorsConfiguration> allowed;

    /**
     * @param allowed which other sites may ask endpoints, null for none; what the application allows of its own pages says
     *     nothing of them
     */
    ServletExchange(Supplier<@Nullable CorsConfiguration> allowed) {
        this.allowed = allowed;
    }

    @Override
    public void setHeader(String name, String value) {
        HttpServletResponse response = response();
        if (response != null) {
            response.setHeader(name, value);
        }
    }

    @Override
    public @Nullable String header(String name) {
        HttpServletRequest request = request();
        return request == null ? null : request.getHeader(name);
    }

    /** In HTTP/2 there may be a header for each, which not every server puts together. */
    @Override
    public String cookies() {
        HttpServletRequest request = request();
        return request == null ? "" : String.join("; ", Collections.list(request.getHeaders(HttpHeaders.COOKIE)));
    }

    @Override
    public boolean takesCookies() {
        return true;
    }

    @Override
    public void addCookie(String cookie) {
        HttpServletResponse response = response();
        if (response != null) {
            response.addHeader(HttpHeaders.SET_COOKIE, cookie);
        }
    }

    @Override
    public boolean isSecure() {
        HttpServletRequest request = request();
        return request != null && request.isSecure();
    }

    /** Browsers say so themselves where they take the address for safe; of any address they name the page's origin. */
    @Override
    public boolean isOfAnotherSite() {
        HttpServletRequest request = request();
        if (request == null || isAllowed(request.getHeader(HttpHeaders.ORIGIN))) {
            return false;
        }
        String site = request.getHeader("Sec-Fetch-Site");
        return site == null ? hasForeignOrigin(request) : !site.equals("same-origin") && !site.equals("none");
    }

    /** Whoever allows all sites to read means none to delete. */
    private boolean isAllowed(@Nullable String origin) {
        CorsConfiguration sites = origin == null ? null : allowed.get();
        String answer = sites == null ? null : sites.checkOrigin(origin);
        return answer != null && !answer.equals(CorsConfiguration.ALL);
    }

    private static boolean hasForeignOrigin(HttpServletRequest request) {
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        return origin != null
                && !isAt(origin, request.getHeader(HttpHeaders.HOST))
                && !isAt(origin, request.getHeader("X-Forwarded-Host"));
    }

    private static boolean isAt(String origin, @Nullable String host) {
        return host != null && origin.replaceFirst("^[a-z]+://", "").equalsIgnoreCase(host);
    }

    private static @Nullable HttpServletRequest request() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? attributes.getRequest()
                : null;
    }

    private static @Nullable HttpServletResponse response() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? attributes.getResponse()
                : null;
    }
}
