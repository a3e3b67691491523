// SPDX-License-Identifier: Apache-2.0
package org.parley.cli;

import org.parley.Text;
import org.parley.proof.ProofException;
import org.parley.proof.bundle.Result;
import org.parley.proof.bundle.Step;
import org.parley.proof.canonical.Hash;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** What a verification found, step by step, for people and for programs. For one thread. */
final class VerifyReport {
    /** How a step went. */
    enum State {
        PASSED("passed", "通过"),
        FAILED("FAILED", "未通过"),
        OPEN("open", "未决"),
        /** Nothing is wrong with the proofs: only what was said is gone, by a party's word. */
        ERASED("erased", "已删除"),
        SKIPPED("skipped", "未检查");

        private final String english;
        private final String chinese;

        State(String english, String chinese) {
            this.english = english;
            this.chinese = chinese;
        }
    }

    /**
     * One line.
     *
     * @param subject the log, or the file
     * @param step its word in JSON
     * @param checked how many things
     */
    record Line(
            String subject,
            String step,
            State state,
            long checked,
            OptionalLong index,
            String what,
            Optional<Hash> expected,
            Optional<Hash> actual) {}

    private final String language;
    private final List<Line> lines = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();

    VerifyReport(String language) {
        this.language = language;
    }

    private String in(String english, String chinese) {
        return language.equals("zh") ? chinese : english;
    }

    boolean holds() {
        return lines.stream()
                .noneMatch(line -> line.state() == State.FAILED || line.state() == State.SKIPPED);
    }

    /** Something that a reader has to know and that is no step. */
    void remark(String english, String chinese) {
        remarks.add(in(english, chinese));
    }

    void passed(String subject, String step, long checked, String what) {
        add(subject, step, State.PASSED, checked, OptionalLong.empty(), what);
    }

    /** A body that is not there, and who says that it was erased. */
    void erased(String subject, String ref, Text words) {
        add(
                subject,
                "bodies",
                State.ERASED,
                0,
                OptionalLong.empty(),
                ref + "  " + words.in(language));
    }

    void failed(String subject, String step, ProofException e) {
        lines.add(
                new Line(
                        subject,
                        step,
                        State.FAILED,
                        0,
                        e.index(),
                        e.getMessage(),
                        e.expected(),
                        e.actual()));
    }

    private void add(
            String subject,
            String step,
            State state,
            long checked,
            OptionalLong index,
            String what) {
        Optional<Hash> none = Optional.empty();
        lines.add(new Line(subject, step, state, checked, index, what, none, none));
    }

    /** The results of an audit. */
    void add(String subject, List<Result> results) {
        for (Result result : results) {
            String step = result.step().word();
            switch (result) {
                case Result.Passed(Step one, long checked) ->
                        passed(subject, one.word(), checked, "");
                case Result.Open(Step one, long checked, long open, long first) ->
                        add(
                                subject,
                                one.word(),
                                State.OPEN,
                                checked,
                                OptionalLong.of(first),
                                open
                                        + in(
                                                " without a key to check them with, the first is"
                                                        + " entry ",
                                                " 项没有可用的公钥，首项为条目 ")
                                        + first);
                case Result.Failed failed ->
                        lines.add(
                                new Line(
                                        subject,
                                        step,
                                        State.FAILED,
                                        0,
                                        failed.index(),
                                        failed.message(),
                                        failed.expected(),
                                        failed.actual()));
                case Result.Skipped(Step one, Step because) ->
                        add(
                                subject,
                                one.word(),
                                State.SKIPPED,
                                0,
                                OptionalLong.empty(),
                                in("because of ", "原因：") + named(because.word()));
            }
        }
    }

    private String named(String step) {
        return switch (step) {
            case "checkpoint" -> in("checkpoint", "检查点");
            case "log-signature" -> in("signature of the log", "日志签名");
            case "cosignatures" -> in("cosignatures", "联署");
            case "tiles" -> in("tree", "哈希树");
            case "growth" -> in("growth", "只增不改");
            case "entries" -> in("entries", "条目");
            case "statements" -> in("statements", "陈述格式");
            case "office-signatures" -> in("signatures of offices", "职位签名");
            case "key-changes" -> in("change of keys", "更换密钥");
            case "bodies" -> in("bodies", "正文");
            case "evidence" -> in("evidence", "证据");
            case "inclusion" -> in("inclusion", "包含证明");
            default -> step;
        };
    }

    String text() {
        StringBuilder out = new StringBuilder();
        remarks.forEach(remark -> out.append(remark).append('\n'));
        String subject = "";
        for (Line line : lines) {
            if (!line.subject().equals(subject)) {
                subject = line.subject();
                out.append(subject).append('\n');
            }
            out.append("  ").append(in(line.state().english, line.state().chinese));
            out.append("  ").append(named(line.step()));
            if (line.state() == State.PASSED && line.checked() > 1) {
                out.append(": ").append(line.checked());
            }
            if (!line.what().isEmpty()) {
                out.append(": ").append(line.what());
            }
            out.append('\n');
            line.index()
                    .ifPresent(at ->
                            out.append(in("      at index ", "      位置：")).append(at).append('\n'));
            line.expected()
                    .ifPresent(hash ->
                            out.append(in("      expected ", "      应为 "))
                                    .append(hash)
                                    .append('\n'));
            line.actual()
                    .ifPresent(hash ->
                            out.append(in("      actual   ", "      实为 "))
                                    .append(hash)
                                    .append('\n'));
        }
        boolean holds = holds();
        out.append(holds ? in("It holds.", "核验成立。") : in("It does NOT hold.", "核验不成立。"));
        return out.append('\n').toString();
    }

    String json() {
        JsonMapper mapper = JsonMapper.builder().build();
        ObjectNode root = mapper.createObjectNode();
        root.put("holds", holds());
        ArrayNode told = root.putArray("remarks");
        remarks.forEach(told::add);
        ArrayNode steps = root.putArray("steps");
        for (Line line : lines) {
            ObjectNode node = steps.addObject();
            node.put("subject", line.subject());
            node.put("step", line.step());
            node.put("state", line.state().name().toLowerCase(Locale.ROOT));
            node.put("checked", line.checked());
            line.index().ifPresent(at -> node.put("index", at));
            if (!line.what().isEmpty()) {
                node.put("what", line.what());
            }
            line.expected().ifPresent(hash -> node.put("expected", hash.toString()));
            line.actual().ifPresent(hash -> node.put("actual", hash.toString()));
        }
        return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    }
}
