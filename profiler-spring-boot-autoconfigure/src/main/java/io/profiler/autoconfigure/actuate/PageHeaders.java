// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.actuate;

/** Adds to the response of the current request what an endpoint cannot: headers. */
@FunctionalInterface
interface PageHeaders {

    /** Where there is no way to do that; the policy, which is in the page as well, then has to be enough. */
    PageHeaders NONE = contentSecurityPolicy -> {};

    /** Makes browsers hold a page to its policy, and keep no copy of it. */
    void add(String contentSecurityPolicy);
}
