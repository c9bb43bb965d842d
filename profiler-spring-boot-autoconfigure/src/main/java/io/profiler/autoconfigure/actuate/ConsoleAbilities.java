// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.actuate;

/**
 * What the application lets the console do, and how.
 *
 * @param readOnly whether traces may be looked at but not deleted
 * @param recordable whether browsers may be recorded
 * @param strict whether requests are profiled by tokens alone
 * @param relaying whether the endpoint sends the console's requests to the application
 */
record ConsoleAbilities(boolean readOnly, boolean recordable, boolean strict, boolean relaying) {}
