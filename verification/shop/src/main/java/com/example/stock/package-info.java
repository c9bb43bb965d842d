// SPDX-License-Identifier: Apache-2.0
/** What is in stock: Spring MVC and plain SQL. */
@NullMarked
package com.example.stock;

import org.jspecify.annotations.NullMarked;
