// SPDX-License-Identifier: Apache-2.0
/** What nodes send each other: logs, cosignatures, bodies; over a network or on a stick. */
@NullMarked
package org.parley.exchange;

import org.jspecify.annotations.NullMarked;
