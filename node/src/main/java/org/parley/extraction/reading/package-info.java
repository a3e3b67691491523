// SPDX-License-Identifier: Apache-2.0

/**
 * The reading itself. {@link org.parley.extraction.reading.Extractor} goes through the sentences of
 * a document once; what a sentence comes through:
 *
 * <ul>
 *   <li>figures: {@code Quantities}, over {@code NumberSense}, {@code Counted}, {@code Holders} and
 *       {@code Held}; forms of their own are {@code Elliptic}, {@code Pairs}, {@code Shares},
 *       {@code Members}, {@code Enrichment}, {@code Potential}; {@code FigureMemory} is what
 *       numbers leave behind, {@code Estimators} and {@code Publisher} who counted;
 *   <li>acts and meetings: {@code Frames} fill the slots of a matched pattern, with {@code Actors},
 *       {@code Mechanisms}, {@code Offices}, {@code Telling}, {@code Modality} and {@code Charges};
 *       {@code Drafts} keeps the best;
 *   <li>words of parties: {@code Statements} and {@code Stances};
 *   <li>dates: {@code Reckoner} reckons, {@code Timing} says which is whose, {@code Suspects} which
 *       to doubt;
 *   <li>tables and lists: {@code TableFigures}, {@code TableActs}, {@code TableMeetings}, {@code
 *       RowClaims};
 *   <li>{@code Memory} is what earlier sentences leave for later ones, {@code NoteTopics} what they
 *       leave for notes, {@code ClaimBuilder} and {@code Anchors} make the claims and tie them to
 *       the raw text.
 * </ul>
 *
 * <p>Beside it: {@code Explaining} for those who write rules, {@code Deriving} for words that a
 * model proposed.
 */
@NullMarked
package org.parley.extraction.reading;

import org.jspecify.annotations.NullMarked;
