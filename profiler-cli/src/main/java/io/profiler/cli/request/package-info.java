// SPDX-License-Identifier: Apache-2.0
/** {@code profiler request} and {@code profiler headers}: a signed request. */
@NullMarked
package io.profiler.cli.request;

import org.jspecify.annotations.NullMarked;
