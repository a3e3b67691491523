// SPDX-License-Identifier: Apache-2.0
package org.parley.search;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.cjk.CJKWidthFilter;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/** Chinese as pairs of characters, English by its stems. */
final class Words extends Analyzer {
    private final boolean single;

    /**
     * @param single whether single characters count too: in the index, so that one alone is found
     */
    Words(boolean single) {
        this.single = single;
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
        Tokenizer words = new StandardTokenizer();
        TokenStream all = new LowerCaseFilter(new CJKWidthFilter(words));
        int every =
                CJKBigramFilter.HAN
                        | CJKBigramFilter.HIRAGANA
                        | CJKBigramFilter.KATAKANA
                        | CJKBigramFilter.HANGUL;
        return new TokenStreamComponents(
                words, new KStemFilter(new CJKBigramFilter(all, every, single)));
    }
}
