// SPDX-License-Identifier: Apache-2.0
package org.parley.cli;

import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.record.DepositaryImport;
import org.parley.record.DepositaryImport.Differs;
import org.parley.record.DepositaryImport.Found;
import org.parley.record.Folders;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/** Brings membership up to date from a depositary's export. */
@Command(
        name = "depositary",
        description = "Bring membership up to date from a depositary's export.")
final class DepositaryCommand extends LibraryCommand {

    @Parameters(
            paramLabel = "FILE",
            description = "a status table (.csv, .xlsx), or rows of acts (.csv, .xlsx, .json)")
    Path file = Path.of("");

    @Option(
            names = "--agreement",
            required = true,
            paramLabel = "ID",
            description = "the agreement, such as ottawa")
    String id = "";

    @Option(
            names = "--copied",
            required = true,
            paramLabel = "DATE",
            description = "the day on which the export was made")
    String copied = "";

    @Option(
            names = "--publisher",
            paramLabel = "NAME",
            description = "who published it (default: who publishes exports of this form)")
    Optional<String> publisher = Optional.empty();

    @Option(
            names = "--treaty",
            paramLabel = "NAME",
            description = "the treaty as the file names it (default: the agreement's names)")
    Optional<String> treaty = Optional.empty();

    @Option(names = "--dry-run", description = "read and compare only, write nothing")
    boolean dryRun;

    @Override
    public Integer call() {
        LocalDate day = Options.day(copied, "--copied");
        if (day.isAfter(LocalDate.now(Clock.systemUTC()).plusDays(1))) {
            throw new ParleyException(
                    Code.BAD_DATE, Place.of("--copied"), day + " is to come", "check the year");
        }
        DepositaryImport read =
                DepositaryImport.read(
                        options.open(),
                        options.home,
                        id,
                        new DepositaryImport.Copy(file, day, publisher, treaty));
        if (!dryRun) {
            read.write();
        }
        print(read);
        return 0;
    }

    private void print(DepositaryImport read) {
        PrintWriter out = out();
        mark(read.agreement());
        String id = read.agreement().id();
        out.println(
                in(
                        String.format(
                                Locale.ROOT,
                                "%s: %d new, %d differ, %d known",
                                id,
                                read.added().size(),
                                read.differing().size(),
                                read.known()),
                        String.format(
                                Locale.ROOT,
                                "%s：新增 %d 项，不一致 %d 项，已有 %d 项",
                                id,
                                read.added().size(),
                                read.differing().size(),
                                read.known())));
        read.added().forEach(one -> out.println(in("  new      ", "  新增  ") + line(one)));
        for (Differs one : read.differing()) {
            out.println(
                    in("  differs  ", "  不一致  ")
                            + line(one.found())
                            + in("; the record has ", "；记录为 ")
                            + one.act()
                            + " "
                            + one.date()
                            + " ("
                            + one.ref()
                            + ")");
        }
        read.leftOut()
                .forEach(one -> out.println(in("  left out, in brackets: ", "  方括号内，未采用：") + one));
        if (dryRun || read.text().isEmpty()) {
            out.println(in("nothing was written", "未写入任何文件"));
        } else {
            out.println(in("written: ", "已写入 ") + Folders.shown(read.file()));
        }
    }

    private static String line(Found one) {
        String at = one.depositary().isEmpty() ? "" : " (" + one.depositary() + ")";
        return one.party() + " " + one.act() + " " + one.day() + at;
    }
}
