// SPDX-License-Identifier: Apache-2.0
package io.profiler.sample.web.url;

/** Where a list goes on. */
public record Link(String rel, String href) {}
