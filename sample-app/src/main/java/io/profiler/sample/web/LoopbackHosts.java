// SPDX-License-Identifier: Apache-2.0
package io.profiler.sample.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Refuses requests that reach the loopback interface under the name of another host (DNS rebinding). To a browser, a
 * page of a site whose name resolves to the loopback address has the same origin as this service: it could read and
 * delete traces.
 */
@Component
final class LoopbackHosts extends HttpFilter {

    private static final long serialVersionUID = 1L;

    private static final Pattern OWN =
            Pattern.compile("localhost|[0-9.]+|\\[[0-9a-f:.]+]|[0-9a-f:]+", Pattern.CASE_INSENSITIVE);

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (isOwn(request.getServerName()) || !isLoopback(request.getLocalAddr())) {
            chain.doFilter(request, response);
        } else {
            response.sendError(HttpStatus.MISDIRECTED_REQUEST.value());
        }
    }

    private static boolean isOwn(String host) {
        return OWN.matcher(host).matches();
    }

    /** Asks no name server: the address is a number. */
    private static boolean isLoopback(String address) throws IOException {
        return InetAddress.getByName(address).isLoopbackAddress();
    }
}
