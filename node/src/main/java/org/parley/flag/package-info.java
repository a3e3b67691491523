// SPDX-License-Identifier: Apache-2.0
/** What the engine notices: one class and one page each. A flag is never a finding. */
@NullMarked
package org.parley.flag;

import org.jspecify.annotations.NullMarked;
