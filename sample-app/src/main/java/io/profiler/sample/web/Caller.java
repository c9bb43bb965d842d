// SPDX-License-Identifier: Apache-2.0
package io.profiler.sample.web;

import java.util.Set;

/** Who sent a request. */
record Caller(String project, String clientId, Set<String> roles) {

    boolean isAdmin() {
        return roles.contains("admin");
    }
}
