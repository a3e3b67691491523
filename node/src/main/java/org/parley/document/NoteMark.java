// SPDX-License-Identifier: Apache-2.0
package org.parley.document;

/**
 * A footnote mark that was taken out of the text.
 *
 * @param at where in the normal text it stood: before the character at this index
 * @param block index of the footnote's block, or -1 if the document does not hold it
 */
public record NoteMark(int at, int block) {}
