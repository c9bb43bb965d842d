// SPDX-License-Identifier: Apache-2.0
/** Reading and checking the JSON that clients send. */
@NullMarked
package io.profiler.sample.web.json;

import org.jspecify.annotations.NullMarked;
