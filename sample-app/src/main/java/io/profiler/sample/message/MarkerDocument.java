// SPDX-License-Identifier: Apache-2.0
package io.profiler.sample.message;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/** The highest marker that a queue is known to have used. It outlives the messages, so that no marker is used twice. */
@Document("markers")
record MarkerDocument(@Id String queue, long last) {}
