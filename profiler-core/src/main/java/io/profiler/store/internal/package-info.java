// SPDX-License-Identifier: Apache-2.0
/** What the command and the endpoint share in asking a store; no promise to anybody. */
@NullMarked
package io.profiler.store.internal;

import org.jspecify.annotations.NullMarked;
