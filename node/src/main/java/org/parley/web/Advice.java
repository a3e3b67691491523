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
                        + chinese(problem.what());
        return problem.todo().isEmpty() ? text : text + "；" + chinese(problem.todo());
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
