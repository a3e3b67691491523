// SPDX-License-Identifier: Apache-2.0
package org.parley.log;

import org.parley.Text;

import java.util.Locale;

/** The closed list of what can be wrong with a store, with what to do about it. */
public enum Flaw {
    FILE_DAMAGED(
            "the journal cannot be read on: a file is missing or does not begin as it must",
            "日志文件缺失或文件头损坏，其后内容无法读取",
            Todo.RESTORE),
    HEADER_CHANGED(
            "bytes that are always zero are not",
            "应为零的保留字节不为零",
            Text.of(
                    "nothing is lost, but something writes here: look at the disk",
                    "数据没有丢失，但有其他程序或故障写入过此处：请检查磁盘")),
    RECORD_DAMAGED("a record is damaged that others follow", "一条记录已损坏，其后仍有记录", Todo.RESTORE),
    RECORD_TORN(
            "the last record is not whole: a write that a crash interrupted, or one being made now",
            "最后一条记录不完整：写入被崩溃中断，或此刻正在写入",
            Text.of(
                    "after a crash nothing: the next start cuts it off, nobody was told of it; if"
                            + " there was none, copy the folder before you start the node, then"
                            + " parley node recover",
                    "若发生过崩溃则无须处理：下次启动时截去，此前未告知任何人；若没有，请先复制文件夹再启动节点，然后运行" + " parley node recover")),
    RECORD_SENSELESS(
            "a record with the right checksum makes no sense", "记录校验和正确但内容无法理解", Todo.RESTORE),
    ENTRIES_MISSING("entries do not follow those before them", "条目与之前的条目不衔接", Todo.RESTORE),
    CHECKPOINT_DIFFERS(
            "the checkpoint is not of the entries before it", "检查点与其覆盖的条目不符", Todo.RESTORE),
    CHECKPOINT_UNSIGNED(
            "the last checkpoint is not signed by a key that is believed here",
            "最后一个检查点没有可信公钥的签名",
            Todo.RESTORE),
    COSIGNATURE_UNSIGNED(
            "a cosignature that is kept is not by a key that is believed here",
            "所存的联署没有可信公钥的签名",
            Todo.RESTORE),
    LOG_UNKNOWN(
            "no card is believed for this log",
            "没有该日志的可信名片",
            Text.of("enrol its party's card: parley node enrol", "请登记其名片：parley node enrol")),
    TILES_DIFFER("the hashes of the tree are not those of the entries", "哈希树与条目不符", Todo.RESTORE),
    FACT_UNLINKED("a fact does not follow the one before it", "事项与前一项不衔接", Todo.RESTORE),
    FACT_DAMAGED("a fact is damaged", "一个事项已损坏", Todo.RESTORE),
    BODY_DAMAGED(
            "a body is not what its name says",
            "正文与其名称（哈希值）不符",
            Text.of(
                    "restore a backup, or ask the author for the body; its statement is whole",
                    "请恢复备份，或向作者索取正文；陈述本身完好")),
    BODY_LEFT(
            "an erased body is not all zeros",
            "已删除的正文处仍有字节",
            Text.of(
                    "stop the node, delete the file snapshot, start it: it overwrites again",
                    "停止节点，删除 snapshot 文件后启动，节点会再次覆写")),
    SNAPSHOT_DAMAGED(
            "the snapshot is damaged; it is not used",
            "快照已损坏，不会被使用",
            Text.of("nothing: it is made anew", "无须处理：会重新生成")),
    SNAPSHOT_DIFFERS(
            "the snapshot is not what the journal adds up to",
            "快照与日志内容不符",
            Text.of("stop the node and delete this file: it is made anew", "停止节点并删除此文件，会重新生成")),
    JOURNAL_SHORT(
            "the journal ends before the snapshot does: something is lost",
            "日志短于快照：有内容丢失",
            Todo.RESTORE),
    HOME_DAMAGED(
            "a file of the node beside its store cannot be used",
            "节点存储之外的文件无法使用",
            Text.of("restore it from a backup of the folder", "请从文件夹备份中恢复")),
    KEYS_DIFFER(
            "the keys are not those of the own card",
            "密钥与本方名片不符",
            Text.of("restore node/keys from your backup of the keys", "请从密钥备份恢复 node/keys"));

    private final Text what;
    private final Text todo;

    Flaw(String english, String chinese, Text todo) {
        this.what = Text.of(english, chinese);
        this.todo = todo;
    }

    /** One sentence without a full stop. */
    public Text what() {
        return what;
    }

    /** The same about what to do. */
    public Text todo() {
        return todo;
    }

    /** Whether nothing is lost that anybody was told, and nothing needs a backup. */
    public boolean mends() {
        return switch (this) {
            case RECORD_TORN, BODY_LEFT, SNAPSHOT_DAMAGED, LOG_UNKNOWN -> true;
            default -> false;
        };
    }

    /** The name in JSON: {@code record-damaged}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What is to be done more than once; constants of an enum cannot name its own fields. */
    private static final class Todo {
        static final Text RESTORE =
                Text.of(
                        "stop the node, parley node restore the newest whole backup, then parley"
                                + " node recover",
                        "停止节点，用 parley node restore 恢复最新的完好备份，再运行 parley node recover");
    }
}
