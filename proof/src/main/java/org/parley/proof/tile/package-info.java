// SPDX-License-Identifier: Apache-2.0
/** The files a log is served from, checked against the root of its tree. */
@NullMarked
package org.parley.proof.tile;

import org.jspecify.annotations.NullMarked;
