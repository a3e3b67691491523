// SPDX-License-Identifier: Apache-2.0
package org.parley.proposal;

/** Who is shown paragraphs and proposes what they claim. It is trusted with nothing. */
public interface Proposer {

    /** Who it is, as shown: {@code model NAME}. */
    String name();

    /**
     * Its answer to a paragraph, as it came.
     *
     * @throws org.parley.ParleyException if it gives none in time, or too much
     */
    String answer(String paragraph);
}
