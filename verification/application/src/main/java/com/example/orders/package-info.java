// SPDX-License-Identifier: Apache-2.0
/** A small application as many are: a controller, a service, and stores, which here are its own memory. */
@NullMarked
package com.example.orders;

import org.jspecify.annotations.NullMarked;
