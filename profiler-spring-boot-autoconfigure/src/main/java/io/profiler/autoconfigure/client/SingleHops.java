// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.client;

import java.net.http.HttpClient;
import org.springframework.http.client.ClientHttpRequestFactory;

/**
 * Sends each request to the host that it is addressed to, and nowhere else.
 *
 * @param sender follows no redirect
 * @param redirects which of them the application wants to be followed
 */
record SingleHops(ClientHttpRequestFactory sender, HttpClient.Redirect redirects) {}
