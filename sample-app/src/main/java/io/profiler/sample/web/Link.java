// SPDX-License-Identifier: Apache-2.0
package io.profiler.sample.web;

/** Where a list goes on. */
record Link(String rel, String href) {}
