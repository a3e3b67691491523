// SPDX-License-Identifier: Apache-2.0
package org.parley.cli;

import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.login.Drafts;
import org.parley.login.Login;
import org.parley.party.Card;
import org.parley.party.Node;
import org.parley.party.NodeHome;
import org.parley.party.Rounds;
import org.parley.party.RunningNode;
import org.parley.record.Folders;
import org.parley.web.NodePages;
import org.parley.web.Site;
import org.parley.web.WebServer;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Runs a node until it is interrupted. */
@Command(name = "run", description = "Run this node: exchange with the others, serve its pages.")
final class NodeRunCommand extends LibraryCommand {
    private static final int ROUND_SECONDS_MAX = 3_600;

    @Mixin final PagesOptions pages = new PagesOptions();

    @Option(
            names = "--every",
            paramLabel = "SECONDS",
            description = "pause between rounds with the others (2)")
    int every = 2;

    @Override
    public Integer call() throws InterruptedException {
        if (every < 1 || every > ROUND_SECONDS_MAX) {
            throw new ParleyException(
                    Code.USAGE, Place.of("--every"), "\"" + every + "\"", "use 1 to 3600");
        }
        pages.plan();
        PrintWriter out = out();
        PrintWriter err = command().commandLine().getErr();
        BiConsumer<String, Exception> defects =
                (where, failure) -> {
                    err.println("while answering " + where + ": " + failure);
                    err.flush();
                };
        SecureRandom chance = new SecureRandom();
        NodeHome home = new NodeHome(options.home);
        RunningNode running = RunningNode.open(home, Clock.systemUTC(), chance);
        Runtime.getRuntime().addShutdownHook(new Thread(running::close, "stopping"));
        Node node = running.node();
        mark(node.agreement());
        Card own = node.roster().card(node.roster().own()).orElseThrow();
        String address = own.address().orElse("127.0.0.1:0");
        int colon = address.lastIndexOf(':');
        int listening =
                running.listen(
                        address.substring(0, colon),
                        Integer.parseInt(address.substring(colon + 1)),
                        defects);
        out.println(in("Exchange: ", "交换端口：") + address.substring(0, colon) + ":" + listening);
        if (!own.witnessOnly()) {
            Site site =
                    Site.open(options.shipped(), options.home, Clock.systemUTC(), Version.number());
            Consumer<String> trail = line -> note(home, line, defects);
            Clock clock = Clock.systemUTC();
            PagesOptions.Opened opened = pages.open(options.home, clock, chance, trail);
            site.attach(
                    new NodePages(node, trail).keeping(new Drafts(options.home, clock, chance)));
            WebServer server = WebServer.start(site, opened.door(), defects);
            out.println(in("Pages: ", "网页：") + server.address().resolve("node"));
            tell(opened, out);
        }
        running.takeCommands(chance);
        out.println(in("Press Ctrl-C to end.", "按 Ctrl-C 结束。"));
        out.flush();
        Map<String, String> told = new TreeMap<>();
        running.makeRounds(Duration.ofSeconds(every), rounds -> tell(rounds, told, err));
        new CountDownLatch(1).await();
        return 0;
    }

    /** What people have to do before they can log in. */
    private void tell(PagesOptions.Opened opened, PrintWriter out) {
        opened.own()
                .ifPresent(own -> {
                    out.println(
                            in("Certificate for browsers to trust: ", "须由浏览器信任的证书：")
                                    + Folders.shown(opened.file()));
                    out.println("  SHA-256 " + own.fingerprint().hex());
                });
        opened.door()
                .login()
                .flatMap(Login::first)
                .ifPresent(link -> {
                    out.println(
                            in(
                                    "The administrator's link, for once and for 15 minutes:",
                                    "管理员链接，可用一次，15 分钟内有效："));
                    out.println("  " + link);
                });
    }

    /** A node that cannot write this can still speak: what it said is in its log. */
    private static void note(NodeHome home, String line, BiConsumer<String, Exception> defects) {
        try {
            Files.writeString(
                    home.trail(),
                    Instant.now() + " " + line + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            defects.accept(home.trail().toString(), e);
        }
    }

    /** A problem is told when it begins, changes or ends; not once a round. */
    private void tell(List<Rounds.Round> rounds, Map<String, String> told, PrintWriter err) {
        for (Rounds.Round round : rounds) {
            String now = round.problem().map(e -> e.problem().in(language())).orElse("");
            String before = told.put(round.peer(), now);
            if (!now.equals(before == null ? "" : before)) {
                err.println(now.isEmpty() ? round.peer() + in(": reached again", "：已恢复联系") : now);
                err.flush();
            }
        }
    }
}
