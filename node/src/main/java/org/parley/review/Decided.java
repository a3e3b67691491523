// SPDX-License-Identifier: Apache-2.0
package org.parley.review;

import java.time.Instant;

/**
 * A decision that stands in the log.
 *
 * @param id of the statement, {@code sha256:…}
 * @param by who decided, as they called themselves; nobody checks it on one's own machine
 */
public record Decided(String id, String by, Instant at, Decision decision) {}
