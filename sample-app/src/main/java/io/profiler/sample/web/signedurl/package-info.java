// SPDX-License-Identifier: Apache-2.0
/** URLs that a client signs and passes on, to give others a part of its rights. */
@NullMarked
package io.profiler.sample.web.signedurl;

import org.jspecify.annotations.NullMarked;
