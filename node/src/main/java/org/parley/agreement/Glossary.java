// SPDX-License-Identifier: Apache-2.0
package org.parley.agreement;

import org.parley.Text;
import org.parley.statement.Kind;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What people call the words that agreement files share: acts, fields, states, kinds. */
final class Glossary {
    /** Word, English, Chinese; what is missing here is read out as it is written. */
    private static final String ACTS =
            """
            signed|signature|签署
            ratified|ratification|批准
            accepted|acceptance|接受
            approved|approval|核准
            acceded|accession|加入
            succeeded|succession|继承
            entered-into-force|entry into force|条约生效
            provisionally-applied|provisional application|临时适用
            amended|amendment|修正
            extended|extension|延期
            suspended|suspension|中止
            resumed|resumption|恢复
            countermeasure|countermeasure|反措施
            countermeasure-ended|end of a countermeasure|反措施终止
            observe-politically|political observance|政治上继续遵守
            exempted|exemption|豁免
            exemption-ended|end of an exemption|豁免终止
            withdrawn|withdrawal|退出
            superseded|replacement by another agreement|被另一协议取代
            expired|expiry|期满
            terminated|termination|终止
            armed-conflict|armed conflict|武装冲突
            deposited|deposit by that state|该国交存
            joined|entry into force for that state|对该国生效
            left|leaving|退出
            signature-withdrawn|withdrawal of the signature|撤回签署
            ratification-withdrawn|withdrawal of the ratification|撤回批准
            """;

    private static final String FIELDS =
            """
            accepted|acceptance|接受
            arrival|arrival|抵达时间
            arrived|arrival|实际抵达时间
            at|time of the event|事件时间
            base|base|基地
            category|category|类别
            challenge|challenge inspection|质疑视察
            day|day|日期
            days|days|天数
            declined|declined|放弃
            delivered|delivery to the site|送达场所时间
            departed|departure|离境时间
            designated|designation|指定时间
            effective|time of effect|生效时间
            end|end|结束时间
            ended|end|结束时间
            estimated|estimated arrival|预计抵达时间
            field|what changed|变更内容
            flank_site|site of the flank document|侧翼文件所涉场所
            flight_start|start of the flight|飞行开始时间
            hard_terrain|hard terrain|困难地形
            heavy|heavy|重型
            host|host|东道方
            hours_in_country|hours in the country|在该国停留小时数
            inspector|inspecting party|视察方
            inspectors|number of inspectors|视察员人数
            item|item|申报项
            kind|kind|种类
            last_exchanged|figure of the last yearly exchange|上次年度交换的数字
            last_update|figure of the latest update|最近一次更新的数字
            launch|launch|发射日期
            left|departure|离开时间
            loaded|number loaded|装载数
            made|date of the statement|陈述日期
            maximum|maximum level|最高水平
            mobile|mobile|机动
            notified|number notified|通报数量
            now|present figure|现有数字
            nuclear|nuclear|核
            number|number|次序
            object|object of verification|核查对象
            observed|observed party|被观察方
            observing|observing party|观察方
            pair|pair of parties|双方组合
            place|place|地点
            prohibited|prohibited|被禁止
            purpose|purpose|目的
            reached|arrival at the place|到达地点时间
            received|receipt|收到时间
            received_at|receipt|收到时间
            refused|refused|被拒绝
            removal|removal|取出时间
            removed|number removed|取出数量
            restricted|stop of movements|停止移动时间
            returned|return|返回时间
            route|route|航线
            same_group|inside one's own group|本集团内
            sensor|sensor|传感器
            since|day since which it holds|起始日期
            start|start|开始时间
            state|state|状态
            supplementary|supplementary|补充视察
            type|type|型号或类别
            unit|unit|部队
            year|year|年份
            zone|zone|区域
            """;

    private static final String VALUES =
            """
            deployed|deployed|已部署
            non_deployed|non-deployed|未部署
            test|test|试验
            training|training|训练
            converted|converted|已改装
            eliminated|eliminated|已销毁
            """;

    private static final String PERIODS =
            """
            treaty_year|treaty year|条约年
            implementation_year|implementation year|执行年
            calendar_year|calendar year|日历年
            half_year|half year|半年
            quarter|quarter|季度
            month|month|月
            year|year|年
            """;

    /** For each kind of statement: what a party must do, in both languages. */
    private static final String KINDS =
            """
            act|do|作出条约行动
            declare|make a declaration|作出申报
            change|notify the change|通知变更
            intend|give advance notice|预先通知
            inspect|make an inspection|进行视察
            report|report|提交报告
            convene|hold a session|举行会议
            decide|decide|作出决定
            assign|assign the matter|交办事项
            message|send a message|发送信息
            acknowledge|acknowledge it|予以确认
            accept|accept it|表示接受
            dispute|dispute it|提出异议
            clarify|clarify it|予以澄清
            claim|state it|予以转述
            """;

    private static final Map<String, Text> OF_ACTS = words(ACTS);
    private static final Map<String, Text> OF_FIELDS = words(FIELDS);
    private static final Map<String, Text> OF_VALUES = words(VALUES);
    private static final Map<String, Text> OF_KINDS = words(KINDS);

    private static final Map<String, Text> OF_PERIODS = words(PERIODS);

    private Glossary() {}

    private static Map<String, Text> words(String lines) {
        Map<String, Text> words = new HashMap<>();
        lines.lines()
                .map(line -> line.split("\\|", 3))
                .forEach(parts -> words.put(parts[0], Text.of(parts[1], parts[2])));
        return Map.copyOf(words);
    }

    static Text act(String act) {
        Text word = OF_ACTS.get(act);
        if (word != null) {
            return word;
        }
        if (act.endsWith("-until")) {
            Text whole = act(act.substring(0, act.length() - "-until".length()));
            return Text.of("the end of the " + whole.en(), whole.zh() + "届满");
        }
        return plain(act);
    }

    static Text field(String field) {
        return Optional.ofNullable(OF_FIELDS.get(field)).orElseGet(() -> plain(field));
    }

    static Text value(String value) {
        return Optional.ofNullable(OF_VALUES.get(value)).orElseGet(() -> Text.same(value));
    }

    static Text period(String period) {
        return Optional.ofNullable(OF_PERIODS.get(period)).orElseGet(() -> plain(period));
    }

    static Text kind(Kind kind) {
        return Optional.ofNullable(OF_KINDS.get(kind.word())).orElseGet(() -> plain(kind.word()));
    }

    static Text plain(String word) {
        return Text.same(word.replace('_', ' ').replace('-', ' '));
    }
}
