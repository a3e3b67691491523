// SPDX-License-Identifier: Apache-2.0
/** The commands; the only place where the parts are wired together. */
@NullMarked
package org.parley.cli;

import org.jspecify.annotations.NullMarked;
