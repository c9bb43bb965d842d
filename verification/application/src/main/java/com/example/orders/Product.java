// SPDX-License-Identifier: Apache-2.0
package com.example.orders;

/** What is sold. */
record Product(String name, long cents) {}
