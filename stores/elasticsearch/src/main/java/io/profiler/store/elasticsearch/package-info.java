// SPDX-License-Identifier: Apache-2.0
/** Trace points in Elasticsearch or OpenSearch, in OSprofiler's indexes. */
@NullMarked
package io.profiler.store.elasticsearch;

import org.jspecify.annotations.NullMarked;
