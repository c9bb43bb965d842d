// SPDX-License-Identifier: Apache-2.0
package io.profiler.sample.web.signedurl;

import java.util.List;

/**
 * Leave for whoever knows it to use a queue.
 *
 * @param paths what of the queue can be used
 * @param methods how it can be used
 * @param expires until when, in UTC
 */
record SignedUrl(List<String> paths, List<String> methods, String project, String expires, String signature) {}
