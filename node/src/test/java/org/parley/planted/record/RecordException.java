// SPDX-License-Identifier: Apache-2.0
package org.parley.planted.record;

/** Planted: must be caught by the architecture rules. */
public final class RecordException extends RuntimeException {
    private static final long serialVersionUID = 1L;
}
