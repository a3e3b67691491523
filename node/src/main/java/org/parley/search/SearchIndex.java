// SPDX-License-Identifier: Apache-2.0
package org.parley.search;

import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.NIOFSDirectory;
import org.apache.lucene.util.QueryBuilder;
import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.archive.Entry;
import org.parley.archive.ReadingRoom;
import org.parley.document.Block;
import org.parley.document.DocumentReader;
import org.parley.document.ReadDocument;
import org.parley.extraction.Extractor;
import org.parley.extraction.FoundClaim;
import org.parley.proof.canonical.Hash;
import org.parley.record.Folders;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Searches the passages of the documents in an archive. The index is made anew whenever it is not
 * of these documents and these words, is missing or is damaged. Safe for one thread at a time.
 */
public final class SearchIndex {
    /** Changed whenever what is written into an index changes. */
    private static final String FORMAT = "parley/search/v1";

    private static final int QUERY_CHARS_MAX = 1_000;
    private static final QueryBuilder QUERIES = new QueryBuilder(new Words(false));

    private final ReadingRoom room;
    private final Path folder;

    public SearchIndex(ReadingRoom room) {
        this.room = room;
        this.folder = room.archive().derived("index");
    }

    /**
     * The passages with all these words, the best first.
     *
     * @param asked words; what stands between quotation marks stands so in the text
     * @param most how many at most
     */
    public List<Passage> find(String asked, int most) {
        if (asked.length() > QUERY_CHARS_MAX) {
            throw new ParleyException(
                    Code.TOO_LARGE,
                    Place.of("search"),
                    asked.length() + " characters",
                    "ask with at most " + QUERY_CHARS_MAX);
        }
        Query query = query(asked);
        List<Entry> entries = room.archive().entries();
        String stamp = stamp(entries);
        try (Directory directory = new NIOFSDirectory(folder)) {
            try {
                return find(directory, stamp, query, most);
            } catch (IOException | RuntimeException e) {
                // Missing, of other documents, or damaged: it is only derived.
                build(directory, stamp, entries);
                return find(directory, stamp, query, most);
            }
        } catch (IOException e) {
            throw new ParleyException(
                    Code.UNAVAILABLE,
                    Place.of(Folders.shown(folder)),
                    Folders.why(e),
                    "let no other program search here, or delete this folder");
        }
    }

    private static Query query(String asked) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        int found = 0;
        for (String part : normal(asked).split("[\"“”]", -1)) {
            boolean phrase = found++ % 2 == 1;
            for (String words : phrase ? new String[] {part} : part.split("\\s+", -1)) {
                Query query = QUERIES.createPhraseQuery("text", words);
                if (query != null) {
                    all.add(query, BooleanClause.Occur.MUST);
                }
            }
        }
        BooleanQuery query = all.build();
        if (query.clauses().isEmpty()) {
            throw new ParleyException(
                    Code.USAGE, Place.of("search"), "no words to look for", "name some words");
        }
        return query;
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

    private String stamp(List<Entry> entries) {
        StringBuilder all = new StringBuilder(FORMAT);
        all.append(Extractor.VERSION).append(room.lexicon().hash());
        entries.forEach(entry -> all.append(entry.id()).append(entry.date()));
        return Hash.of(all.toString().getBytes(StandardCharsets.UTF_8)).hex();
    }

    private static List<Passage> find(Directory directory, String stamp, Query query, int most)
            throws IOException {
        try (DirectoryReader reader = DirectoryReader.open(directory)) {
            if (!stamp.equals(reader.getIndexCommit().getUserData().get("stamp"))) {
                throw new IOException("of other documents");
            }
            IndexSearcher searcher = new IndexSearcher(reader);
            List<Passage> found = new ArrayList<>();
            for (ScoreDoc hit : searcher.search(query, most).scoreDocs) {
                found.add(passage(searcher.storedFields().document(hit.doc)));
            }
            return found;
        }
    }

    private void build(Directory directory, String stamp, List<Entry> entries) throws IOException {
        IndexWriterConfig terms =
                new IndexWriterConfig(new Words(true))
                        .setOpenMode(IndexWriterConfig.OpenMode.CREATE);
        try (IndexWriter writer = new IndexWriter(directory, terms)) {
            for (Entry entry : entries) {
                try {
                    add(writer, entry);
                } catch (ParleyException e) {
                    // What cannot be read is told by documents list; the others are searched.
                }
            }
            writer.setLiveCommitData(Map.of("stamp", stamp).entrySet());
            writer.commit();
        }
    }

    private void add(IndexWriter writer, Entry entry) throws IOException {
        ReadDocument read = room.document(entry);
        List<FoundClaim> claims = room.read(entry).claims();
        for (Block block : read.blocks()) {
            if (block.repeats() >= 0 || block.kind() == Block.Kind.BOILERPLATE) {
                continue;
            }
            int rawFrom = read.text().rawFrom(block.from());
            int from = read.raw().codePointCount(0, rawFrom);
            int to = from + read.raw().codePointCount(rawFrom, read.text().rawTo(block.to()));
            Document passage = new Document();
            passage.add(new TextField("text", read.textOf(block), Field.Store.YES));
            passage.add(new StoredField("document", entry.id()));
            passage.add(new StoredField("name", entry.name()));
            passage.add(new StoredField("language", read.language()));
            passage.add(new StoredField("from", from));
            passage.add(new StoredField("to", to));
            passage.add(new StoredField("page", read.page(rawFrom)));
            claims.stream()
                    .filter(c -> c.anchor().from() >= from && c.anchor().to() <= to)
                    .forEach(c -> passage.add(new StoredField("claim", c.id())));
            writer.addDocument(passage);
        }
    }

    private static Passage passage(Document stored) {
        return new Passage(
                stored.get("document"),
                stored.get("name"),
                stored.get("language"),
                Integer.parseInt(stored.get("from")),
                Integer.parseInt(stored.get("to")),
                Integer.parseInt(stored.get("page")),
                stored.get("text"),
                List.of(stored.getValues("claim")));
    }
}
