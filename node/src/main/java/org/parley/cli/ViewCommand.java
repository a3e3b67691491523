// SPDX-License-Identifier: Apache-2.0
package org.parley.cli;

import org.parley.record.Library;
import org.parley.standing.View;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** A command about one agreement in a view. */
abstract class ViewCommand extends LibraryCommand {
    @Mixin final Options.Axes axes = new Options.Axes();

    @Parameters(index = "0", paramLabel = "ID", description = "the agreement, such as new-start")
    String id = "";

    @Override
    public final Integer call() {
        Library.Case one = options.open().load(id);
        print(one, axes.view(one.agreement()));
        return 0;
    }

    /** Does what the command is for, once its agreement and its view are read. */
    abstract void print(Library.Case one, View view);
}
