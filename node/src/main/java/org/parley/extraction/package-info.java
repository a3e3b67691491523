// SPDX-License-Identifier: Apache-2.0

/**
 * Documents in, claims out: who says what, about when, how certain, in which words. Pure functions
 * of a document and a lexicon; nothing is guessed that the text does not say, and an undated text
 * stays undated.
 *
 * <p>{@link org.parley.extraction.Extractor} goes through the sentences of a document once. Its
 * rooms, in the order in which a sentence comes through them:
 *
 * <ul>
 *   <li>words: {@code Sentences} divides, {@code Analysed} holds what the lexicon finds, {@code
 *       Names}, {@code Bodies}, {@code Persons} and {@code NamedTreaties} what no list has;
 *   <li>dates: the package {@code dates} reads them, {@code Reckoner} reckons, {@code Timing} says
 *       which is whose, {@code Suspects} which to doubt;
 *   <li>voices: {@code Sources} says who says what, with {@code Speakers}, {@code Apposition},
 *       {@code Earlier}, {@code Scopes}, {@code Unsaid}, {@code Feelings}, {@code Charges} and
 *       {@code Estimators}; {@code Voices} says what kind of voice that is;
 *   <li>figures: {@code Quantities}, over the package {@code numbers}, {@code NumberSense}, {@code
 *       Counted}, {@code Holders} and {@code Held}; forms of their own are {@code Elliptic}, {@code
 *       Pairs}, {@code Shares}, {@code Members}, {@code Enrichment}, {@code Potential}; {@code
 *       FigureMemory} is what numbers leave behind;
 *   <li>acts and meetings: {@code Frames} fill the slots of a matched pattern, with {@code Actors},
 *       {@code Mechanisms}, {@code Offices}, {@code Telling} and {@code Modality}; {@code Drafts}
 *       keeps the best;
 *   <li>words of parties: {@code Statements} and {@code Stances};
 *   <li>tables and lists: {@code TableFigures}, {@code TableActs}, {@code TableMeetings}, {@code
 *       Entries};
 *   <li>{@code Memory} is what earlier sentences leave for later ones, {@code ClaimBuilder} and
 *       {@code Anchors} make the claims and tie them to the raw text.
 * </ul>
 *
 * <p>Beside it: {@code Explaining} for those who write rules, the package {@code score} for those
 * who judge them, {@code Deriving} for words that a model proposed.
 */
@NullMarked
package org.parley.extraction;

import org.jspecify.annotations.NullMarked;
