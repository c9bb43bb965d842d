// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.actuate;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** A servlet request, which its thread knows. */
final class ServletExchange implements CurrentExchange {

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
        if (request == null || isAllowedByCors()) {
            return false;
        }
        String site = request.getHeader("Sec-Fetch-Site");
        return site == null ? hasForeignOrigin(request) : !site.equals("same-origin") && !site.equals("none");
    }

    private static boolean isAllowedByCors() {
        HttpServletResponse response = response();
        return response != null && response.containsHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN);
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
