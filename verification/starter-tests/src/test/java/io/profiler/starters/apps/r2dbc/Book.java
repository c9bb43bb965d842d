// SPDX-License-Identifier: Apache-2.0
package io.profiler.starters.apps.r2dbc;

import org.springframework.data.annotation.Id;

/** Nothing says which module it is for. */
record Book(@Id Long id, String title) {}
