// SPDX-License-Identifier: Apache-2.0
/** Work of which the calls on the stack say whose it is. */
@NullMarked
package com.example.course;

import org.jspecify.annotations.NullMarked;
