// SPDX-License-Identifier: Apache-2.0
package org.parley.cli;

import org.jspecify.annotations.Nullable;
import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.agreement.Formulas;
import org.parley.record.Folders;
import org.parley.record.Library;
import org.parley.record.NewFile;
import org.parley.standing.Standing;
import org.parley.standing.View;
import org.parley.web.StandingJson;
import org.parley.web.export.Grid;
import org.parley.web.export.Mapping;
import org.parley.web.export.StandingGrids;
import org.parley.web.export.WorkbookFile;

import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;

/** Writes a standing and its record as CSV, as a workbook or as JSON. */
@Command(
        name = "export",
        description = "Write a standing and its record as CSV, Excel or JSON.",
        mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {
    @Mixin final Options options = new Options();
    @Mixin final Options.Axes axes = new Options.Axes();

    @Parameters(paramLabel = "ID", description = "the agreement, such as new-start")
    String id = "";

    @ArgGroup(exclusive = true, multiplicity = "1")
    Kind kind = new Kind();

    /** In which form. */
    static final class Kind {
        @Option(names = "--csv", description = "one table as CSV, see --what")
        boolean csv;

        @Option(names = "--xlsx", description = "all tables as an Excel workbook")
        boolean xlsx;

        @Option(names = "--json", description = "the standing as JSON, as status --json prints it")
        boolean json;

        @Option(
                names = "--mapping",
                description = "the mapping that imports the exported items or declarations again")
        boolean mapping;
    }

    @Option(
            names = "--what",
            paramLabel = "TABLE",
            description =
                    "figures, limits, duties, quotas, acts, disputes, statements, items or"
                            + " declarations (default: figures)")
    Grid.What what = Grid.What.FIGURES;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "where to; - is standard output (default for all but --xlsx)")
    Optional<Path> file = Optional.empty();

    @Option(names = "--force", description = "replace the file if it is there")
    boolean force;

    @Spec @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        Library.Case one = options.open().load(id);
        View view = axes.view(one.agreement());
        Standing standing =
                Standing.of(
                        one.agreement(),
                        new Formulas(one.agreement()),
                        one.record().statements(),
                        one.record().coverage(),
                        view);
        StandingGrids grids = new StandingGrids(one, standing);
        if (kind.xlsx) {
            Path target = file.orElse(Path.of(id + ".xlsx"));
            if (Outputs.isStandard(target)) {
                throw new ParleyException(
                        Code.USAGE,
                        Place.of("--out"),
                        "a workbook is not text",
                        "name a file, or use --csv or --json");
            }
            write(target, WorkbookFile.of(one.agreement(), view, grids.all(), options.language));
            return 0;
        }
        String text;
        if (kind.json) {
            text = StandingJson.print(standing, options.language);
        } else if (kind.mapping) {
            text = Mapping.of(grids.of(importable()));
        } else {
            text = grids.of(what).csv();
        }
        if (file.filter(path -> !Outputs.isStandard(path)).isPresent()) {
            write(file.get(), text.getBytes(StandardCharsets.UTF_8));
        } else {
            Outputs.of(spec).print(text);
        }
        return 0;
    }

    private Grid.What importable() {
        if (what == Grid.What.ITEMS || what == Grid.What.DECLARATIONS) {
            return what;
        }
        throw new ParleyException(
                Code.USAGE,
                Place.of("--what"),
                "only items and declarations can be imported again",
                "add --what items or --what declarations");
    }

    private void write(Path target, byte[] content) {
        NewFile.write(target, content, force);
        PrintWriter out = Outputs.of(spec);
        out.println((options.chinese() ? "已写入 " : "written: ") + Folders.shown(target));
    }
}
