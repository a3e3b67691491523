// SPDX-License-Identifier: Apache-2.0
package org.parley.proof.bundle;

/** The steps of an audit, in the order in which each rests on those before it. */
public enum Step {
    /** The file {@code checkpoint} is a checkpoint. */
    CHECKPOINT("checkpoint"),
    /** The log that it names has signed it. */
    LOG_SIGNATURE("log-signature"),
    /** Enough others have, as the policy asks. */
    COSIGNATURES("cosignatures"),
    /** The tiles give the root that was signed, every one of them. */
    TILES("tiles"),
    /** The checkpoint that the auditor kept from last time is still part of the log. */
    GROWTH("growth"),
    /** Every entry has the hash that stands for it in the tree. */
    ENTRIES("entries"),
    /** Every entry is a statement in its only form. */
    STATEMENTS("statements"),
    /** Every statement is signed by an office that may sign it. */
    OFFICE_SIGNATURES("office-signatures");

    private final String word;

    Step(String word) {
        this.word = word;
    }

    /** Its name in reports that a program reads. */
    public String word() {
        return word;
    }
}
