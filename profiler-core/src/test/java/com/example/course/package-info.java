// SPDX-License-Identifier: Apache-2.0
/** An application that is nobody's but a test's, and does what the test knows. */
package com.example.course;
