// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.observation;

import java.net.URI;

/** A request that the application sends. */
record HttpCall(String method, URI uri) {}
