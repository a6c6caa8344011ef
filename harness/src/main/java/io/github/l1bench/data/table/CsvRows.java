package io.github.l1bench.data.table;

import io.github.l1bench.data.ClassNames;
import io.github.l1bench.data.DataException;
import io.github.l1bench.data.SparseRows;
import io.github.l1bench.data.input.Quote;

/**
 * Rows of a table on their way to the problem: checked, features and label told apart.
 *
 * @param name of the file, for messages
 * @param columns that each row must have
 * @param rows to which they are appended
 * @param labels of the classes
 */
record CsvRows(String name, Columns columns, SparseRows rows, ClassNames labels) {
    /**
     * Appends a row.
     *
     * @throws DataException if it has other columns, misses a value, has one that is no number, or an unknown label
     */
    void add(CsvRow row) {
        if (row.size() != columns.count()) {
            throw new DataException(name + ", line " + row.line() + ": the row has " + row.size()
                    + " columns where the first line has " + columns.count() + "; repair or remove it");
        }
        rows.startRow(label(row));
        for (int j = 0; j < row.size(); j++) {
            if (j != columns.label()) {
                double value = row.number(j);
                if (!Double.isFinite(value)) {
                    throw noNumber(row, j);
                }
                rows.add(columns.feature(j), value);
            }
        }
    }

    private int label(CsvRow row) {
        String text = row.text(columns.label());
        if (Missing.is(text)) {
            throw wrong(row, columns.label(), "the label is missing" + shown(text) + "; fill it in or remove the row");
        }
        if (!Quote.isName(text)) {
            throw wrong(
                    row,
                    columns.label(),
                    "the label " + Quote.of(text)
                            + " is too long or holds characters that cannot be printed; name the column of labels with --label");
        }
        int index = labels.index(text);
        if (index < 0) {
            throw wrong(
                    row,
                    columns.label(),
                    "no training row has the label " + Quote.of(text)
                            + "; remove that row or train with such rows too");
        }
        return index;
    }

    private DataException noNumber(CsvRow row, int j) {
        if (Double.isInfinite(row.number(j))) {
            return wrong(row, j, "the value is not finite; repair or remove that row");
        }
        String text = row.text(j);
        if (Missing.is(text)) {
            return wrong(row, j, "the value is missing" + shown(text) + "; fill it in or remove the row or the column");
        }
        if (text.matches("[+-]?(inf|infinity|Inf|Infinity|INF)")) {
            return wrong(row, j, "the value is not finite; repair or remove that row");
        }
        return wrong(
                row,
                j,
                Quote.of(text) + " is no number; "
                        + (text.matches("[+-]?\\d*,\\d+")
                                ? "write numbers with a decimal point"
                                : "write what it says as numbers, remove the column, or name it with --label if it"
                                        + " holds the labels"));
    }

    private static String shown(String text) {
        return text.isEmpty() ? "" : " (" + Quote.of(text) + ")";
    }

    private DataException wrong(CsvRow row, int j, String what) {
        return new DataException(name + ", line " + row.line() + ", " + columns.words(j) + ": " + what);
    }
}
