// SPDX-License-Identifier: Apache-2.0
/**
 * Documents in: bytes of a page, a note or a paper become blocks of plain text that know where each
 * character stood in the source. Pure functions of bytes; nothing is fetched, nothing is guessed.
 */
@NullMarked
package org.parley.document;

import org.jspecify.annotations.NullMarked;
