// SPDX-License-Identifier: Apache-2.0
package org.parley.bench;

import org.parley.bench.Readers.Sample;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;

/** A made-up text of any length, no two paragraphs of which are the same. */
final class LongText {
    private static final String SOUNDS = "阿埃艾爱安昂奥巴白班邦保鲍贝本比彼宾波博布采查楚茨";

    private LongText() {}

    /**
     * Makes it: paragraphs of a fixed seed with new names, figures and dates.
     *
     * @param characters at least so many
     */
    static Sample of(int characters) {
        SplittableRandom random = new SplittableRandom(1);
        StringBuilder text = new StringBuilder("EXERCISE 演练\n\n");
        for (int i = 0; text.length() < characters; i++) {
            String name = name(random);
            text.append(2020 + i % 15)
                    .append("年")
                    .append(1 + random.nextInt(12))
                    .append("月")
                    .append(1 + random.nextInt(28))
                    .append("日，阿登国防部长")
                    .append(name)
                    .append("表示，截至去年底，阿登部署了")
                    .append(1_000 + random.nextInt(5_000))
                    .append("枚核弹头，第")
                    .append(i)
                    .append("次会谈推迟至下周举行。据报道，博雷尔宣布暂停履行条约。")
                    .append("The two sides held talks no. ")
                    .append(i)
                    .append(" in May 2031, and about ")
                    .append(random.nextInt(900))
                    .append(" launchers were counted, said ")
                    .append(name)
                    .append(".\n\n");
        }
        String all = text.toString();
        return new Sample("exercise-long.txt", all.getBytes(StandardCharsets.UTF_8), all);
    }

    private static String name(SplittableRandom random) {
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < 4; i++) {
            name.append(SOUNDS.charAt(random.nextInt(SOUNDS.length())));
        }
        return name.toString();
    }
}
