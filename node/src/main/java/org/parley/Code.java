// SPDX-License-Identifier: Apache-2.0
package org.parley;

/** The closed list of what can be wrong with an input, with a headline in both languages. */
public enum Code {
    UNREADABLE("cannot be read", "无法读取"),
    UNWRITABLE("cannot be written", "无法写入"),
    UNAVAILABLE("not available", "无法使用"),
    TOO_LARGE("too large", "超出大小限制"),
    SYNTAX("not well-formed", "格式错误"),
    DUPLICATE_KEY("key given twice", "键重复"),
    UNKNOWN_KEY("unknown key", "未知的键"),
    MISSING_KEY("key is missing", "缺少必需的键"),
    WRONG_TYPE("wrong type", "类型错误"),
    BAD_VALUE("value not allowed", "取值不允许"),
    BAD_DATE("not a date", "日期无效"),
    BAD_EXPRESSION("expression not allowed", "表达式无效"),
    UNDECLARED("not declared", "未声明"),
    CIRCULAR("depends on itself", "循环依赖"),
    DUPLICATE_REF("reference given twice", "引用标识重复"),
    UNKNOWN_PARTY("unknown party", "未知的缔约方"),
    UNKNOWN_REF("nothing has this reference", "引用不存在"),
    WRONG_HEADER("table header does not match", "表头不符"),
    EXERCISE("exercise data in the real library", "演练数据不得进入正式资料库"),
    NOT_FOUND("not found", "未找到"),
    USAGE("not understood", "命令无法识别"),
    TEST_FAILED("expectation not met", "与预期不符"),
    CORRUPT("corrupt", "数据损坏"),
    CONFLICT("does not follow from what is held", "与已存内容不衔接"),
    STOPPED("writes no more until it starts anew", "已停止写入，须重新启动"),
    UNREACHABLE("no answer", "没有回应"),
    REFUSED("refused", "被拒绝"),
    LINT("worth a look", "请核对");

    private final String english;
    private final String chinese;

    Code(String english, String chinese) {
        this.english = english;
        this.chinese = chinese;
    }

    /** The headline, as in {@code file:3:7: unknown key: …}. */
    public Text headline() {
        return Text.of(english, chinese);
    }

    /** The name in messages and JSON: {@code unknown-key}. */
    public String slug() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
