// SPDX-License-Identifier: Apache-2.0
package org.parley.cli;

import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Problem;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.UnmatchedArgumentException;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The command {@code parley}. Exit codes: 0 done, 1 something is wrong with the input, 2 usage. */
@Command(
        name = "parley",
        description = "The machine room of an arms-control agreement: draft, run, watch.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
public final class Parley {
    /** The input was wrong: one line on standard error says where and what to do. */
    static final int WRONG = 1;

    /** The command line was not understood; 3 is the launcher's, where it finds no Java. */
    static final int USAGE = 2;

    /** In the order of the help. */
    static final Map<String, Class<?>> COMMANDS = commands();

    private Parley() {}

    private static Map<String, Class<?>> commands() {
        Map<String, Class<?>> commands = new LinkedHashMap<>();
        commands.put("check", CheckCommand.class);
        commands.put("test", TestCommand.class);
        commands.put("status", StatusCommand.class);
        commands.put("due", DueCommand.class);
        commands.put("timeline", TimelineCommand.class);
        commands.put("export", ExportCommand.class);
        commands.put("import", ImportCommand.class);
        commands.put("explain", ExplainCommand.class);
        commands.put("list", ListCommand.class);
        commands.put("who", WhoCommand.class);
        commands.put("holdouts", HoldoutsCommand.class);
        commands.put("estimates", EstimatesCommand.class);
        commands.put("gaps", GapsCommand.class);
        commands.put("claims", ClaimsCommand.class);
        commands.put("compare", CompareCommand.class);
        commands.put("contradictions", ContradictionsCommand.class);
        commands.put("ingest", IngestCommand.class);
        commands.put("documents", DocumentsCommand.class);
        commands.put("search", SearchCommand.class);
        commands.put("evidence", EvidenceCommand.class);
        commands.put("review", ReviewCommand.class);
        commands.put("node", NodeCommand.class);
        commands.put("declare", SayCommand.Declare.class);
        commands.put("notify", SayCommand.Notify.class);
        commands.put("intend", SayCommand.Intend.class);
        commands.put("inspect", SayCommand.Inspect.class);
        commands.put("report", SayCommand.Report.class);
        commands.put("act", SayCommand.Act.class);
        commands.put("dispute", SayCommand.Dispute.class);
        commands.put("acknowledge", SayCommand.Acknowledge.class);
        commands.put("accept", SayCommand.Accept.class);
        commands.put("courier", CourierCommand.class);
        commands.put("verify", VerifyCommand.class);
        commands.put("fsck", FsckCommand.class);
        commands.put("serve", ServeCommand.class);
        commands.put("demo", DemoCommand.class);
        return Collections.unmodifiableMap(commands);
    }

    /**
     * The line that understands these arguments. picocli looks into every command that it is given,
     * by reflection, which takes longer than most answers; so it is given the one that is named.
     */
    private static CommandLine line(String... arguments) {
        CommandLine line = new CommandLine(new Parley());
        String first = arguments.length == 0 ? "" : arguments[0];
        Optional<Class<?>> named = Optional.ofNullable(COMMANDS.get(first));
        named.ifPresentOrElse(
                command -> line.addSubcommand(first, command),
                () -> COMMANDS.forEach(line::addSubcommand));
        return line;
    }

    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    static int run(String... arguments) {
        StandardOutput target =
                new StandardOutput(
                        new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)));
        PrintWriter out = new PrintWriter(target, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        int code = run(out, err, arguments);
        out.flush();
        Optional<Problem> broken = target.problem();
        broken.ifPresent(problem -> err.println(problem.in(Options.language(arguments))));
        err.flush();
        return broken.isPresent() && code == 0 ? WRONG : code;
    }

    /** Runs a command with the given outputs; tests and the documentation's examples use this. */
    static int run(PrintWriter out, PrintWriter err, String... arguments) {
        CommandLine line = line(arguments);
        line.setOut(out);
        line.setErr(err);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setParameterExceptionHandler((failure, given) -> {
            CommandLine command = failure.getCommandLine();
            err.println(failure.getMessage());
            UnmatchedArgumentException.printSuggestions(failure, err);
            err.println("see: " + command.getCommandSpec().qualifiedName() + " --help");
            return USAGE;
        });
        line.setExecutionExceptionHandler((failure, command, parsed) -> {
            if (failure instanceof ParleyException known) {
                err.println(known.problem().in(Options.language(arguments)));
                return known.code() == Code.USAGE ? USAGE : WRONG;
            }
            throw failure;
        });
        return line.execute(arguments);
    }
}
