// SPDX-License-Identifier: Apache-2.0
package io.profiler.starters.apps.jpa;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Entity(name = "book")
class Book {

    @Id
    Long id;
}
