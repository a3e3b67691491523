// SPDX-License-Identifier: Apache-2.0
package org.parley.cli;

import org.parley.party.Carrying;
import org.parley.party.Couriers;
import org.parley.party.NodeHome;
import org.parley.record.Folders;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;

/** Exchange by a file that somebody carries, where there is no line. */
@Command(
        name = "courier",
        description = "Exchange with another node by one file that somebody carries.",
        mixinStandardHelpOptions = true,
        subcommands = {CourierCommand.Write.class, CourierCommand.Read.class})
final class CourierCommand {
    private CourierCommand() {}

    /** Writes one. */
    @Command(name = "write", description = "Write all this node holds into one file.")
    static final class Write extends LibraryCommand {
        @Parameters(paramLabel = "FILE", description = "the file to write")
        Path file = Path.of("node.courier");

        @Option(
                names = "--for",
                paramLabel = "PARTY",
                description = "only the bodies that this party may have (any other party)")
        Optional<String> reader = Optional.empty();

        @Mixin final Force force = new Force();

        @Override
        public Integer call() {
            NodeHome home = new NodeHome(options.home);
            mark(home.agreement().agreement());
            long bytes =
                    Carrying.write(
                            home, file, reader, force.asked, Clock.systemUTC(), new SecureRandom());
            out().println(
                            in("Written: ", "已写入：")
                                    + Folders.shown(file)
                                    + "  "
                                    + bytes
                                    + in(" bytes", " 字节"));
            return 0;
        }
    }

    /** Reads one. */
    @Command(name = "read", description = "Check such a file and take what is new in it.")
    static final class Read extends LibraryCommand {
        @Parameters(paramLabel = "FILE", description = "a file that another node wrote")
        Path file = Path.of("node.courier");

        @Override
        public Integer call() {
            NodeHome home = new NodeHome(options.home);
            mark(home.agreement().agreement());
            Couriers.Read read = Carrying.read(home, file, Clock.systemUTC(), new SecureRandom());
            out().println(in("Written by ", "来自 ") + read.from());
            read.logs().forEach(log -> out().println(log.party() + "  " + told(log)));
            out().println(in("Bodies taken: ", "收取的正文：") + read.bodies());
            boolean forked =
                    read.logs().stream().anyMatch(log -> log.outcome() == Couriers.Outcome.FORK);
            return forked ? Parley.WRONG : 0;
        }

        private String told(Couriers.LogRead log) {
            return switch (log.outcome()) {
                case TAKEN -> in("taken: entries ", "已收取条目：") + log.before() + "–" + log.size();
                case HELD -> in("nothing new, ", "无新内容，") + log.before() + in(" entries", " 条");
                case OWN ->
                        in("this node's own log, with what others signed of it", "本节点自己的日志及他方签名");
                case FORK ->
                        in(
                                "signed two histories; the evidence is kept, nothing else was"
                                        + " taken",
                                "签署了两份相互矛盾的历史；已保存证据，未收取其他内容");
                case UNKNOWN ->
                        in(
                                "not taken: no card is believed for it (parley node enrol)",
                                "未收取：没有可信的名片（parley node enrol）");
            };
        }
    }
}
