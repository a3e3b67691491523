// SPDX-License-Identifier: Apache-2.0
/** Library and home folders; YAML, CSV and XLSX in and out. */
@NullMarked
package org.parley.record;

import org.jspecify.annotations.NullMarked;
