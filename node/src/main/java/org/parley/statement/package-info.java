// SPDX-License-Identifier: Apache-2.0
/** Who says what, when, under which provision, with which source, to whom. */
@NullMarked
package org.parley.statement;

import org.jspecify.annotations.NullMarked;
