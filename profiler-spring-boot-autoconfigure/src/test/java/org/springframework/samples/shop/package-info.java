// SPDX-License-Identifier: Apache-2.0
/** An application in a package that looks like a library's, as Spring's own samples are. */
@NullMarked
package org.springframework.samples.shop;

import org.jspecify.annotations.NullMarked;
