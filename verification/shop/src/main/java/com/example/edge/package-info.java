// SPDX-License-Identifier: Apache-2.0
/** What customers talk to: reactive, without a database. */
@NullMarked
package com.example.edge;

import org.jspecify.annotations.NullMarked;
