// SPDX-License-Identifier: Apache-2.0
package io.profiler.starters.apps.r2dbc;

import org.springframework.data.repository.reactive.ReactiveCrudRepository;

interface Books extends ReactiveCrudRepository<Book, Long> {}
