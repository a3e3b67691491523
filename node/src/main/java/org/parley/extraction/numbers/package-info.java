// SPDX-License-Identifier: Apache-2.0

/**
 * Numbers as texts write them, in digits and in words, Chinese and English: where one stands, what
 * it says exactly, and which marks of <em>about</em> and <em>more than</em> stand with it.
 */
@NullMarked
package org.parley.extraction.numbers;

import org.jspecify.annotations.NullMarked;
