// SPDX-License-Identifier: Apache-2.0
package org.parley.cli;

import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.record.Folders;
import org.parley.record.Import;
import org.parley.record.Library;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;

/** Reads a table into a record of the home folder. */
@Command(
        name = "import",
        description = "Read a CSV or Excel table into a record of your home folder.",
        subcommands = DepositaryCommand.class)
final class ImportCommand extends LibraryCommand {

    // Neither is required by the command line itself: import depositary has them not.
    @Parameters(paramLabel = "FILE", arity = "0..1", description = "the table, .csv or .xlsx")
    Optional<Path> table = Optional.empty();

    @Option(
            names = "--map",
            paramLabel = "MAPPING",
            description = "YAML that says which column is what (docs/formats/record.md)")
    Optional<Path> mapping = Optional.empty();

    @Option(
            names = "--to",
            paramLabel = "ID",
            description = "the agreement (default: what the table's column agreement says)")
    Optional<String> to = Optional.empty();

    @Option(names = "--dry-run", description = "read and check only, write nothing")
    boolean dryRun;

    @Option(names = "--force", description = "replace an earlier import of this file")
    boolean force;

    @Override
    public Integer call() {
        Library library = options.open();
        Path cells = table.orElseThrow(() -> missing("FILE"));
        Path map = mapping.orElseThrow(() -> missing("--map"));
        Import read = Import.read(library, options.home, cells, map, to, force);
        if (!dryRun) {
            read.write(force);
        }
        PrintWriter out = out();
        mark(read.agreement());
        int number = read.statements().size();
        String id = read.agreement().id();
        out.println(
                in(
                        id + ": " + number + (number == 1 ? " statement" : " statements"),
                        id + "：读取 " + number + " 条陈述"));
        read.statements()
                .forEach(one ->
                        out.println("  " + one.kind().word() + "  " + one.by() + "  " + one.ref()));
        if (dryRun) {
            out.println(in("nothing was written", "未写入任何文件"));
            return 0;
        }
        read.files()
                .keySet()
                .forEach(file -> out.println(in("written: ", "已写入 ") + Folders.shown(file)));
        return 0;
    }

    private static ParleyException missing(String what) {
        return new ParleyException(
                Code.USAGE,
                Place.of(what),
                "it is missing",
                "import FILE --map MAPPING, or import depositary FILE --agreement ID");
    }
}
