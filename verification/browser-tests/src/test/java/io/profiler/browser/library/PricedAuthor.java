// SPDX-License-Identifier: Apache-2.0
package io.profiler.browser.library;

record PricedAuthor(String name, int books, double price) {}
