// SPDX-License-Identifier: Apache-2.0
package io.profiler.sql;

import org.springframework.data.jpa.repository.JpaRepository;

interface Pets extends JpaRepository<Pet, Integer> {}
