// SPDX-License-Identifier: Apache-2.0
/** Offenders against the architecture, so that its rules are seen to fail. Never shipped. */
package org.parley.planted;
