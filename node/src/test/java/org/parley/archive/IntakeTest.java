// SPDX-License-Identifier: Apache-2.0
package org.parley.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpServer;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Documents are told of in the order given, whatever was ready first, and counted once. */
final class IntakeTest {
    private static final InetAddress HERE = InetAddress.ofLiteral("127.0.0.1");

    @TempDir Path folder;
    private Path home;
    private ReadingRoom room;

    @BeforeEach
    void begin() throws IOException {
        home = Files.createDirectories(folder.resolve("home"));
        room = new ReadingRoom(Archive.in(home), Texts.lexicon(home));
    }

    private Intake intake(int threads, boolean keep) {
        return new Intake(room, new Intake.Terms(threads, keep, Optional.empty(), Texts.TAKEN));
    }

    private List<Intake.Outcome> run(int threads, boolean keep, List<Item> items)
            throws InterruptedException {
        List<Intake.Outcome> told = new ArrayList<>();
        assertThat(intake(threads, keep).run(items, told::add)).isTrue();
        return told;
    }

    private static Item text(String name, String text) {
        return new Item(name, () -> new Item.Bytes(Texts.bytes(text), name));
    }

    private static String said(Intake.Outcome outcome) {
        return switch (outcome) {
            case Intake.Read(Taken taken) ->
                    taken.name()
                            + taken.copy().map(copy -> " of " + copy.name()).orElse("")
                            + (taken.known() ? " known" : "");
            case Intake.Bad(var problem) -> problem.toString();
            case Intake.Damaged(var problem) -> problem.toString();
        };
    }

    private List<Item> items() {
        List<Item> items = new ArrayList<>();
        items.add(text("arden", Texts.ARDEN));
        items.add(text("same", Texts.ARDEN));
        items.add(text("near", Texts.ARDEN.replace("\n\n", "\n\n\n")));
        items.add(
                new Item(
                        "gone",
                        () -> {
                            throw new IOException("EXERCISE");
                        }));
        items.add(
                new Item(
                        "fault",
                        () -> {
                            throw new IllegalStateException("EXERCISE");
                        }));
        items.add(text("borel", Texts.BOREL));
        return items;
    }

    @Test
    void theNumberOfThreadsChangesNothing() throws InterruptedException {
        List<String> one = run(1, false, items()).stream().map(IntakeTest::said).toList();
        assertThat(one)
                .containsExactly(
                        "arden",
                        "same of arden",
                        "near of arden",
                        "gone: cannot be read: exercise; check the path and the permissions",
                        "fault: cannot be read: the program failed on it (IllegalStateException);"
                                + " please report it; the other documents were read",
                        "borel");
        for (int threads = 2; threads <= 8; threads *= 2) {
            assertThat(run(threads, false, items())).extracting(IntakeTest::said).isEqualTo(one);
        }
        assertThat(room.archive().ids()).isEmpty();
    }

    @Test
    void whatIsKeptIsKnownTheNextTimeAndItsReadingIsKeptToo() throws InterruptedException {
        run(2, true, items());
        assertThat(room.archive().entries()).extracting(Entry::name).hasSize(3);
        room.archive().entries().forEach(entry -> assertThat(room.kept(entry)).isPresent());
        assertThat(run(2, true, items()))
                .extracting(IntakeTest::said)
                .contains("arden known", "same of arden known", "near of arden known");
        assertThat(room.archive().entries()).hasSize(3);
    }

    @Test
    void whatIsStoppedTakesNothingMoreInAndTellsOfNothingMore() throws InterruptedException {
        Intake intake = intake(2, true);
        List<Intake.Outcome> told = new ArrayList<>();
        Intake.Listener listener =
                outcome -> {
                    told.add(outcome);
                    assertThat(stopped(intake)).isTrue();
                };
        assertThat(intake.run(items(), listener)).isFalse();
        assertThat(told).extracting(IntakeTest::said).containsExactly("arden");
        assertThat(room.archive().entries()).extracting(Entry::name).containsExactly("arden");
    }

    /** In the same thread the lock is had at once. */
    private static boolean stopped(Intake intake) {
        try {
            return intake.stop(Duration.ofSeconds(1));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aPageOfTheWebIsTakenInUnderTheAddressThatAnswered()
            throws IOException, InterruptedException {
        String page = "<html><body><p>" + Texts.ARDEN.strip() + "</p></body></html>";
        HttpServer server = HttpServer.create(new InetSocketAddress(HERE, 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    byte[] bytes = Texts.bytes(page);
                    boolean here = exchange.getRequestURI().getPath().equals("/2030-02-06/talks");
                    if (!here) {
                        exchange.getResponseHeaders().set("Location", "/2030-02-06/talks");
                    }
                    exchange.sendResponseHeaders(here ? 200 : 301, here ? bytes.length : -1);
                    if (here) {
                        exchange.getResponseBody().write(bytes);
                    }
                    exchange.close();
                });
        server.start();
        String at = "http://127.0.0.1:" + server.getAddress().getPort();
        Path list = Files.writeString(folder.resolve("list"), "# EXERCISE\n\n" + at + "/old\n");
        try (Fetcher fetcher = new Fetcher(HERE::equals, InetAddress::getAllByName, 30)) {
            List<Intake.Outcome> told = run(2, true, Addresses.of(list, fetcher));
            assertThat(told).extracting(IntakeTest::said).containsExactly(at + "/old");
            Entry entry = room.archive().require(at + "/old");
            assertThat(entry.origin()).isEqualTo(at + "/2030-02-06/talks");
            assertThat(entry.mediaType()).isEqualTo("text/html");
            assertThat(room.archive().content(entry)).isEqualTo(Texts.bytes(page));
            assertThat(room.read(entry).claims()).hasSizeGreaterThan(1);
        } finally {
            server.stop(0);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://arden.example/",
                "file:///etc/hostname",
                "arden.example/x",
                "https://",
                "https://me:secret@arden.example/",
                "https://arden.example/a b",
                "javascript:alert(1)"
            })
    void whatIsNoAddressIsRefusedWithItsPlace(String text) throws IOException {
        Path list = Files.writeString(folder.resolve("list"), "https://a.example/\n" + text + "\n");
        try (Fetcher fetcher = new Fetcher()) {
            ParleyException e =
                    catchThrowableOfType(ParleyException.class, () -> Addresses.of(list, fetcher));
            assertThat(e.code()).isEqualTo(Code.BAD_VALUE);
            assertThat(e.place().toString()).endsWith("list:2:1");
            assertThat(e.problem().in("zh")).contains("不是可抓取的网址", "每行一个网址");
        }
    }

    @Test
    void aListHasABoundAndAddressesAreTakenForFilesOnlyWhereTheyAreNone() throws IOException {
        Path list =
                Files.writeString(
                        folder.resolve("list"),
                        "https://a.example/\n".repeat(Addresses.ADDRESSES_MAX + 1));
        try (Fetcher fetcher = new Fetcher()) {
            assertThat(
                            catchThrowableOfType(
                                            ParleyException.class,
                                            () -> Addresses.of(list, fetcher))
                                    .code())
                    .isEqualTo(Code.TOO_LARGE);
            assertThat(Addresses.item("HTTPS://A.example/x", Place.of("URL"), fetcher).name())
                    .isEqualTo("HTTPS://A.example/x");
        }
        assertThat(Addresses.isAddress("HTTPS://a.example")).isTrue();
        assertThat(Addresses.isAddress("https:/a.example")).isFalse();
        assertThat(Addresses.isAddress("ftp://a.example")).isFalse();
    }

    @Test
    void aFolderGivesItsDocumentsSortedWithoutHiddenOnesLinksAndOthers() throws IOException {
        Path texts = Files.createDirectories(folder.resolve("texts/deep"));
        Files.writeString(texts.resolve("z.TXT"), "EXERCISE");
        Files.writeString(texts.resolveSibling("b.md"), "EXERCISE");
        Files.writeString(texts.resolveSibling("a.docx"), "EXERCISE");
        Files.writeString(texts.resolveSibling("c.png"), "EXERCISE");
        Files.writeString(texts.resolveSibling(".hidden.txt"), "EXERCISE");
        Files.createSymbolicLink(texts.resolveSibling("link.txt"), texts.resolve("z.TXT"));
        Files.createSymbolicLink(texts.resolveSibling("round"), texts.getParent());
        assertThat(Inputs.of(folder.resolve("texts").toString(), InputStream.nullInputStream()))
                .extracting(item -> folder.resolve("texts").relativize(Path.of(item.name())) + "")
                .containsExactly("a.docx", "b.md", Path.of("deep", "z.TXT").toString());
        // A file that is named is meant, whatever it is called.
        assertThat(
                        Inputs.of(
                                folder.resolve("texts/c.png").toString(),
                                InputStream.nullInputStream()))
                .hasSize(1);
    }

    @Test
    void standardInputIsBounded() throws IOException, InterruptedException {
        InputStream in = new ByteArrayInputStream(Texts.bytes(Texts.ARDEN));
        Item.Bytes bytes = Inputs.of("-", in).getFirst().content().read();
        assertThat(bytes.content()).isEqualTo(Texts.bytes(Texts.ARDEN));
        assertThat(bytes.origin()).isEqualTo("-");
        InputStream endless =
                new InputStream() {
                    @Override
                    public int read() {
                        return 'x';
                    }
                };
        Item item = Inputs.of("-", endless).getFirst();
        assertThat(catchThrowableOfType(ParleyException.class, () -> item.content().read()).code())
                .isEqualTo(Code.TOO_LARGE);
    }
}
