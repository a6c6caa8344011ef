package io.github.l1bench.compare;

import java.util.ArrayList;
import java.util.List;

/** A table for a terminal: columns as wide as their longest word, the first one to the left, all others to the right. */
final class TextTable {
    private final List<String[]> rows = new ArrayList<>();

    /** Adds a row; what follows after the columns of the first row is not aligned. */
    TextTable row(String... cells) {
        rows.add(cells);
        return this;
    }

    @Override
    public String toString() {
        int[] widths = new int[rows.get(0).length];
        for (String[] row : rows) {
            for (int c = 0; c < Math.min(widths.length, row.length); c++) {
                widths[c] = Math.max(widths[c], row[c].length());
            }
        }
        StringBuilder text = new StringBuilder();
        rows.forEach(row -> text.append(line(row, widths)).append('\n'));
        return text.toString();
    }

    private static String line(String[] row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int c = 0; c < row.length; c++) {
            String padding = " ".repeat(c < widths.length ? widths[c] - row[c].length() : 0);
            line.append(c == 0 ? "" : "  ").append(c == 0 ? row[c] + padding : padding + row[c]);
        }
        return line.toString().stripTrailing();
    }
}
