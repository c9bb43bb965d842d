// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.actuate;

import org.jspecify.annotations.Nullable;

/** The request that is being answered, of which an operation of an endpoint knows its parameters alone. */
interface CurrentExchange {

    /** Where there is no way to know it. */
    CurrentExchange UNKNOWN = new CurrentExchange() {

        @Override
        public void setHeader(String name, String value) {
            // The pages hold their policy in themselves as well, and that has to be enough.
        }

        @Override
        public @Nullable String header(String name) {
            return null;
        }

        @Override
        public String cookies() {
            return "";
        }

        @Override
        public boolean isOfAnotherSite() {
            return false;
        }

        @Override
        public boolean takesCookies() {
            return false;
        }

        @Override
        public void addCookie(String cookie) {
            throw new IllegalStateException("there is no way to set a cookie");
        }

        @Override
        public boolean isSecure() {
            return false;
        }
    };

    /** Sets a header of the response. */
    void setHeader(String name, String value);

    /** A header of the request; null if there is none. */
    @Nullable
    String header(String name);

    /** All cookies of the request, as one header has them; empty if there are none. */
    String cookies();

    /** Whether the response can be given a cookie. */
    boolean takesCookies();

    /** Gives the response a header {@code Set-Cookie}. */
    void addCookie(String cookie);

    /** Whether nobody on the way reads the response. */
    boolean isSecure();

    /** Whether a browser sends this for a page of another origin, which the application has not allowed to. */
    boolean isOfAnotherSite();
}
