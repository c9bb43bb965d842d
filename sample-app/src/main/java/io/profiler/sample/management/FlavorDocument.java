// SPDX-License-Identifier: Apache-2.0
package io.profiler.sample.management;

import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/** A flavor as it is stored. */
@Document("flavors")
@CompoundIndex(name = "project_name", def = "{'project': 1, 'name': 1}", unique = true)
record FlavorDocument(@Id @Nullable ObjectId id, String project, String name) {}
