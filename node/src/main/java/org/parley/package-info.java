// SPDX-License-Identifier: Apache-2.0
/** What every room of the house shares: places in files, errors, two-language texts. */
@NullMarked
package org.parley;

import org.jspecify.annotations.NullMarked;
