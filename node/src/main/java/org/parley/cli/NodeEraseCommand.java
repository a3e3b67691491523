// SPDX-License-Identifier: Apache-2.0
package org.parley.cli;

import org.parley.party.Erasing;
import org.parley.party.KeyRing;
import org.parley.party.NodeHome;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;

/** Erases what a statement says; that it was said stays proven. */
@Command(
        name = "erase",
        description = {
            "Overwrite what a statement says, and state that. The statement and its proofs stay.",
            "Of one's own, the others are asked to do the same; they are not forced."
        })
final class NodeEraseCommand extends LibraryCommand {
    @Parameters(paramLabel = "REF", description = "the statement, as XA/17 or sha256:…")
    String ref = "";

    @Option(
            names = "--why",
            required = true,
            paramLabel = "TEXT",
            description = "why, in a few words; whoever could read the body reads it")
    String why = "";

    @Option(
            names = "--office",
            split = ",",
            paramLabel = "NAME",
            description = "the offices that release it (duty)")
    List<String> offices = List.of(KeyRing.DUTY);

    @Override
    public Integer call() {
        NodeHome home = new NodeHome(options.home);
        Erasing erasing = new Erasing(ref, why, offices);
        mark(home.agreement().agreement());
        Erasing.Done done = erasing.at(home, Clock.systemUTC(), new SecureRandom());
        out().println(done.ref() + " " + done.id());
        out().println(
                        in("Overwritten here: what ", "本机已覆写正文：")
                                + ref
                                + in(
                                        " says. Backups and copies of this folder keep it.",
                                        "。备份和文件夹副本中仍有。"));
        if (!done.same().isEmpty()) {
            out().println(
                            in("The same words, and so gone too: ", "正文相同、因而一并删除：")
                                    + String.join(", ", done.same()));
        }
        if (!done.drafts().isEmpty()) {
            out().println(
                            in("Drafts that said the same, gone too: ", "内容相同、一并删除的草稿：")
                                    + String.join(", ", done.drafts()));
        }
        if (done.otherDrafts() > 0) {
            out().println(
                            in("Drafts that wait: ", "待签发草稿：")
                                    + done.otherDrafts()
                                    + in(
                                            ". Whether they repeat it, only people can tell: see"
                                                    + " Drafts on the pages.",
                                            "。其中是否重复该内容，须由人工查看：见网页“草稿”。"));
        }
        return 0;
    }
}
