// SPDX-License-Identifier: Apache-2.0
package io.profiler.starters.apps.jpa;

import org.springframework.data.repository.CrudRepository;

interface Books extends CrudRepository<Book, Long> {}
