// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.actuate;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Headers of servlet responses, which the request's thread knows. */
final class ServletPageHeaders implements PageHeaders {

    @Override
    public void add(String contentSecurityPolicy) {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes) {
            HttpServletResponse response = attributes.getResponse();
            if (response != null) {
                response.setHeader("Content-Security-Policy", contentSecurityPolicy);
                response.setHeader("X-Content-Type-Options", "nosniff");
                response.setHeader("Referrer-Policy", "no-referrer");
                response.setHeader("Cache-Control", "no-store");
            }
        }
    }
}
