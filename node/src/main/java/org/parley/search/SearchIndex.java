// SPDX-License-Identifier: Apache-2.0
package org.parley.search;

import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.store.NIOFSDirectory;
import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.Problem;
import org.parley.Text;
import org.parley.archive.Archive;
import org.parley.archive.Entry;
import org.parley.archive.ReadingRoom;
import org.parley.document.Block;
import org.parley.document.ReadDocument;
import org.parley.extraction.FoundClaim;
import org.parley.extraction.reading.Extractor;
import org.parley.proof.canonical.Hash;
import org.parley.record.Folders;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Searches the passages of the documents in an archive. The index is made anew whenever it is not
 * of these documents and these words, is missing or is damaged; what else keeps it from being read
 * is told. Two programs may search one archive: one of them makes the index, the other waits for
 * it. Thread safe.
 */
public final class SearchIndex {
    /** Lucene recommends start-up flags by a warning, which is nothing to the reader. */
    private static final Logger LUCENE = Logger.getLogger("org.apache.lucene");

    static {
        LUCENE.setLevel(Level.SEVERE);
    }

    /** Changed whenever what is written into an index changes. */
    private static final String FORMAT = "parley/search/v3";

    private static final Duration WAIT = Duration.ofSeconds(60);
    private static final Duration STEP = Duration.ofMillis(50);
    private static final int AT_ONCE = 1_000;
    private static final int BUILDS_MAX = 4;

    private final ReadingRoom room;
    private final Path folder;
    private final Duration wait;

    /** The index whose checksums were looked at last. */
    private volatile String sound = "";

    public SearchIndex(ReadingRoom room) {
        this(room, WAIT);
    }

    SearchIndex(ReadingRoom room, Duration wait) {
        this.room = room;
        this.folder = room.archive().derived("index");
        this.wait = wait;
    }

    /** It is missing, of other documents or words, or damaged: it has to be made anew. */
    private static final class Stale extends Exception {
        private static final long serialVersionUID = 1L;
    }

    /**
     * The passages that fit, the best first.
     *
     * @throws ParleyException if the question is none, or the index can be neither read nor made
     */
    public Answer find(Asked asked) {
        Query query = Question.of(asked);
        Archive.Stock stock = room.archive().stock();
        List<Entry> entries = stock.entries();
        String stamp = stamp(entries);
        long until = System.nanoTime() + wait.toNanos();
        try (Directory directory = new NIOFSDirectory(folder)) {
            for (int builds = 0; builds < BUILDS_MAX; ) {
                try {
                    return with(find(directory, stamp, query, asked), stock.problems());
                } catch (Stale _) {
                    if (build(directory, stamp, entries)) {
                        builds++;
                    } else {
                        pause(until);
                    }
                }
            }
            throw unavailable(
                    Text.of("this index does not stay as it was made", "此索引生成后未能保持原样"),
                    Text.of(
                            "let no other program with other words search here; check the disk",
                            "请勿让使用其他词表的程序同时在此检索，并检查磁盘"));
        } catch (IOException e) {
            throw unavailable(
                    Folders.cause(e),
                    Text.of(
                            "check the permissions and the free space, or delete this folder",
                            "请检查权限与剩余空间，或删除此文件夹"));
        }
    }

    private static Answer with(Answer found, List<Problem> damaged) {
        List<Problem> problems = new ArrayList<>(damaged);
        problems.addAll(found.unread());
        return new Answer(found.passages(), problems);
    }

    private void pause(long until) {
        try {
            if (System.nanoTime() < until) {
                Thread.sleep(STEP);
                return;
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        throw unavailable(
                Text.of("another program is making this index", "另一程序正在生成此索引"),
                Text.of("try again once it is done", "请待其完成后重试"));
    }

    private ParleyException unavailable(Text what, Text todo) {
        return new ParleyException(Code.UNAVAILABLE, Place.of(Folders.shown(folder)), what, todo);
    }

    private String stamp(List<Entry> entries) {
        StringBuilder all = new StringBuilder(FORMAT);
        all.append(Extractor.VERSION).append(room.lexicon().hash());
        entries.forEach(entry -> all.append(entry.id()).append(entry.date()));
        return Hash.of(all.toString().getBytes(StandardCharsets.UTF_8)).hex();
    }

    private Answer find(Directory directory, String stamp, Query query, Asked asked)
            throws IOException, Stale {
        try (DirectoryReader reader = DirectoryReader.open(directory)) {
            Map<String, String> about = reader.getIndexCommit().getUserData();
            if (!stamp.equals(about.get("stamp"))) {
                throw new Stale();
            }
            requireSound(reader, stamp);
            List<Problem> unread =
                    Unread.of(about.getOrDefault("unread", "")).still(room).orElseThrow(Stale::new);
            return new Answer(passages(new IndexSearcher(reader), query, asked), unread);
        } catch (IOException e) {
            if (isDamage(e)) {
                throw new Stale();
            }
            throw e;
        }
    }

    private static boolean isDamage(IOException e) {
        return e instanceof CorruptIndexException
                || e instanceof IndexFormatTooOldException
                || e instanceof IndexFormatTooNewException
                || e instanceof NoSuchFileException
                || e instanceof FileNotFoundException
                || e instanceof EOFException;
    }

    /** A changed byte must never become another answer; looked at once for each index. */
    private void requireSound(DirectoryReader reader, String stamp) throws IOException {
        String version = stamp + reader.getIndexCommit().getSegmentsFileName();
        if (sound.equals(version)) {
            return;
        }
        for (LeafReaderContext leaf : reader.leaves()) {
            if (leaf.reader() instanceof CodecReader segment) {
                segment.checkIntegrity();
            }
        }
        sound = version;
    }

    /** In steps, since what is asked of one claim is looked at after the words. */
    private static List<Passage> passages(IndexSearcher searcher, Query query, Asked asked)
            throws IOException {
        List<Passage> found = new ArrayList<>();
        TopDocs some = searcher.search(query, AT_ONCE);
        while (some.scoreDocs.length > 0) {
            for (ScoreDoc hit : some.scoreDocs) {
                Passage one = Indexed.passage(searcher.storedFields().document(hit.doc), asked);
                if (!asked.ofClaims() || !one.claims().isEmpty()) {
                    found.add(one);
                }
                if (found.size() >= asked.most()) {
                    return found;
                }
            }
            ScoreDoc last = some.scoreDocs[some.scoreDocs.length - 1];
            some = searcher.searchAfter(last, query, AT_ONCE);
        }
        return found;
    }

    /** Makes the index; false if another program is at it. */
    private boolean build(Directory directory, String stamp, List<Entry> entries)
            throws IOException {
        IndexWriterConfig terms =
                new IndexWriterConfig(new Words(true))
                        .setOpenMode(IndexWriterConfig.OpenMode.CREATE)
                        .setCommitOnClose(false);
        try (IndexWriter writer = new IndexWriter(directory, terms)) {
            List<Unread.One> unread = new ArrayList<>();
            for (Entry entry : entries) {
                try {
                    add(writer, entry);
                } catch (ParleyException e) {
                    unread.add(
                            new Unread.One(
                                    entry.id(), room.archive().stamp(entry.id()), e.problem()));
                }
            }
            writer.setLiveCommitData(
                    Map.of("stamp", stamp, "unread", new Unread(unread).text()).entrySet());
            writer.commit();
            return true;
        } catch (LockObtainFailedException e) {
            return false;
        } catch (IOException e) {
            if (!isDamage(e)) {
                throw e;
            }
            // What is broken is not written over: its own files are read first.
            return clear(directory);
        }
    }

    private static boolean clear(Directory directory) throws IOException {
        try (Lock _ = directory.obtainLock(IndexWriter.WRITE_LOCK_NAME)) {
            for (String name : directory.listAll()) {
                if (!name.equals(IndexWriter.WRITE_LOCK_NAME)) {
                    directory.deleteFile(name);
                }
            }
            return true;
        } catch (LockObtainFailedException e) {
            return false;
        }
    }

    private void add(IndexWriter writer, Entry entry) throws IOException {
        ReadDocument read = room.document(entry);
        List<FoundClaim> claims = room.read(entry).claims();
        int number = -1;
        for (Block block : read.blocks()) {
            number++;
            if (block.repeats() >= 0 || block.kind() == Block.Kind.BOILERPLATE) {
                continue;
            }
            int rawFrom = read.text().rawFrom(block.from());
            int from = read.raw().codePointCount(0, rawFrom);
            int to = from + read.raw().codePointCount(rawFrom, read.text().rawTo(block.to()));
            Passage passage =
                    new Passage(
                            entry.id(),
                            entry.name(),
                            read.language(),
                            number,
                            from,
                            to,
                            read.page(rawFrom),
                            read.textOf(block),
                            List.of());
            writer.addDocument(
                    Indexed.of(
                            passage,
                            claims.stream()
                                    .filter(one ->
                                            one.anchor().from() >= from && one.anchor().from() < to)
                                    .toList()));
        }
    }
}
