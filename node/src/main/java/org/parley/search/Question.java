// SPDX-License-Identifier: Apache-2.0
package org.parley.search;

import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.QueryBuilder;
import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.Text;
import org.parley.document.DocumentReader;
import org.parley.extraction.FoundClaim;

import java.nio.charset.StandardCharsets;

/** What is asked, in the terms of the index. */
final class Question {
    private static final int QUERY_CHARS_MAX = 1_000;
    private static final QueryBuilder QUERIES = new QueryBuilder(new Words(false));

    private Question() {}

    static Query of(Asked asked) {
        if (asked.words().length() > QUERY_CHARS_MAX) {
            throw new ParleyException(
                    Code.TOO_LARGE,
                    Place.of("search"),
                    Text.of(
                            asked.words().length() + " characters",
                            asked.words().length() + " 个字符"),
                    Text.of(
                            "ask with at most " + QUERY_CHARS_MAX,
                            "至多 " + QUERY_CHARS_MAX + " 个字符"));
        }
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        boolean any = words(all, asked.words());
        if (!any && !asked.ofClaims()) {
            throw new ParleyException(
                    Code.USAGE,
                    Place.of("search"),
                    Text.of("no words to look for", "没有要查找的词语"),
                    Text.of(
                            "name some words, or an actor, a mechanism, a kind or a date",
                            "请给出词语，或行为体、机制、类别、日期"));
        }
        if (!any) {
            all.add(MatchAllDocsQuery.INSTANCE, BooleanClause.Occur.MUST);
        }
        asked.actor().ifPresent(code -> filter(all, "actor", FoundClaim.three(code)));
        asked.mechanism().ifPresent(id -> filter(all, "mechanism", id));
        asked.kind().ifPresent(kind -> filter(all, "kind", kind.word()));
        return all.build();
    }

    private static void filter(BooleanQuery.Builder all, String field, String value) {
        all.add(new TermQuery(new Term(field, value)), BooleanClause.Occur.FILTER);
    }

    private static boolean words(BooleanQuery.Builder all, String asked) {
        boolean any = false;
        int found = 0;
        for (String part : normal(asked).split("[\"“”]", -1)) {
            boolean phrase = found++ % 2 == 1;
            for (String words : phrase ? new String[] {part} : part.split("\\s+", -1)) {
                Query query = QUERIES.createPhraseQuery("text", words);
                if (query != null) {
                    all.add(query, BooleanClause.Occur.MUST);
                    any = true;
                }
            }
        }
        return any;
    }

    /** As documents are read, so that traditional characters find simplified ones. */
    private static String normal(String asked) {
        if (asked.isBlank()) {
            return "";
        }
        return DocumentReader.read(asked.getBytes(StandardCharsets.UTF_8), "query.txt")
                .text()
                .value();
    }
}
