// SPDX-License-Identifier: Apache-2.0
package org.parley.cli;

import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.Problem;
import org.parley.Text;
import org.parley.archive.Addresses;
import org.parley.archive.Fetcher;
import org.parley.archive.Inputs;
import org.parley.archive.Intake;
import org.parley.archive.Item;
import org.parley.archive.Kept;
import org.parley.archive.ReadingRoom;
import org.parley.archive.Taken;
import org.parley.extraction.FoundClaim;
import org.parley.proposal.Proposals;
import org.parley.proposal.Refused;
import org.parley.proposal.ollama.OllamaProposer;
import org.parley.web.export.FoundCsv;
import org.parley.web.export.FoundJson;

import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes documents in, and tells what they say. */
@Command(
        name = "ingest",
        description = {
            "Take in documents (PDF, HTML, Markdown, text, Word, mail) and find what they claim.",
            "Kept in the home folder by the hash of their bytes: the same again changes nothing."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:all were read",
            "1:some were not, or one of the archive is damaged: a line each on standard error",
            "2:the command line was not understood",
            "130:stopped by Ctrl-C; what was told of is kept, the same command goes on from there"
        })
final class IngestCommand extends LibraryCommand {
    private static final int THREADS_MAX = 8;

    /** What a shell calls a program that was stopped by Ctrl-C. */
    private static final int STOPPED = 130;

    private static final int SECONDS = 600;
    private static final int SECONDS_MAX = 86_400;

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Parameters(
            paramLabel = "FILE|FOLDER|URL",
            arity = "0..*",
            description = "what to take in; - is standard input")
    List<String> names = List.of();

    @Option(
            names = "--addresses",
            paramLabel = "FILE",
            description = "a list of addresses, one a line, # begins a remark")
    Optional<Path> addresses = Optional.empty();

    @Option(
            names = "--date",
            paramLabel = "DATE",
            description = "the day of these documents, where you know it and they do not say")
    Optional<String> date = Optional.empty();

    @Option(names = "--dry-run", description = "read and tell only, keep nothing")
    boolean dry;

    @Option(
            names = "--propose-with",
            paramLabel = "MODEL",
            description = {
                "also ask a model of this machine (Ollama) for claims that no rule finds; kept as",
                "proposed where their words stand in the text, and counted when a person accepts"
                        + " them"
            })
    Optional<String> model = Optional.empty();

    @Option(
            names = "--model-address",
            paramLabel = "URL",
            description = "where it answers, on this machine: " + OllamaProposer.ADDRESS)
    String modelAddress = OllamaProposer.ADDRESS;

    @Option(
            names = "--model-seconds",
            paramLabel = "N",
            description = "how long it is asked about one document, at most: 600")
    int modelSeconds = SECONDS;

    @ArgGroup Form form = new Form();

    /** In which form it is told. */
    static final class Form {
        @Option(names = "--brief", description = "a line for each document, without its claims")
        boolean brief;

        @Option(names = "--json", description = "the claims as JSON, one a line")
        boolean json;

        @Option(names = "--csv", description = "the claims as CSV")
        boolean csv;
    }

    @Override
    public Integer call() throws InterruptedException {
        try (Fetcher fetcher = new Fetcher()) {
            return call(items(fetcher));
        }
    }

    private int call(List<Item> items) throws InterruptedException {
        ReadingRoom room = options.readingRoom();
        if (model.isPresent() && dry) {
            throw new ParleyException(
                    Code.USAGE,
                    Place.of("--propose-with"),
                    Text.of("proposals are kept for review", "提议需保存以待审核"),
                    Text.of("leave --dry-run away", "请去掉 --dry-run"));
        }
        if (modelSeconds < 1 || modelSeconds > SECONDS_MAX) {
            throw new ParleyException(
                    Code.USAGE,
                    Place.of("--model-seconds"),
                    Text.of(modelSeconds + " is no time to ask in", modelSeconds + " 不是可用的时限"),
                    Text.of("give 1 to " + SECONDS_MAX, "请给出 1 至 " + SECONDS_MAX));
        }
        Duration limit = Duration.ofSeconds(modelSeconds);
        try (Proposing proposing = new Proposing(room, model, modelAddress, limit)) {
            return call(items, room, proposing);
        }
    }

    private int call(List<Item> items, ReadingRoom room, Proposing proposing)
            throws InterruptedException {
        Optional<LocalDate> day = date.map(text -> Options.day(text, "--date"));
        int threads = Math.min(THREADS_MAX, Runtime.getRuntime().availableProcessors());
        Intake intake =
                new Intake(
                        room,
                        new Intake.Terms(threads, !dry, day, InstantSource.system().instant()));
        if (form.csv) {
            out().print(FoundCsv.header());
        }
        Told told = new Told(items.size(), proposing);
        if (!run(intake, items, told)) {
            return STOPPED;
        }
        told.end();
        return told.bad + told.damaged == 0 && !proposing.failed() ? 0 : Parley.WRONG;
    }

    /**
     * Ctrl-C waits until the document that is being put away is there, and says how far it came.
     */
    private boolean run(Intake intake, List<Item> items, Told told) throws InterruptedException {
        Thread end = new Thread(() -> stop(intake, told), "ingest-end");
        Runtime.getRuntime().addShutdownHook(end);
        try {
            return intake.run(items, told);
        } catch (ParleyException e) {
            told.stopped();
            throw e;
        } finally {
            forget(end);
        }
    }

    private static void stop(Intake intake, Told told) {
        try {
            if (intake.stop(PATIENCE)) {
                told.stopped();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static void forget(Thread end) {
        try {
            Runtime.getRuntime().removeShutdownHook(end);
        } catch (IllegalStateException _) {
            // The program is ending already, and it was told how far it came.
        }
    }

    private List<Item> items(Fetcher fetcher) {
        List<Item> items = new ArrayList<>();
        for (String name : names) {
            if (Addresses.isAddress(name)) {
                items.add(Addresses.item(name, Place.of("URL"), fetcher));
            } else {
                items.addAll(Inputs.of(name, standard()));
            }
        }
        addresses.ifPresent(list -> items.addAll(Addresses.of(list, fetcher)));
        if (names.isEmpty() && addresses.isEmpty()) {
            throw new ParleyException(
                    Code.USAGE,
                    Place.of("ingest"),
                    Text.of("nothing to take in", "没有要收入的内容"),
                    Text.of(
                            "name files, folders or addresses: parley ingest FILE|FOLDER|URL…",
                            "请给出文件、文件夹或网址：parley ingest FILE|FOLDER|URL…"));
        }
        return items;
    }

    private static InputStream standard() {
        return System.in;
    }

    /** Prints what became of each, in order. */
    private final class Told implements Intake.Listener {
        private final DocumentText text = new DocumentText(language());
        private final FoundText claims = new FoundText(language());
        private final PrintWriter err = command().commandLine().getErr();
        private final int total;
        private final Proposing proposing;
        private int done;
        private int bad;
        private int damaged;
        private int anew;
        private int found;

        Told(int total, Proposing proposing) {
            this.total = total;
            this.proposing = proposing;
        }

        @Override
        public void told(Intake.Outcome outcome) {
            switch (outcome) {
                case Intake.Damaged(Problem problem) -> {
                    damaged++;
                    err.println(problem.in(language()));
                }
                case Intake.Bad(Problem problem) -> {
                    done++;
                    bad++;
                    err.println(progress() + problem.in(language()));
                }
                case Intake.Read(Taken taken) -> {
                    done++;
                    read(taken);
                    proposing.problem().ifPresent(why -> err.println(why.in(language())));
                }
            }
        }

        private void read(Taken taken) {
            anew += taken.known() || taken.copy().filter(Taken.Copy::exact).isPresent() ? 0 : 1;
            // What a copy says was said once; what counts is the document that it copies.
            found += taken.copy().isPresent() ? 0 : taken.reading().claims().size();
            Kept kept = new Kept(taken.entry(), taken.reading());
            PrintWriter out = out();
            if (form.json) {
                taken.reading().claims().forEach(claim -> out.print(FoundJson.line(kept, claim)));
            } else if (form.csv) {
                out.print(FoundCsv.rows(List.of(kept)));
            } else {
                out.println(progress() + text.line(taken.entry(), taken.reading()) + remark(taken));
                if (!form.brief) {
                    for (FoundClaim claim : taken.reading().claims()) {
                        claims.lines(claim).forEach(out::println);
                    }
                }
            }
            if (taken.copy().isEmpty()) {
                proposing.about(taken).ifPresent(proposals -> proposed(kept, proposals));
            } else if (proposing.asks()) {
                notAsked(taken.copy().get());
            }
            out.flush();
        }

        /** Why a model is not asked, though somebody wants it to be. */
        private void notAsked(Taken.Copy copy) {
            String why =
                    in("the model is not asked about a copy; what counts is ", "副本不询问模型；计入的是 ")
                            + copy.name();
            if (form.json || form.csv) {
                err.println(why);
            } else {
                out().println("    " + why);
            }
        }

        /** What a model proposes, apart from what was found. */
        private void proposed(Kept kept, Proposals proposals) {
            PrintWriter out = out();
            if (proposals.late()) {
                err.println(
                        kept.entry().name()
                                + in(
                                        ": the time for asking was over; see --model-seconds",
                                        "：询问时限已到，部分段落未询问；见 --model-seconds"));
            }
            if (form.csv) {
                out.print(FoundCsv.rows(List.of(kept.with(proposals.claims()))));
                return;
            }
            if (form.json) {
                proposals.claims().forEach(claim -> out.print(FoundJson.line(kept, claim)));
                proposals.refused().forEach(one -> out.print(refusedLine(kept, one)));
                return;
            }
            out.println(
                    in("    proposed, not counted: ", "    提议（不计入）：")
                            + proposals.claims().size()
                            + in("; not taken: ", "；未采纳：")
                            + proposals.refused().size());
            if (!form.brief) {
                proposals.claims().forEach(claim -> claims.lines(claim).forEach(out::println));
                for (Refused one : proposals.refused()) {
                    out.println(
                            in("    not taken: ", "    未采纳：")
                                    + one.why().in(language())
                                    + "  “"
                                    + one.quote()
                                    + "”");
                }
            }
        }

        private String refusedLine(Kept kept, Refused one) {
            return FoundJson.refused(
                    kept, one.kind(), one.quote(), one.why().en(), proposing.name());
        }

        private String progress() {
            return total > 1 ? "[" + done + "/" + total + "] " : "";
        }

        private String remark(Taken taken) {
            Optional<Taken.Copy> copy = taken.copy();
            if (copy.isPresent()) {
                String name = copy.get().name();
                return copy.get().exact()
                        ? in("  (the same bytes as ", "（与此文件逐字节相同：") + name + in(")", "）")
                        : in("  (a copy of ", "（内容与此文件相同：") + name + in(")", "）");
            }
            return (taken.known() ? in("  (known)", "（已收入）") : "") + unread(taken);
        }

        private String unread(Taken taken) {
            return taken.reading()
                    .head()
                    .unread()
                    .map(names -> in("  (attached, not read: ", "（附件未读取：") + names + in(")", "）"))
                    .orElse("");
        }

        /** How far it came before it was stopped. */
        void stopped() {
            out().flush();
            err.println(
                    in("stopped after ", "已停止，处理了 ")
                            + done
                            + in(" of ", " / ")
                            + total
                            + (dry ? in("; nothing was kept", " 份；未保存任何内容") : kept()));
            err.flush();
        }

        private String kept() {
            return in(
                    "; what was told of is kept, and the same command goes on from there",
                    " 份；已列出的均已保存，再次执行同一命令即从此处继续");
        }

        void end() {
            if (form.json || form.csv) {
                return;
            }
            if (total == 0) {
                out().println(in("no documents", "没有文件"));
                return;
            }
            int known = total - bad - anew;
            out().println(
                            in(
                                    anew
                                            + " new, "
                                            + known
                                            + " known, "
                                            + bad
                                            + " not read; "
                                            + text.claims(found),
                                    "新收入 "
                                            + anew
                                            + " 份，已有 "
                                            + known
                                            + " 份，未能读取 "
                                            + bad
                                            + " 份；"
                                            + text.claims(found)));
            if (dry) {
                out().println(in("nothing was kept", "未保存任何内容"));
            }
        }
    }
}
