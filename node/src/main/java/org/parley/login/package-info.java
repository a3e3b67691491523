// SPDX-License-Identifier: Apache-2.0
/** Who may open a node's pages beyond its own machine, as what, and what waits for a second one. */
@NullMarked
package org.parley.login;

import org.jspecify.annotations.NullMarked;
