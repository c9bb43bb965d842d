// SPDX-License-Identifier: Apache-2.0
/** Orders: Spring MVC, security, JPA, a cache, and work that goes on after the answer. */
@NullMarked
package com.example.shop;

import org.jspecify.annotations.NullMarked;
