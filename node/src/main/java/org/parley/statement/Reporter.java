// SPDX-License-Identifier: Apache-2.0
package org.parley.statement;

/**
 * One link of the chain of who says so, outermost first.
 *
 * @param type official-readout, official-named, official-anonymous, organisation, media,
 *     named-expert, anonymous or third-hand
 */
public record Reporter(String who, String type) {}
