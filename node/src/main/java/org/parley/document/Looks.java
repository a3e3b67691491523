// SPDX-License-Identifier: Apache-2.0
package org.parley.document;

import org.parley.document.Block.Kind;

import java.util.Set;
import java.util.regex.Pattern;

/** What a block is, told by its looks. */
final class Looks {
    private static final String ENDS = "。！？…；.!?;:：\"”’』」》)）】]|";

    private static final String[] BYLINES = {
        "作者丨", "作者|", "作者：", "作者:", "编辑丨", "编辑：", "编辑:", "编辑|", "责任编辑", "责编", "撰文", "來源", "来源",
        "出版：", "出版:", "更新：", "更新:", "[责任编辑", "（责任编辑", "(责任编辑", "審核", "审核：", "校对：", "記者：", "记者：",
        "By ", "發布時間", "发布时间", "更新时间", "更新時間", "撰稿"
    };

    private static final String[] FURNITURE = {
        "相关:",
        "相关：",
        "相關",
        "海量资讯",
        "Read on Omnivore",
        "Read Original",
        "#Omnivore",
        "Full Content",
        "date_saved",
        "date_published",
        "扫码",
        "扫描二维码",
        "下载APP",
        "分享到",
        "版权声明",
        "免责声明",
        "点击查看",
        "上一篇",
        "下一篇",
        "推荐阅读",
        "相关阅读",
        "Share this",
        "Related:",
        "Read more",
        "Subscribe",
        "All rights reserved",
        "Copyright",
        "声明：",
        "热门推荐"
    };

    private static final String[] PICTURE_ENDS = {
        "/VCG", "/Xinhua", "/CFP", "/Reuters", "/AFP", "/AP", " 摄", "摄)", "摄）", "图源网络", "供图"
    };

    private static final String[] PICTURE_STARTS = {
        "资料图", "資料圖", "图为", "图片来源", "圖片來源", "图：", "圖：", "▲", "△", "Photo:", "File photo"
    };

    private static final String[] AFTER_ARTICLE = {
        "相关",
        "相關",
        "相关阅读",
        "相关新闻",
        "相關新聞",
        "推荐阅读",
        "热门推荐",
        "延伸閱讀",
        "Related",
        "Related articles",
        "Related stories",
        "More from",
        "You may also like"
    };

    private static final Set<String> LINES = Set.of("...", "…", "……", "---", "***", "* * *");

    private Looks() {}

    /** Ends with what ends a sentence, a quotation or a bracket. */
    static boolean endsSentence(String text) {
        int last = text.length() - 1;
        while (last >= 0
                && (Fold.raised(text.charAt(last)) >= 0 || Fold.circled(text.charAt(last)) > 0)) {
            last--;
        }
        return last >= 0 && ENDS.indexOf(text.charAt(last)) >= 0;
    }

    private static final Pattern PLACES = Pattern.compile(" ?[|›»>] ?| / ");
    private static final int NAVIGATION_MAX = 200;
    private static final int PLACE_MAX = 24;

    static Kind kindOf(String text, boolean stands) {
        if (isFurniture(text)) {
            return Kind.BOILERPLATE;
        }
        if (isByline(text)) {
            return Kind.BYLINE;
        }
        if (isReference(text)) {
            return Kind.REFERENCE;
        }
        if (isCaption(text)) {
            return Kind.CAPTION;
        }
        return stands && isHeading(text) ? Kind.HEADING : Kind.PARAGRAPH;
    }

    /** A picture's source at the end: {@code … /VCG}, {@code （新华社记者 …摄）}. */
    private static boolean isCaption(String text) {
        if (text.length() > 300) {
            return false;
        }
        for (String end : PICTURE_ENDS) {
            if (text.endsWith(end)) {
                return true;
            }
        }
        for (String start : PICTURE_STARTS) {
            if (text.startsWith(start)) {
                return true;
            }
        }
        return false;
    }

    /** Begins what is printed below an article and is none of it. */
    static boolean endsArticle(String text) {
        for (String start : AFTER_ARTICLE) {
            if (text.startsWith(start) && text.length() <= start.length() + 2) {
                return true;
            }
        }
        return false;
    }

    static boolean isByline(String text) {
        if (text.length() > 80) {
            return false;
        }
        for (String start : BYLINES) {
            if (text.startsWith(start)) {
                return true;
            }
        }
        int at = Math.max(text.indexOf("来源"), text.indexOf("來源"));
        return at > 0 && at < 24 && Fold.isDigit(text.charAt(0)) && text.startsWith("20");
    }

    static boolean isFurniture(String text) {
        if (LINES.contains(text) || isPageNumber(text)) {
            return true;
        }
        if (text.length() > 60) {
            return false;
        }
        for (String start : FURNITURE) {
            if (text.startsWith(start)) {
                return true;
            }
        }
        return false;
    }

    /** {@code Home | World | Politics}, {@code 首页 > 国际 > 正文}: where else a reader may go. */
    static boolean isNavigation(String text) {
        if (text.length() > NAVIGATION_MAX) {
            return false;
        }
        if (text.contains("Skip to ")) {
            return true;
        }
        String[] places = PLACES.split(text, -1);
        for (String place : places) {
            if (place.length() > PLACE_MAX) {
                return false;
            }
        }
        return places.length > 2;
    }

    /** {@code 12}, {@code - 12 -}, {@code · 12 ·}, {@code 第 12 页}, {@code Page 3 of 9}. */
    static boolean isPageNumber(String text) {
        if (text.length() > 16) {
            return false;
        }
        int digits = 0;
        String rest = text;
        for (String word : new String[] {"Page", "page", "of", "第", "页", "頁", "共"}) {
            rest = rest.replace(word, "");
        }
        for (int i = 0; i < rest.length(); i++) {
            char c = rest.charAt(i);
            if (Fold.isDigit(c)) {
                digits++;
            } else if (!Fold.isSpace(c) && "-–—·.|/,，".indexOf(c) < 0) {
                return false;
            }
        }
        return digits > 0 && digits < 4 || digits == 4 && rest.length() > 4 && text.length() < 10;
    }

    private static boolean isReference(String text) {
        return text.startsWith("参考文献") && text.length() < 8;
    }

    /** Short, one line, without a sentence's end or a comma. */
    static boolean isHeading(String text) {
        int width = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            width += Fold.isWide(c) ? 2 : 1;
            if ("，。；,;\n".indexOf(c) >= 0) {
                return false;
            }
        }
        if (text.startsWith("【") || text.startsWith("[")) {
            return false;
        }
        boolean question = text.endsWith("？") || text.endsWith("?");
        return width <= 72 && width > 2 && (question || !endsSentence(text));
    }
}
