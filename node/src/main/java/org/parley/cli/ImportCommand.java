// SPDX-License-Identifier: Apache-2.0
package org.parley.cli;

import org.jspecify.annotations.Nullable;
import org.parley.record.Folders;
import org.parley.record.Import;
import org.parley.record.Library;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;

/** Reads a table into a record of the home folder. */
@Command(
        name = "import",
        description = "Read a CSV or Excel table into a record of your home folder.",
        mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {
    @Mixin final Options options = new Options();

    @Parameters(paramLabel = "FILE", description = "the table, .csv or .xlsx")
    Path table = Path.of("");

    @Option(
            names = "--map",
            paramLabel = "MAPPING",
            required = true,
            description = "YAML that says which column is what (docs/formats/record.md)")
    Path mapping = Path.of("");

    @Option(
            names = "--to",
            paramLabel = "ID",
            description = "the agreement (default: what the table's column agreement says)")
    Optional<String> to = Optional.empty();

    @Option(names = "--dry-run", description = "read and check only, write nothing")
    boolean dryRun;

    @Option(names = "--force", description = "replace an earlier import of this file")
    boolean force;

    @Spec @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        Library library = options.open();
        Import read = Import.read(library, options.home, table, mapping, to, force);
        PrintWriter out = Outputs.of(spec);
        boolean chinese = options.chinese();
        if (read.agreement().exercise()) {
            out.println("EXERCISE 演练");
        }
        int number = read.statements().size();
        String id = read.agreement().id();
        out.println(
                chinese
                        ? id + "：读取 " + number + " 条陈述"
                        : id + ": " + number + (number == 1 ? " statement" : " statements"));
        read.statements()
                .forEach(one ->
                        out.println("  " + one.kind().word() + "  " + one.by() + "  " + one.ref()));
        if (dryRun) {
            out.println(chinese ? "未写入任何文件" : "nothing was written");
            return 0;
        }
        read.write(force);
        read.files()
                .keySet()
                .forEach(file ->
                        out.println((chinese ? "已写入 " : "written: ") + Folders.shown(file)));
        return 0;
    }
}
