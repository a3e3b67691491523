// SPDX-License-Identifier: Apache-2.0

/**
 * Words and patterns as data: what a text is searched for. Names, cues and patterns come from YAML
 * files with their own examples; one walk over a text finds all of them, and patterns are matched
 * over what was found, never over the characters, so that no pattern can run away.
 */
@NullMarked
package org.parley.lexicon;

import org.jspecify.annotations.NullMarked;
