// SPDX-License-Identifier: Apache-2.0
/** Three services behind each other, started from one archive. */
@NullMarked
package com.example;

import org.jspecify.annotations.NullMarked;
