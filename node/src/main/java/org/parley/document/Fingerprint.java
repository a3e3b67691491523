// SPDX-License-Identifier: Apache-2.0
package org.parley.document;

import java.util.ArrayList;
import java.util.List;

/**
 * What tells copies of one text apart from other texts: a SimHash of 64 bits over five-letter
 * shingles (Charikar, Similarity estimation techniques from rounding algorithms, 2002), and a hash
 * per paragraph, so that ten copies of one wire count as one source.
 */
public final class Fingerprint {
    private static final int SHINGLE = 5;

    /** Manku, Jain and Das Sarma (2007) found three bits right for 64-bit prints of web pages. */
    private static final int NEAR_BITS = 3;

    /** Shorter paragraphs are the same by chance. */
    private static final int PARAGRAPH_LETTERS_MIN = 20;

    private Fingerprint() {}

    /** Over the letters of the paragraphs that stand for the first time. */
    public static long fingerprint(ReadDocument document) {
        int[] votes = new int[Long.SIZE];
        StringBuilder letters = new StringBuilder();
        for (Block block : document.blocks()) {
            if (isNews(block) && block.repeats() < 0) {
                letters.append(Letters.only(document.textOf(block)));
            }
        }
        for (int i = 0; i + SHINGLE <= letters.length(); i++) {
            long hash = hash(letters, i, i + SHINGLE);
            for (int bit = 0; bit < Long.SIZE; bit++) {
                votes[bit] += (hash >>> bit & 1) == 1 ? 1 : -1;
            }
        }
        long print = 0;
        for (int bit = 0; bit < Long.SIZE; bit++) {
            if (votes[bit] > 0) {
                print |= 1L << bit;
            }
        }
        return print;
    }

    /** Whether two documents are so alike that one is likely a copy of the other. */
    public static boolean nearlySame(long one, long other) {
        return Long.bitCount(one ^ other) <= NEAR_BITS;
    }

    /**
     * A hash of the letters of each block, 0 where they are too few to mean anything. Two documents
     * that share one share that paragraph, whatever stands round it.
     */
    public static List<Long> paragraphs(ReadDocument document) {
        List<Long> hashes = new ArrayList<>();
        for (Block block : document.blocks()) {
            String letters = isNews(block) ? Letters.only(document.textOf(block)) : "";
            boolean enough = letters.length() >= PARAGRAPH_LETTERS_MIN;
            hashes.add(enough ? hash(letters, 0, letters.length()) : 0L);
        }
        return List.copyOf(hashes);
    }

    private static boolean isNews(Block block) {
        return switch (block.kind()) {
            case PARAGRAPH, LIST_ITEM, QUOTE, TABLE_ROW -> true;
            case TITLE, HEADING, CAPTION, BYLINE, FOOTNOTE, REFERENCE, BOILERPLATE -> false;
        };
    }

    /**
     * FNV-1a with a last stirring, so that every bit of the print gets its vote from all letters.
     */
    private static long hash(CharSequence letters, int from, int to) {
        long hash = 0xcbf29ce484222325L;
        for (int i = from; i < to; i++) {
            hash = (hash ^ letters.charAt(i)) * 0x100000001b3L;
        }
        hash = (hash ^ hash >>> 33) * 0xff51afd7ed558ccdL;
        hash = (hash ^ hash >>> 33) * 0xc4ceb9fe1a85ec53L;
        return hash ^ hash >>> 33;
    }
}
