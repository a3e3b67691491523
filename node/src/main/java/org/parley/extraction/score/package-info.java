// SPDX-License-Identifier: Apache-2.0

/**
 * How good the reading is: {@code Score} sets found claims against those a person found, {@code
 * Lint} runs the examples that stand beside the rules and finds dead, overlapping and slow ones.
 */
@NullMarked
package org.parley.extraction.score;

import org.jspecify.annotations.NullMarked;
