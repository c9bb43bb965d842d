// SPDX-License-Identifier: Apache-2.0
package io.profiler.sample.web.caller;

import java.util.Set;

/** Who sent a request. */
public record Caller(String project, String clientId, Set<String> roles) {

    boolean isAdmin() {
        return roles.contains("admin");
    }
}
