// SPDX-License-Identifier: Apache-2.0
package org.parley.web;

import org.parley.Problem;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What is wrong with an address and what to do, in the language of the page. Messages are English
 * where they arise; those that an address can lead to are put into Chinese here, and any other is
 * shown as it is.
 */
final class Advice {
    private static final Map<Pattern, String> CHINESE = new LinkedHashMap<>();

    static {
        put("did you mean \"(.*)\"\\?", "是否为“$1”？");
        put("use one of: (.*)", "可用：$1");
        put("use en or zh", "可用 en 或 zh");
        put("use now, same or day", "可用 now、same 或 day");
        put("give it once", "只能给出一次");
        put("give (.*) or (.*), not both", "$1 与 $2 只能给出其一");
        put("at most (\\d+) characters", "至多 $1 个字符");
        put("a whole number from 0 to (\\d+)", "应为 0 至 $1 的整数");
        put("a day as in (.*)", "应为日期，如 $1");
        put("a day from (.*) to (.*)", "应为 $1 至 $2 之间的日期");
        put("a month as in (.*)", "应为月份，如 $1");
        put("a day up to (\\d+) years after the start", "应为开始后 $1 年之内的日期");
        put("no agreement \"(.*)\"", "没有“$1”这一机制");
        put("no mechanism has the party \"(.*)\"", "没有机制以“$1”为参与方");
        put("this page has no \"(.*)\"", "本页没有参数“$1”");
        put("nobody has the code \"(.*)\"", "没有代码为“$1”的行为体");
        put("there is no such page", "没有此页");
        put("start from the list of agreements", "请从机制总表开始");
        put("see the list of all", "请查看总表");
        put("this page could not be made", "此页未能生成");
        put("the server has said why where it was started", "原因已在启动服务器之处给出");
        put("this passkey is not known here, or its answer does not hold", "此处不识此通行密钥，或其应答不成立");
        put("try again; if that does not help, ask the administrator", "请重试；仍不成功时请询问管理员");
        put("this link was used, is too old, or was never given", "此链接已用过、已过期或从未发出");
        put("ask the administrator for another one", "请向管理员另取一个");
        put("too many attempts from this address", "此地址尝试次数过多");
        put("wait ten minutes", "请等待十分钟");
        put("nobody is logged in, or not any more", "尚未登录，或登录已失效");
        put("open the address that the node printed", "请打开节点所显示的地址");
        put("the form is of another session", "表单属于另一次登录");
        put("open the page again", "请重新打开页面");
        put("this is not the name of these pages", "这不是这些网页的名称");
        put("the form was not sent from this node's page", "表单并非由本节点网页发出");
        put("ask the administrator for another role", "请向管理员申请其他职责");
        put("who drafted it may not release it", "起草人不得签发");
        put("who drafted it may not judge it", "起草人不得审退");
        put("another officer has to", "须由另一位官员签发");
        put("withdraw it instead", "请改为撤回");
        put("it was sent back", "草稿已退回");
        put("wait until it is written anew", "请待其重新撰写");
        put("it was changed since it was read", "审阅之后内容已有改动");
        put("read it again", "请重新审阅");
        put("you have released it already", "您已签发");
        put("this office has released it already", "该职位已签发");
        put("choose another office", "请选择其他职位");
        put("no reason is given", "未说明理由");
        put("say what is to be changed", "请说明需要修改之处");
        put("it is somebody else's draft", "这是他人的草稿");
        put("write one of your own", "请自行起草");
        put("there is no such draft, or not any more", "没有此草稿，或已不存在");
        put("see the list of drafts", "请查看草稿列表");
        put("the node stopped while it was being said", "发表过程中节点曾停止");
        put(
                "look whether it stands in the log; then send it back or withdraw it",
                "请查看日志中是否已有；然后退回或撤回");
        put("somebody of that name has a passkey already", "同名者已有通行密钥");
        put("remove them first, or choose another name", "请先移除，或另取名称");
        put("use up to 40 letters, digits, spaces, dots and hyphens", "至多 40 个字母、数字、空格、点和连字符");
        put("choose one of the list", "请从列表中选择");
        put("a (\\w+) may not do this", "职责“$1”无此权限");
    }

    private Advice() {}

    private static void put(String english, String chinese) {
        CHINESE.put(Pattern.compile(english), chinese);
    }

    /** One sentence: where, what, and what to do. */
    static String in(String language, Problem problem) {
        if (!language.equals("zh")) {
            return problem.in(language);
        }
        String text =
                problem.place()
                        + "："
                        + problem.code().headline().zh()
                        + "："
                        + chinese(problem.said().zh());
        return problem.todo().isEmpty() ? text : text + "；" + chinese(problem.advice().zh());
    }

    private static String chinese(String english) {
        for (Map.Entry<Pattern, String> one : CHINESE.entrySet()) {
            var match = one.getKey().matcher(english);
            if (match.matches()) {
                return match.replaceFirst(one.getValue());
            }
        }
        return english;
    }
}
