// SPDX-License-Identifier: Apache-2.0
package org.parley.cli;

import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.record.Folders;
import org.parley.record.Library;
import org.parley.record.NewFile;
import org.parley.standing.Standing;
import org.parley.standing.View;
import org.parley.web.StandingJson;
import org.parley.web.export.CaseStanding;
import org.parley.web.export.Grid;
import org.parley.web.export.Mapping;
import org.parley.web.export.StandingGrids;
import org.parley.web.export.WorkbookFile;

import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/** Writes a standing and its record as CSV, as a workbook or as JSON. */
@Command(name = "export", description = "Write a standing and its record as CSV, Excel or JSON.")
final class ExportCommand extends ViewCommand {

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

    @Mixin final Force force = new Force();

    @Override
    void print(Library.Case one, View view) {
        Standing standing = CaseStanding.of(one, view);
        StandingGrids grids = new StandingGrids(one, standing);
        if (kind.xlsx) {
            Path target = file.orElse(Path.of(id + ".xlsx"));
            if (isStandard(target)) {
                throw new ParleyException(
                        Code.USAGE,
                        Place.of("--out"),
                        "a workbook is not text",
                        "name a file, or use --csv or --json");
            }
            write(target, WorkbookFile.of(one.agreement(), view, grids.all(), language()));
            return;
        }
        String text;
        if (kind.json) {
            text = StandingJson.print(standing, language());
        } else if (kind.mapping) {
            text = Mapping.of(grids.of(importable()));
        } else {
            text = grids.of(what).csv();
        }
        if (file.filter(path -> !isStandard(path)).isPresent()) {
            write(file.get(), text.getBytes(StandardCharsets.UTF_8));
        } else {
            out().print(text);
        }
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
        NewFile.write(target, content, force.asked);
        out().println(in("written: ", "已写入 ") + Folders.shown(target));
    }
}
