// SPDX-License-Identifier: Apache-2.0
/** The little of CBOR (RFC 8949) that receipts are made of, written and read in one form only. */
@NullMarked
package org.parley.proof.cbor;

import org.jspecify.annotations.NullMarked;
