// SPDX-License-Identifier: Apache-2.0
package org.parley.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.log.Event;
import org.parley.party.Card;
import org.parley.party.Node;
import org.parley.party.SimulatedNodes;
import org.parley.proof.canonical.Hash;
import org.parley.proof.checkpoint.Checkpoint;
import org.parley.proof.checkpoint.Fork;
import org.parley.proof.checkpoint.LogProof;
import org.parley.proof.merkle.InclusionProof;
import org.parley.proof.merkle.TreeHasher;
import org.parley.proof.note.Note;
import org.parley.yaml.YamlReader;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The pages of a real node, whose store is in memory, asked for over HTTP. */
class NodePagesTest {
    @TempDir private static Path home;

    private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([0-9a-f]{64})\"");
    private static final String DATA =
            "under: duties.half_yearly_data\nas-of: 2030-01-01\n"
                    + "counts: {launchers: 780}\naudience: parties\n";

    private final SimulatedNodes nodes = new SimulatedNodes(11, "XA", "XB");
    private final List<String> trail = new CopyOnWriteArrayList<>();
    private final Pages pages = pages("XA");

    @BeforeAll
    static void bringTheRules() throws IOException {
        Path rules = Path.of(System.getProperty("parley.root", ".."));
        Path folder = home.resolve("agreements/exercise-arden-borel");
        Files.createDirectories(folder);
        Files.copy(
                rules.resolve("exercises/arden-borel/agreement.yaml"),
                folder.resolve("agreement.yaml"));
    }

    private Pages pages(String party) {
        return Pages.open(home, new NodePages(nodes.node(party), trail::add));
    }

    @AfterEach
    void stop() {
        pages.close();
        assertThat(pages.defects()).isEmpty();
    }

    private void exchange() {
        nodes.say("XA", "{kind: declare, " + DATA.strip().replace("\n", ", ") + "}");
        nodes.say("XA", "{kind: declare, as-of: 2030-02-01, counts: {launchers: 781}}");
        nodes.rounds(2);
    }

    private static String token(Pages pages) {
        Matcher token = TOKEN.matcher(pages.body("/node"));
        assertThat(token.find()).isTrue();
        return token.group(1);
    }

    private static HttpResponse<String> post(
            Pages pages, String origin, String token, String kind, String yaml, String... offices) {
        StringBuilder form = new StringBuilder("token=" + token + "&kind=" + kind + "&yaml=");
        form.append(URLEncoder.encode(yaml, StandardCharsets.UTF_8));
        for (String office : offices) {
            form.append("&office=").append(office);
        }
        HttpRequest.Builder request =
                HttpRequest.newBuilder(pages.address().resolve("node/say?lang=en"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form.toString()));
        if (!origin.isEmpty()) {
            request.header("Origin", origin);
        }
        return pages.send(request.build());
    }

    private static String own(Pages pages) {
        URI address = pages.address();
        return "http://" + address.getHost() + ":" + address.getPort();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/node?lang=en",
                "/node?lang=zh&template=duties.half_yearly_data",
                "/node/proof/XA/0?lang=en",
                "/node/proof/XA/1?lang=zh",
                "/node/proof/XB/0?lang=zh",
                "/node/evidence?lang=zh",
                "/a/exercise-arden-borel/statements/XA/0?lang=en"
            })
    void everyPageAnswersAndSaysThatItIsAnExercise(String path) {
        exchange();
        HttpResponse<String> answer = pages.get(path);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("<h1", "EXERCISE <span lang=\"zh-Hans\">演练</span>", "href=\"/node?lang=")
                .doesNotContain(" style=\"", " onclick", "<script>");
    }

    @Test
    void bothStandingsStandBesideOneAnotherAndADifferenceIsMarked() {
        nodes.say("XA", "{kind: act, act: entered-into-force, effective: 2030-01-01}");
        nodes.say("XB", "{kind: act, act: entered-into-force, effective: 2030-01-01}");
        String counts = "counts: {launchers: 780, deployed_warheads: 1499, deployed_vehicles: 690}";
        nodes.say("XA", "{kind: declare, as-of: 2030-01-01, " + counts + ", audience: parties}");
        for (String base : List.of("one", "two")) {
            nodes.say(
                    "XA",
                    "{kind: inspect, form: inspection, to: [XB], audience: parties, fields: {type:"
                            + " 1, base: "
                            + base
                            + ", start: \"2030-03-10T08:00Z\", end: \"2030-03-11T08:00Z\"}}");
        }
        Pages both = Pages.open(home, new NodePages(nodes.node("XA")).beside(nodes.node("XB")));
        try (both) {
            String before = both.words("/node/both?lang=en&asOf=2030-06-01&knownOn=2030-06-01");
            assertThat(before).contains("1,499 / 1,550 ? / 1,550 ≠ differs");

            nodes.rounds(3);

            String after = both.words("/node/both?lang=en&asOf=2030-06-01&knownOn=2030-06-01");
            assertThat(after)
                    .contains("1,499 / 1,550 1,499 / 1,550 = the same")
                    .contains("of one base, XA · one · 2030-01-01 1 1 = the same")
                    .contains("of one base, XA · two · 2030-01-01 1 1 = the same")
                    .doesNotContain("≠");
        }
    }

    @Test
    void whatAProofPageHandsOutProvesTheStatementToWhoeverHasTheCards() {
        exchange();
        for (String index : List.of("0", "1")) {
            String files = "/node/proof/XA/" + index + "/XA-" + index;
            byte[] statement = pages.bytes(files + ".statement");
            LogProof proof = LogProof.parse(pages.bytes(files + ".tlog-proof"));

            Card card = nodes.node("XA").roster().card("XA").orElseThrow();
            assertThat(proof.checkpoint().open(card.log())).hasSize(2);
            Checkpoint checkpoint = Checkpoint.of(proof.checkpoint());
            InclusionProof.inTree(proof.index(), checkpoint.size(), proof.hashes())
                    .verify(TreeHasher.leafHash(statement), checkpoint.root());

            String page = pages.body("/node/proof/XA/" + index);
            assertThat(page)
                    .contains(nodes.node("XA").find("XA/" + index).orElseThrow().entry().name())
                    .contains(TreeHasher.leafHash(statement).toString())
                    .contains("parley verify XA-" + index + ".tlog-proof --entry XA-" + index);
        }
    }

    @Test
    void theOthersStatementIsProvenByTheCheckpointThatItsAuthorSigned() {
        exchange();
        try (Pages others = pages("XB")) {
            LogProof proof = LogProof.parse(others.bytes("/node/proof/XA/0/XA-0.tlog-proof"));
            Card card = nodes.node("XB").roster().card("XA").orElseThrow();
            assertThat(proof.checkpoint().open(card.log())).isNotEmpty();
            Checkpoint checkpoint = Checkpoint.of(proof.checkpoint());
            byte[] statement = others.bytes("/node/proof/XA/0/XA-0.statement");
            InclusionProof.inTree(proof.index(), checkpoint.size(), proof.hashes())
                    .verify(TreeHasher.leafHash(statement), checkpoint.root());
            assertThat(others.body("/node/proof/XA/0/XA-0.body.json")).contains("\"780\"");
        }
    }

    @Test
    void whatIsSaidOnThePageStandsInTheLogAndInTheTrail() {
        HttpResponse<String> answer =
                post(pages, own(pages), token(pages), "declare", DATA, "duty");

        assertThat(answer.statusCode()).isEqualTo(303);
        String to = answer.headers().firstValue("Location").orElseThrow();
        assertThat(to).startsWith("/node?").contains("said=XA%2F0");
        assertThat(pages.words(to.substring(0, to.indexOf('#')))).contains("Said: XA/0");
        assertThat(nodes.node("XA").find("XA/0").orElseThrow().entry().header().kind())
                .isEqualTo("declare");
        assertThat(trail).hasSize(1).first().asString().startsWith("said XA/0 sha256:");
    }

    @ParameterizedTest
    @CsvSource({
        "'', ours",
        "null, ours",
        "http://127.0.0.1:1, ours",
        "https://example.org, ours",
        "own, ''",
        "own, 00000000"
    })
    void aFormFromElsewhereIsTurnedAway(String origin, String token) {
        HttpResponse<String> answer =
                post(
                        pages,
                        origin.equals("own") ? own(pages) : origin,
                        token.equals("ours") ? token(pages) : token,
                        "declare",
                        DATA,
                        "duty");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(nodes.node("XA").progress("XA")).isEmpty();
        assertThat(trail).hasSize(1).first().asString().startsWith("turned away /node/say");
    }

    @Test
    void aNameThatOnlyLeadsHereIsNotAnswered() throws IOException {
        exchange();
        try (Socket socket = new Socket("127.0.0.1", pages.address().getPort())) {
            socket.getOutputStream()
                    .write(
                            "GET /node/proof/XA/0 HTTP/1.1\r\nHost: rebound.example\r\n"
                                    .concat("Connection: close\r\n\r\n")
                                    .getBytes(StandardCharsets.US_ASCII));
            String answer =
                    new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 403").doesNotContain("780", "sha256:");
        }
    }

    @Test
    void whatIsRefusedComesBackWithPlaceAndAdviceAndNothingIsLost() {
        String wrong = DATA.replace("780", "many") + "# <kept> & whole\n";
        HttpResponse<String> answer =
                post(pages, own(pages), token(pages), "declare", wrong, "duty");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("role=\"alert\"", "said:3:", "aria-invalid=\"true\"")
                .contains("launchers: many", "# &lt;kept&gt; &amp; whole")
                .contains("value=\"declare\" selected", "value=\"duty\" checked");
        assertThat(nodes.node("XA").progress("XA")).isEmpty();
        assertThat(trail).hasSize(1).first().asString().startsWith("refused wrong-type at said:3");
    }

    @Test
    void nothingIsSaidThatNoOfficeReleased() {
        HttpResponse<String> answer = post(pages, own(pages), token(pages), "declare", DATA);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("nobody releases it");
        assertThat(nodes.node("XA").progress("XA")).isEmpty();
    }

    @Test
    void anAnswerBeginsWithWhatItIsAboutAndIsSaidOnlyWhenSent() {
        exchange();
        Node node = nodes.node("XB");
        try (Pages others = pages("XB")) {
            assertThat(others.body("/node?lang=en"))
                    .contains("template=kinds.dispute", "about=XA%2F0");
            long before = node.progress("XB").size();
            assertThat(others.body("/node?template=kinds.dispute&about=XA/0&lang=en"))
                    .contains("about: XA/0", "launchers:   # 780", "value=\"dispute\" selected");
            assertThat(node.progress("XB")).hasSize((int) before);

            HttpResponse<String> answer =
                    post(others, own(others), token(others), "accept", "re: XA/0\n", "duty");
            assertThat(answer.statusCode()).isEqualTo(303);
            assertThat(node.find("XA/0").orElseThrow().state().in("en")).isEqualTo("accepted");
        }
    }

    @Test
    void everyFormAndDutyOfTheAgreementHasABeginningThatCanBeRead() {
        Node node = nodes.node("XA");
        String page = pages.body("/node?lang=en");
        for (String name :
                node.agreement().provisions().keySet().stream()
                        .filter(one -> one.startsWith("duties."))
                        .toList()) {
            assertThat(page).contains("template=" + name);
            SayTemplate template = SayTemplate.of(node.agreement(), name).orElseThrow();
            assertThat(YamlReader.document("said", template.yaml()).asMap().text("under"))
                    .isEqualTo(name);
        }
        for (String form : node.agreement().forms().keySet()) {
            assertThat(page).contains("template=forms." + form);
            SayTemplate template = SayTemplate.of(node.agreement(), "forms." + form).orElseThrow();
            assertThat(YamlReader.document("said", template.yaml()).asMap().text("form"))
                    .isEqualTo(form);
        }
        assertThat(SayTemplate.of(node.agreement(), "forms.nothing")).isEqualTo(Optional.empty());
    }

    @Test
    void evidenceOfTwoHistoriesIsShownWithoutAVerdictAndHandedOut() {
        String origin = nodes.node("XA").roster().card("XB").orElseThrow().origin();
        Note[] notes = new Note[2];
        for (int i = 0; i < 2; i++) {
            Checkpoint checkpoint = new Checkpoint(origin, 3, Hash.of(new byte[] {(byte) i}));
            notes[i] = checkpoint.note().signedBy(checkpoint.signedBy(nodes.keys("XB").log(), 0));
        }
        byte[] file = Fork.ofSameSize(notes[0], notes[1]).bytes();
        String name = Hash.of(file).hex();
        nodes.store("XA")
                .commit(List.of(new Event.Fact("evidence/" + name, Optional.empty(), file)));

        assertThat(pages.body("/node")).contains("/node/evidence");
        assertThat(pages.words("/node/evidence?lang=en"))
                .contains("Borel", origin, "first, size 3", Hash.of(new byte[] {1}).toString())
                .contains("both signed by " + origin, "does not show why");
        assertThat(pages.bytes("/node/evidence/" + name + ".evidence")).isEqualTo(file);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/node/proof/XA/99",
                "/node/proof/XA/x",
                "/node/proof/XC/0",
                "/node/proof/XA/0/XB-0.statement",
                "/node/proof/XA/0/XA-0.key",
                "/node/evidence/nothing.evidence"
            })
    void whatIsNotThereIsNotFound(String path) {
        exchange();
        assertThat(pages.get(path).statusCode()).isEqualTo(404);
    }
}
