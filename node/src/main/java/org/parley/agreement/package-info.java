// SPDX-License-Identifier: Apache-2.0
/** The agreement file: its rules read, checked and linted; what a party agreed to, as data. */
@NullMarked
package org.parley.agreement;

import org.jspecify.annotations.NullMarked;
