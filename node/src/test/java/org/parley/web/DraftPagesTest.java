// SPDX-License-Identifier: Apache-2.0
package org.parley.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.login.Draft;
import org.parley.login.Role;
import org.parley.party.Beginning;
import org.parley.party.Node;
import org.parley.party.NodeHome;
import org.parley.party.RunningNode;
import org.parley.proof.canonical.StatementText;
import org.parley.proof.note.StatementSignatures;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A real node that asks for two officers, and people who draft and release on its pages. */
class DraftPagesTest {
    private static final String DATA =
            """
            under: duties.half_yearly_data
            as-of: 2030-01-01
            counts: {launchers: 780}
            audience: parties
            """;

    @TempDir private Path folder;
    private RunningNode running;
    private GuardedPages pages;
    private GuardedPages.Browser ana;
    private GuardedPages.Browser bo;
    private GuardedPages.Browser cy;

    @BeforeEach
    void open() {
        NodeHome home = new NodeHome(folder);
        Beginning.of(
                        Path.of(System.getProperty("parley.root", ".."))
                                .resolve("exercises/arden-borel"),
                        "XA")
                .with(List.of("duty", "second"), 2)
                .in(home, new SecureRandom());
        running = RunningNode.open(home, Clock.systemUTC(), new SecureRandom());
        pages = new GuardedPages(folder, node());
        ana = pages.in("Ana", Role.OFFICER);
        bo = pages.in("Bo", Role.OFFICER);
        cy = pages.in("Cy", Role.OFFICER);
    }

    private Node node() {
        return running.node();
    }

    @AfterEach
    void close() {
        pages.close();
        running.close();
    }

    private Draft drafted(GuardedPages.Browser by) {
        HttpResponse<String> answer =
                by.form("/node/say?lang=en", Map.of("kind", "declare", "yaml", DATA));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        Draft draft = pages.drafts().all().getFirst();
        assertThat(answer.headers().firstValue("Location"))
                .hasValue("/node/drafts?lang=en#draft-" + draft.id());
        return draft;
    }

    private static HttpResponse<String> release(
            GuardedPages.Browser by, Draft draft, String office) {
        return by.form(
                "/node/drafts/" + draft.id() + "/release?lang=en",
                Map.of("seen", draft.seen(), "office", office));
    }

    private static void assertRefused(HttpResponse<String> answer, String why) {
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("role=\"alert\"", why);
    }

    private int said() {
        return node().progress("XA").size();
    }

    @Test
    void twoOfficersWhoDidNotDraftItReleaseIt() {
        Draft draft = drafted(ana);
        assertThat(said()).isZero();
        assertRefused(release(ana, draft, "duty"), "who drafted it may not release it");
        assertThat(release(bo, draft, "duty").statusCode()).isEqualTo(303);
        assertThat(said()).isZero();
        assertRefused(release(bo, draft, "second"), "you have released it already");
        assertRefused(release(cy, draft, "duty"), "this office has released it already");
        assertRefused(release(cy, draft, "nobody"), "choose one of the list");
        assertThat(cy.get("/node/drafts?lang=en").body()).contains("Released by Bo as duty");
        assertThat(said()).isZero();

        HttpResponse<String> answer = release(cy, draft, "second");
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(cy.get(answer.headers().firstValue("Location").orElseThrow()).body())
                .contains("Said: XA/0");
        assertThat(said()).isOne();
        assertThat(pages.drafts().all()).isEmpty();
        byte[] leaf = node().prove("XA/0").orElseThrow().leaf();
        assertThat(
                        StatementSignatures.signers(
                                StatementText.read(leaf),
                                SayForm.ownCard(node()).offices(),
                                new org.parley.log.BouncyEd25519()))
                .hasSize(2);
        assertThat(pages.trail())
                .anySatisfy(line ->
                        assertThat(line)
                                .startsWith("said XA/0 sha256:")
                                .endsWith(
                                        "drafted by Ana, released by Bo as duty and Cy as second"));
    }

    @Test
    void whatWasChangedSinceItWasReadIsNotReleased() {
        Draft read = drafted(ana);
        release(bo, read, "duty");
        Map<String, String> fields = new TreeMap<>();
        fields.put("kind", "declare");
        fields.put("yaml", DATA.replace("780", "870"));
        fields.put("draft", read.id());
        assertThat(ana.form("/node/say?lang=en", fields).statusCode()).isEqualTo(303);

        assertRefused(release(cy, read, "second"), "it was changed since it was read");
        Draft changed = pages.drafts().find(read.id());
        assertThat(changed.releases()).isEmpty();
        assertThat(release(cy, changed, "second").statusCode()).isEqualTo(303);
        assertThat(said()).isZero();
    }

    @Test
    void whatIsSentBackWaitsUntilItIsWrittenAnew() {
        Draft draft = drafted(ana);
        String back = "/node/drafts/" + draft.id() + "/back?lang=en";
        assertRefused(bo.form(back, Map.of("why", " ")), "no reason is given");
        assertRefused(ana.form(back, Map.of("why", "No.")), "who drafted it may not judge it");
        assertThat(bo.form(back, Map.of("why", "Which site?")).statusCode()).isEqualTo(303);

        assertThat(ana.get("/node/drafts?lang=en").body()).contains("Bo: Which site?", "sent back");
        assertRefused(release(cy, draft, "duty"), "it was sent back");
        assertThat(ana.get("/node?draft=" + draft.id() + "&lang=en").body())
                .contains("launchers: 780", "value=\"" + draft.id() + "\"");
        assertThat(bo.get("/node?draft=" + draft.id() + "&lang=en").body())
                .doesNotContain("launchers: 780");
        Map<String, String> fields = new TreeMap<>();
        fields.put("kind", "declare");
        fields.put("yaml", DATA);
        fields.put("draft", draft.id());
        assertThat(bo.form("/node/say?lang=en", fields).body()).contains("somebody else");
        assertThat(ana.form("/node/say?lang=en", fields).statusCode()).isEqualTo(303);
        assertThat(release(cy, draft, "duty").statusCode()).isEqualTo(303);
    }

    @Test
    void onlyWhoDraftedItWithdrawsIt() {
        Draft draft = drafted(ana);
        String withdraw = "/node/drafts/" + draft.id() + "/withdraw?lang=en";
        assertRefused(bo.form(withdraw, Map.of()), "somebody else");
        assertThat(ana.form(withdraw, Map.of()).statusCode()).isEqualTo(303);
        assertThat(pages.drafts().all()).isEmpty();
        assertRefused(release(bo, draft, "duty"), "there is no such draft");
    }

    @Test
    void whatCannotBeSaidIsNotKeptAndComesBackWithItsPlace() {
        HttpResponse<String> answer =
                ana.form(
                        "/node/say?lang=en",
                        Map.of("kind", "declare", "yaml", DATA.replace("780", "many")));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("said:3:", "launchers: many");
        answer = ana.form("/node/say?lang=en", Map.of("kind", "accept", "yaml", "re: XB/7\n"));
        assertThat(answer.body()).contains("no statement of that name is held here");
        assertThat(pages.drafts().all()).isEmpty();
    }

    @Test
    void whoMayNotWriteSeesNoFormForIt() {
        assertThat(ana.get("/node?lang=en").body()).contains("id=\"say-yaml\"", "Save as a draft");
        for (Role role : List.of(Role.VIEWER, Role.ADMINISTRATOR)) {
            GuardedPages.Browser other = pages.in(role.word(), role);
            assertThat(other.get("/node?lang=en").body())
                    .contains("Logged in: " + role.word())
                    .doesNotContain("id=\"say-yaml\"");
            assertThat(other.get("/node/drafts?lang=zh").statusCode()).isEqualTo(200);
        }
    }
}
