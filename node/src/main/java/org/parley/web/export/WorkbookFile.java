// SPDX-License-Identifier: Apache-2.0
package org.parley.web.export;

import org.dhatim.fastexcel.Position;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.agreement.Agreement;
import org.parley.standing.View;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Tables as an Excel workbook: a first sheet that says what this is and in which view, then a sheet
 * for each table. A number or a date becomes one in Excel only where Excel keeps it exactly; all
 * else is text, so that nothing changes when it is read back.
 */
public final class WorkbookFile {
    private static final int DIGITS_MAX = 15;
    private static final int CHARACTERS_MAX = 32_767;
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9]\\d*)(\\.\\d+)?");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final LocalDate FIRST_SOUND_DAY = LocalDate.of(1900, 3, 1);
    private static final int WIDTH_MAX = 60;

    private final boolean exercise;

    private WorkbookFile(boolean exercise) {
        this.exercise = exercise;
    }

    /** The bytes of the file. */
    public static byte[] of(Agreement agreement, View view, List<Grid> grids, String language) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        WorkbookFile file = new WorkbookFile(agreement.exercise());
        try (Workbook book = new Workbook(bytes, "Parley", "1.0")) {
            file.about(book.newWorksheet("About"), agreement, view, language);
            for (Grid grid : grids) {
                file.table(book.newWorksheet(Mapping.sheet(grid.what())), grid);
            }
        } catch (IOException e) {
            throw new IllegalStateException("a file in memory cannot fail to be written", e);
        }
        return bytes.toByteArray();
    }

    private void about(Worksheet sheet, Agreement agreement, View view, String language) {
        boolean chinese = language.equals("zh");
        mark(sheet);
        int row = 0;
        if (exercise) {
            sheet.value(row, 0, "EXERCISE 演练");
            sheet.style(row++, 0).bold().fontSize(20).set();
        }
        sheet.value(row, 0, agreement.title().in(language));
        sheet.style(row++, 0).bold().fontSize(14).set();
        String[][] lines = {
            {"agreement", agreement.id() + " sha256:" + agreement.digest()},
            {chinese ? "事实日期" : "as of", view.asOf().toString()},
            {chinese ? "知悉截止日" : "known on", view.knownOn().toString()},
            {chinese ? "依据" : "according to", view.viewer()},
            {chinese ? "引用" : "cite as", Citation.of(agreement, view, language)},
            {
                chinese ? "说明" : "note",
                chinese
                        ? "提示与状态由引擎计算，不是违约认定。空白表示不详，不表示零。"
                        : "States are computed; they are no finding. Blank means unknown, not zero."
            },
        };
        for (String[] line : lines) {
            row++;
            sheet.value(row, 0, line[0]);
            sheet.value(row, 1, line[1]);
        }
        for (Agreement.SourceText source : agreement.sources().values()) {
            row++;
            sheet.value(row, 0, chinese ? "来源" : "source");
            sheet.value(row, 1, source.title() + source.read().map(r -> "; " + r).orElse(""));
        }
        sheet.width(0, 16);
        sheet.width(1, WIDTH_MAX);
    }

    /** On the screen the first column says it; on paper the head of every page. */
    private void mark(Worksheet sheet) {
        if (exercise) {
            sheet.header("EXERCISE 演练", Position.CENTER);
        }
    }

    private void table(Worksheet sheet, Grid grid) {
        mark(sheet);
        for (int column = 0; column < grid.columns().size(); column++) {
            sheet.value(0, column, grid.columns().get(column).name());
            sheet.style(0, column).bold().set();
            sheet.width(column, width(grid, column));
        }
        sheet.freezePane(0, 1);
        for (int row = 0; row < grid.rows().size(); row++) {
            List<String> cells = grid.rows().get(row);
            for (int column = 0; column < cells.size(); column++) {
                cell(sheet, row + 1, column, cells.get(column), grid.columns().get(column).type());
            }
        }
    }

    private static int width(Grid grid, int column) {
        int longest = grid.columns().get(column).name().length();
        for (List<String> row : grid.rows()) {
            longest = Math.max(longest, row.get(column).length());
        }
        return Math.min(longest + 2, WIDTH_MAX);
    }

    private static void cell(Worksheet sheet, int row, int column, String text, Grid.Type type) {
        if (text.isEmpty()) {
            return;
        }
        if (text.length() > CHARACTERS_MAX) {
            throw new ParleyException(
                    Code.TOO_LARGE,
                    Place.of("sheet " + sheet.getName() + ", row " + (row + 1)),
                    "a text of " + text.length() + " characters does not fit into an Excel cell",
                    "export this table with --csv");
        }
        boolean exact = NUMBER.matcher(text).matches() && digits(text) <= DIGITS_MAX;
        if (type == Grid.Type.NUMBER && exact) {
            sheet.value(row, column, new BigDecimal(text));
        } else if (type == Grid.Type.DATE && DAY.matcher(text).matches()) {
            LocalDate day = LocalDate.parse(text);
            if (day.isBefore(FIRST_SOUND_DAY)) {
                sheet.value(row, column, text);
            } else {
                sheet.value(row, column, day);
                sheet.style(row, column).format("yyyy-mm-dd").set();
            }
        } else {
            sheet.value(row, column, text);
        }
    }

    private static long digits(String number) {
        return number.chars().filter(Character::isDigit).count();
    }
}
