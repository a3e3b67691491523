// SPDX-License-Identifier: Apache-2.0
package org.parley.cli;

import org.parley.ParleyException;
import org.parley.log.Fsck;
import org.parley.party.NodeCheck;
import org.parley.party.NodeHome;
import org.parley.record.Folders;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Locale;

/** Checks all that a node keeps, byte by byte. */
@Command(
        name = "fsck",
        description = {
            "Check all that a node keeps: journal, hashes, checkpoints, bodies, cards, keys.",
            "Changes nothing; the node may run. Exit code 1 if anything is not as it should be."
        })
final class FsckCommand extends LibraryCommand {
    private static final long PAUSE_NANOS = Duration.ofSeconds(2).toNanos();

    @Mixin final Json json = new Json();

    private long told = System.nanoTime();

    @Override
    public Integer call() {
        NodeHome home = new NodeHome(options.home);
        Fsck.Report report = NodeCheck.run(home, this::progress);
        boolean exercise = isExercise(home);
        out().print(json.asked ? json(home, report, exercise) : text(home, report, exercise));
        out().flush();
        return report.findings().isEmpty() ? 0 : Parley.WRONG;
    }

    /** Damaged rules are among what is looked for. */
    private static boolean isExercise(NodeHome home) {
        try {
            return home.agreement().agreement().exercise();
        } catch (ParleyException e) {
            return false;
        }
    }

    /** A short check says nothing; a long one where it is, every two seconds. */
    private void progress(Fsck.Step step, long done, long of) {
        long now = System.nanoTime();
        if (now - told < PAUSE_NANOS) {
            return;
        }
        told = now;
        String what =
                switch (step) {
                    case JOURNAL -> in("record", "日志");
                    case BODIES -> in("bodies", "正文");
                };
        PrintWriter err = command().commandLine().getErr();
        err.println("fsck: " + what + " " + done * 100 / Math.max(1, of) + " %");
        err.flush();
    }

    private String text(NodeHome home, Fsck.Report report, boolean exercise) {
        StringBuilder text = new StringBuilder(exercise ? "EXERCISE 演练\n" : "");
        for (Fsck.Finding finding : report.findings()) {
            text.append(finding.in(language()))
                    .append(in("\n    to do: ", "\n    处置："))
                    .append(finding.flaw().todo().in(language()))
                    .append('\n');
        }
        text.append(
                String.format(
                        Locale.ROOT,
                        in(
                                "Checked: %d records, %d entries, %d bodies, %d bytes\n",
                                "已检查：%d 条记录，%d 个条目，%d 份正文，%d 字节\n"),
                        report.records(),
                        report.entries(),
                        report.bodies(),
                        report.bytes()));
        int count = report.findings().size();
        if (count == 0) {
            return text.append(in("All of it is whole.\n", "全部完好。\n")).toString();
        }
        text.append(count).append(in(" to look at.\n", " 处问题。\n"));
        if (Files.exists(home.control())) {
            text.append(
                    in(
                            "A node runs on it: what it was just writing may look damaged. Stop it"
                                    + " and check again.\n",
                            "节点正在运行：正在写入的内容可能显示为损坏。请停止节点后再次检查。\n"));
        }
        return text.toString();
    }

    private String json(NodeHome home, Fsck.Report report, boolean exercise) {
        JsonMapper mapper = JsonMapper.builder().build();
        ObjectNode root = mapper.createObjectNode();
        root.put("home", Folders.shown(home.path()));
        root.put("exercise", exercise);
        root.put("whole", report.findings().isEmpty());
        root.put("records", report.records());
        root.put("entries", report.entries());
        root.put("bodies", report.bodies());
        root.put("bytes", report.bytes());
        ArrayNode findings = root.putArray("findings");
        for (Fsck.Finding finding : report.findings()) {
            ObjectNode node = findings.addObject();
            node.put("file", finding.file());
            if (finding.offset() >= 0) {
                node.put("offset", finding.offset());
            }
            node.put("flaw", finding.flaw().slug());
            node.put("mends", finding.flaw().mends());
            if (!finding.about().isEmpty()) {
                node.put("about", finding.about());
            }
            node.put("what", finding.flaw().what().in(language()));
            node.put("todo", finding.flaw().todo().in(language()));
        }
        return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    }
}
