// SPDX-License-Identifier: Apache-2.0
package org.parley.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.apache.lucene.store.Directory;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.NIOFSDirectory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.Code;
import org.parley.ParleyException;
import org.parley.archive.Archive;
import org.parley.archive.Entry;
import org.parley.archive.ReadingRoom;
import org.parley.archive.Texts;
import org.parley.extraction.FoundClaim;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/** Words are found where they stand, never in an index that is damaged or of other documents. */
final class SearchIndexTest {
    /** EXERCISE: in traditional characters. */
    private static final String CADRIA = "EXERCISE 演練\n\n阿登與博雷爾於2031年3月在卡德里亞舉行導彈發射通報會談。\n";

    @TempDir Path home;

    private ReadingRoom room;
    private Entry arden;
    private Entry borel;

    @BeforeEach
    void putSomeIn() {
        Archive archive = Archive.in(home);
        room = new ReadingRoom(archive, Texts.lexicon(home));
        arden = archive.put(Texts.bytes(Texts.ARDEN), Texts.entry(Texts.ARDEN, "arden.txt"));
        borel = archive.put(Texts.bytes(Texts.BOREL), Texts.entry(Texts.BOREL, "borel.txt"));
        archive.put(Texts.bytes(CADRIA), Texts.entry(CADRIA, "cadria.txt"));
    }

    private SearchIndex index() {
        return new SearchIndex(room);
    }

    private List<String> names(String words) {
        return index().find(Asked.words(words, 20)).passages().stream().map(Passage::name).toList();
    }

    private static Asked asked(String actor, String kind, String from, String to) {
        return new Asked(
                "",
                Optional.of(actor).filter(text -> !text.isEmpty()),
                Optional.empty(),
                Optional.of(kind).filter(text -> !text.isEmpty()).map(FoundClaim.Kind::valueOf),
                Optional.of(from).filter(text -> !text.isEmpty()).map(LocalDate::parse),
                Optional.of(to).filter(text -> !text.isEmpty()).map(LocalDate::parse),
                20);
    }

    @Test
    void englishIsFoundByItsStemsAndPhrasesInTheirOrder() {
        assertThat(names("warhead")).containsExactly("arden.txt");
        assertThat(names("\"talks on nuclear arms control\"")).containsExactly("arden.txt");
        assertThat(names("\"control arms nuclear\"")).isEmpty();
        assertThat(names("control arms nuclear")).containsExactly("arden.txt");
    }

    @Test
    void chineseIsFoundInEitherScriptByPhraseOrBySingleCharacter() {
        assertThat(names("核弹头")).containsExactly("borel.txt");
        assertThat(names("核彈頭")).containsExactly("borel.txt");
        assertThat(names("导弹发射")).containsExactly("cadria.txt");
        assertThat(names("發射通報")).containsExactly("cadria.txt");
        assertThat(names("枚")).containsExactly("borel.txt");
        assertThat(names("弹核头")).isEmpty();
    }

    @Test
    void aPassageSaysWhereItsWordsAndItsClaimsStand() {
        Passage one = index().find(Asked.words("stockpile", 5)).passages().getFirst();
        assertThat(Texts.ARDEN.substring(one.from(), one.to())).contains("480 nuclear warheads");
        Passage.Quoted claim = one.claims().getFirst();
        assertThat(Texts.ARDEN.substring(claim.from(), claim.to())).contains("480");
        assertThat(one.address()).isEqualTo("/documents/" + arden.hex() + "#claim-" + claim.id());
        Passage bare = index().find(Asked.words("EXERCISE", 5)).passages().getFirst();
        assertThat(bare.address()).matches("/documents/[0-9a-f]{64}#b0");
    }

    @Test
    void whatIsAskedOfAClaimHasToFitOneAndTheSame() {
        SearchIndex index = index();
        assertThat(index.find(asked("XB", "QUANTITY", "", "")).passages())
                .extracting(Passage::name)
                .containsExactly("borel.txt");
        assertThat(index.find(asked("XA", "MEETING", "2030-02-05", "2030-02-05")).passages())
                .extracting(Passage::name)
                .containsExactlyInAnyOrder("arden.txt", "borel.txt");
        assertThat(index.find(asked("", "MEETING", "2031-01-01", "")).passages())
                .extracting(Passage::name)
                .containsExactly("cadria.txt");
        // A number without a day fits no day.
        assertThat(index.find(asked("", "QUANTITY", "2000-01-01", "2100-01-01")).passages())
                .isEmpty();
    }

    @Test
    void aDamagedIndexIsMadeAnewAndGivesTheSameAnswer() throws IOException {
        List<Passage> before = index().find(Asked.words("talks", 20)).passages();
        assertThat(before).isNotEmpty();
        // A repair gives the files other names: each look is at those there now.
        for (int i = 0; i < files().size(); i++) {
            Path file = files().get(i);
            byte[] bytes = Files.readAllBytes(file);
            if (bytes.length > 0) {
                bytes[bytes.length / 2] ^= 0x55;
                Files.write(file, bytes);
                assertThat(index().find(Asked.words("talks", 20)).passages())
                        .as(file.toString())
                        .isEqualTo(before);
            }
        }
        for (int i = 0; i < files().size(); i++) {
            Files.delete(files().get(i));
            assertThat(index().find(Asked.words("talks", 20)).passages()).isEqualTo(before);
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(home.resolve("archive/index"))) {
            return all.filter(file -> !file.endsWith("write.lock")).sorted().toList();
        }
    }

    @Test
    void aDocumentThatCannotBeReadIsNamedUntilItIsWholeAgain() throws IOException {
        String hex = borel.hex();
        Path file = home.resolve("archive/sha256/" + hex.substring(0, 2) + "/" + hex.substring(2));
        byte[] whole = Files.readAllBytes(file);
        Files.writeString(file, "EXERCISE");
        for (int i = 0; i < 2; i++) {
            Answer answer = index().find(Asked.words("talks", 20));
            assertThat(answer.passages()).extracting(Passage::name).contains("arden.txt");
            assertThat(answer.unread()).singleElement().extracting("code").isEqualTo(Code.CORRUPT);
        }
        Files.write(file, whole);
        assertThat(index().find(Asked.words("弹头", 20)).unread()).isEmpty();
        assertThat(names("弹头")).containsExactly("borel.txt");
    }

    @Test
    void manyMaySearchAtOnceWhileTheIndexIsMade() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
            List<Future<Answer>> begun = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                begun.add(threads.submit(() -> index().find(Asked.words("warheads", 20))));
            }
            for (Future<Answer> one : begun) {
                assertThat(one.get().passages()).hasSize(1);
            }
        }
    }

    @Test
    void whoeverMakesTheIndexForTooLongIsNamed() throws IOException {
        Files.createDirectories(home.resolve("archive/index"));
        try (Directory directory = new NIOFSDirectory(home.resolve("archive/index"));
                Lock held = directory.obtainLock("write.lock")) {
            held.ensureValid();
            SearchIndex waiting = new SearchIndex(room, Duration.ofMillis(120));
            ParleyException e =
                    catchThrowableOfType(
                            ParleyException.class, () -> waiting.find(Asked.words("talks", 20)));
            assertThat(e.code()).isEqualTo(Code.UNAVAILABLE);
            assertThat(e.problem().in("zh")).contains("另一程序正在生成此索引");
        }
        assertThat(names("stockpile")).hasSize(1);
    }

    @Test
    void anotherFolderInItsPlaceIsToldAndNotReplaced() throws IOException {
        Files.createDirectories(home.resolve("archive"));
        Files.writeString(home.resolve("archive/index"), "no folder");
        assertThatThrownBy(() -> index().find(Asked.words("talks", 20)))
                .isInstanceOfSatisfying(
                        ParleyException.class,
                        e -> assertThat(e.code()).isEqualTo(Code.UNAVAILABLE));
    }

    @Test
    void noQuestionAndALongOneAreRefused() {
        for (String words : List.of("", "  ", "。", "\"\"")) {
            assertThatThrownBy(() -> index().find(Asked.words(words, 20)))
                    .isInstanceOfSatisfying(
                            ParleyException.class, e -> assertThat(e.code()).isEqualTo(Code.USAGE));
        }
        assertThatThrownBy(() -> index().find(Asked.words("a".repeat(1_001), 20)))
                .isInstanceOfSatisfying(
                        ParleyException.class, e -> assertThat(e.code()).isEqualTo(Code.TOO_LARGE));
    }
}
