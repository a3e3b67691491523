// SPDX-License-Identifier: Apache-2.0
package org.parley.cli;

import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.exchange.Courier;
import org.parley.exchange.FolderLog;
import org.parley.exchange.WebLog;
import org.parley.log.BouncyEd25519;
import org.parley.party.Card;
import org.parley.party.CarriedWords;
import org.parley.party.LogAudit;
import org.parley.proof.ProofException;
import org.parley.proof.ProofException.Reason;
import org.parley.proof.bundle.Step;
import org.parley.proof.canonical.Hash;
import org.parley.proof.checkpoint.Checkpoint;
import org.parley.proof.checkpoint.Conflict;
import org.parley.proof.checkpoint.CoseReceipt;
import org.parley.proof.checkpoint.Fork;
import org.parley.proof.checkpoint.LogProof;
import org.parley.proof.checkpoint.Policy;
import org.parley.proof.checkpoint.Rollback;
import org.parley.proof.merkle.TreeHasher;
import org.parley.proof.note.Note;
import org.parley.proof.tile.LogFiles;
import org.parley.record.Folders;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Checks a log, a courier file, evidence, a proof or a receipt, with nobody's help but the keys.
 */
@Command(
        name = "verify",
        description =
                "Check a log, a courier file, evidence, a proof or a receipt, with keys from"
                        + " cards.")
final class VerifyCommand extends LibraryCommand {
    private static final Set<Step> OF_PARLEY = Set.of(Step.STATEMENTS, Step.OFFICE_SIGNATURES);
    private static final byte[] ZIP = {'P', 'K'};

    @Parameters(
            paramLabel = "WHAT",
            description = {
                "a folder with a log (tlog-tiles), its address (https://…),",
                "a courier file, an .evidence, a .tlog-proof or a COSE receipt"
            })
    String what = "";

    @Option(names = "--card", paramLabel = "FILE", description = "a card whose keys are believed")
    List<Path> cardFiles = new ArrayList<>();

    @Option(
            names = "--policy",
            paramLabel = "FILE",
            description = "who must have cosigned (tlog-policy); nobody, if left out")
    Optional<Path> policyFile = Optional.empty();

    @Option(
            names = "--kept",
            paramLabel = "FILE",
            description = "a checkpoint kept from last time: the log must have grown from it")
    Optional<Path> keptFile = Optional.empty();

    @Option(
            names = "--entry",
            paramLabel = "FILE",
            description = "with a proof or a receipt: the entry that it is about")
    Optional<Path> entryFile = Optional.empty();

    @Option(
            names = "--log-only",
            description = "only the log: its entries need not be statements of Parley")
    boolean logOnly;

    @Mixin final Json json = new Json();

    @Override
    public Integer call() {
        VerifyReport report = new VerifyReport(language());
        KnownKeys keys = new KnownKeys(cards(), policy());
        Path file = what.contains("://") ? Path.of("") : Path.of(what);
        if (what.startsWith("http://") || what.startsWith("https://")) {
            requireKeys(keys);
            try (WebLog log = new WebLog(what)) {
                audit(report, what, log, keys);
            }
        } else if (Files.isDirectory(file) && !what.contains("://")) {
            requireKeys(keys);
            audit(report, Folders.shown(file), new FolderLog(file), keys);
        } else {
            file(report, file, keys);
        }
        out().print(json.asked ? report.json() : report.text());
        out().flush();
        return report.holds() ? 0 : Parley.WRONG;
    }

    private void file(VerifyReport report, Path file, KnownKeys keys) {
        byte[] head = bytes(file, Conflict.FIRST_LINE.length());
        String shown = Folders.shown(file);
        if (Arrays.equals(head, 0, Math.min(2, head.length), ZIP, 0, 2)) {
            courier(report, file, shown, keys);
        } else if (startsWith(head, Conflict.FIRST_LINE)) {
            requireKeys(keys);
            evidence(report, shown, bytes(file, Conflict.BYTES_MAX + 1), keys);
        } else if (startsWith(head, LogProof.FIRST_LINE)) {
            requireKeys(keys);
            proof(report, shown, bytes(file, LogProof.BYTES_MAX + 1), keys);
        } else if (CoseReceipt.beginsLikeOne(head)) {
            requireKeys(keys);
            receipt(report, shown, bytes(file, CoseReceipt.BYTES_MAX + 1), keys);
        } else {
            throw new ParleyException(
                    Code.WRONG_TYPE,
                    Place.of(shown),
                    "neither a folder with a log, a courier file, evidence, a proof nor a"
                            + " receipt",
                    "name one of these, or an address that begins with https://");
        }
    }

    private static boolean startsWith(byte[] head, String line) {
        int shorter = Math.min(head.length, line.length());
        return shorter > 2 && line.startsWith(new String(head, 0, shorter, StandardCharsets.UTF_8));
    }

    private void audit(VerifyReport report, String subject, LogFiles log, KnownKeys keys) {
        Optional<Checkpoint> kept =
                keptFile.map(file -> Checkpoint.of(Note.parse(bytes(file, Note.BYTES_MAX + 1))));
        LogAudit audit = LogAudit.run(log, keys.cards(), keys::policy, kept, new BouncyEd25519());
        report.add(
                subject,
                audit.results().stream()
                        .filter(r -> !logOnly || !OF_PARLEY.contains(r.step()))
                        .toList());
        if (!logOnly) {
            audit.changes().forEach(change -> changed(report, subject, change));
        }
    }

    /** What the log says about its owner's keys, and what that rests on. */
    private void changed(VerifyReport report, String subject, LogAudit.Change change) {
        Card card = change.card();
        String entry = card.name() + "/" + change.index();
        report.passed(
                subject,
                "key-changes",
                1,
                entry + in(": card ", "：名片 ") + card.version() + "  " + card.hash());
        change.since()
                .ifPresent(since ->
                        report.remark(
                                entry
                                        + " says that keys were lost: what lies from "
                                        + card.name()
                                        + "/"
                                        + since
                                        + " up to it may be somebody else's.",
                                entry
                                        + " 声明密钥已遗失：自 "
                                        + card.name()
                                        + "/"
                                        + since
                                        + " 起至此的条目可能出自他人。"));
    }

    private void courier(VerifyReport report, Path file, String shown, KnownKeys given) {
        try (Courier courier = Courier.open(file, shown)) {
            KnownKeys keys = given;
            if (given.cards().isEmpty() && given.given().isEmpty()) {
                List<Card> inside = new ArrayList<>();
                for (Map.Entry<String, byte[]> one : courier.cards().entrySet()) {
                    inside.add(Card.read(one.getValue(), Place.of(shown + ":" + one.getKey())));
                }
                keys = new KnownKeys(inside, Optional.empty());
                report.remark(
                        "The keys are from the file's own cards: they are only as good as these"
                                + " hashes compared with the parties by voice.",
                        "所用公钥取自文件内的名片：只有与各方口头核对下列哈希值后方可信赖。");
                inside.forEach(card ->
                        report.remark(
                                "  " + card.name() + "  " + card.hash(),
                                "  " + card.name() + "  " + card.hash()));
            }
            for (String origin : courier.origins()) {
                audit(report, origin, courier.log(origin), keys);
            }
            report.passed(shown, "bodies", courier.bodies().size(), "");
            CarriedWords.erased(courier)
                    .forEach(gone -> report.erased(shown, gone.ref(), gone.words()));
        }
    }

    private void evidence(VerifyReport report, String shown, byte[] bytes, KnownKeys keys) {
        try {
            switch (Conflict.parse(bytes)) {
                case Fork fork -> fork(report, shown, fork.verify(keys.all(), new BouncyEd25519()));
                case Rollback back ->
                        rollback(report, shown, back.verify(keys.all(), new BouncyEd25519()));
            }
        } catch (ProofException e) {
            report.failed(shown, "evidence", e);
        }
    }

    private void rollback(VerifyReport report, String shown, Rollback.Shown back) {
        report.passed(
                shown,
                "evidence",
                1,
                in("rolled-back-log: ", "rolled-back-log（日志回退）：")
                        + back.first().origin()
                        + in(" signed size ", " 签署规模 ")
                        + back.first().size()
                        + in(" at ", "，时间 ")
                        + back.signed()
                        + in(", after size ", "，晚于规模 ")
                        + back.second().size()
                        + ": "
                        + back.earlier());
        report.remark(
                "It shows what was signed, and when by its signers' clocks; a clock that was set"
                        + " back looks the same.",
                "它表明签署了什么、按签署者的时钟在何时签署；时钟被拨回时情形相同。");
    }

    private void fork(VerifyReport report, String shown, Fork.Shown fork) {
        String who = String.join(", ", fork.signedBoth());
        report.passed(
                shown,
                "evidence",
                1,
                in("forked-log: two histories were signed by ", "forked-log（日志分叉）：签署了两份相互矛盾的历史：")
                        + who);
        String at = in(" at size ", "，条数 ") + fork.first().size() + ": ";
        report.remark(
                fork.first().origin()
                        + at
                        + fork.first().root()
                        + " / "
                        + fork.rootInSecond()
                        + " (size "
                        + fork.second().size()
                        + ": "
                        + fork.second().root()
                        + ")",
                fork.first().origin()
                        + at
                        + fork.first().root()
                        + " / "
                        + fork.rootInSecond()
                        + "（条数 "
                        + fork.second().size()
                        + "："
                        + fork.second().root()
                        + "）");
    }

    /** The leaf hash of the entry that a proof or a receipt is about. */
    private Hash leaf(String shown) {
        Path entry =
                entryFile.orElseThrow(() ->
                        new ParleyException(
                                Code.USAGE,
                                Place.of(shown),
                                "a proof is about an entry",
                                "name its file: --entry FILE"));
        return TreeHasher.leafHash(bytes(entry, 1 << 20));
    }

    private void receipt(VerifyReport report, String shown, byte[] bytes, KnownKeys keys) {
        Hash leaf = leaf(shown);
        if (!keys.policy().quorum().equals(Policy.NONE)) {
            throw new ParleyException(
                    Code.USAGE,
                    Place.of("--policy"),
                    "a receipt has no cosignatures, so it meets no quorum",
                    "name the log's card: --card FILE; or check a proof");
        }
        String step = "receipt";
        try {
            CoseReceipt receipt = CoseReceipt.parse(bytes);
            step = "inclusion";
            CoseReceipt.Held held =
                    receipt.verify(
                            leaf,
                            keys.policy().logs().stream().map(Policy.Known::key).toList(),
                            new BouncyEd25519());
            report.passed(
                    shown,
                    step,
                    1,
                    in("entry ", "条目 ")
                            + receipt.index()
                            + in(" of ", " / ")
                            + receipt.size()
                            + "  "
                            + held.signer().name());
            report.remark(
                    "Signed is the root that the entry leads to: "
                            + held.root()
                            + ". Place and size are the receipt's own word.",
                    "所签署的是由该条目推得的根：" + held.root() + "。位置与条数仅为回执自述。");
        } catch (ProofException e) {
            boolean signature =
                    e.reason() == Reason.BAD_SIGNATURE || e.reason() == Reason.NO_KNOWN_KEY;
            report.failed(shown, signature ? "log-signature" : step, e);
        }
    }

    private void proof(VerifyReport report, String shown, byte[] bytes, KnownKeys keys) {
        Hash leaf = leaf(shown);
        try {
            LogProof proof = LogProof.parse(bytes);
            Policy.Accepted accepted = proof.verify(leaf, keys.policy(), new BouncyEd25519());
            report.passed(
                    shown,
                    "inclusion",
                    1,
                    in("entry ", "条目 ")
                            + proof.index()
                            + in(" of ", " / ")
                            + accepted.checkpoint().size()
                            + "  "
                            + accepted.checkpoint().origin());
        } catch (ProofException e) {
            report.failed(shown, "inclusion", e);
        }
    }

    private static void requireKeys(KnownKeys keys) {
        if (keys.cards().isEmpty() && keys.given().isEmpty()) {
            throw new ParleyException(
                    Code.USAGE,
                    Place.of("--card"),
                    "nobody's keys are given, so nothing could be believed",
                    "add --card FILE for each party, or --policy FILE");
        }
    }

    private List<Card> cards() {
        return cardFiles.stream()
                .map(file ->
                        Card.read(bytes(file, Card.BYTES_MAX + 1), Place.of(Folders.shown(file))))
                .toList();
    }

    private Optional<Policy> policy() {
        return policyFile.map(file -> {
            try {
                return Policy.parse(bytes(file, Note.BYTES_MAX + 1));
            } catch (ProofException e) {
                throw new ParleyException(
                        Code.SYNTAX, Place.of(Folders.shown(file)), e.getMessage(), "");
            }
        });
    }

    private static byte[] bytes(Path file, int bytesMax) {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(bytesMax);
        } catch (IOException e) {
            throw new ParleyException(
                    Code.UNREADABLE,
                    Place.of(Folders.shown(file)),
                    Files.exists(file) ? Folders.why(e) : "there is no such file",
                    "check the path and the permissions");
        }
    }
}
