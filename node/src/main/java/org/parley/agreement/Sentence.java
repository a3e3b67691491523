// SPDX-License-Identifier: Apache-2.0
package org.parley.agreement;

import org.parley.Text;

/**
 * A provision read back.
 *
 * @param path its address: {@code limits.warheads}
 * @param text one sentence, made from what was parsed and nothing else
 */
public record Sentence(String path, Text text) {}
