package io.github.l1bench.data.table;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import io.github.l1bench.data.Decimal;
import java.util.Arrays;
import java.util.List;

/**
 * The row that is being read, one object for all rows: numbers where there are some, and text only where it is needed, so
 * that a field of a number makes no object.
 */
final class CsvRow extends AbstractBaseCsvCallbackHandler<CsvRow> {
    private static final int ALL = -1;

    private double[] numbers = new double[16];
    private String[] texts = new String[16];
    private int size;
    private int label = ALL;
    private long line;

    /** What this row is now, which the next row does not change. */
    CsvRow copy() {
        CsvRow copy = new CsvRow();
        copy.numbers = Arrays.copyOf(numbers, size);
        copy.texts = Arrays.copyOf(texts, size);
        copy.size = size;
        copy.line = line;
        return copy;
    }

    /** From now on keeps the text of column {@code column} and of what is no number; before, of all columns. */
    void keepOnlyTextOf(int column) {
        label = column;
    }

    /** Number of columns. */
    int size() {
        return size;
    }

    /** The number in column {@code j}; NaN where there is none. */
    double number(int j) {
        return numbers[j];
    }

    /** The text in column {@code j}, where it is kept. */
    String text(int j) {
        return texts[j];
    }

    /** The texts of all columns, where they are kept. */
    List<String> texts() {
        return List.of(Arrays.copyOf(texts, size));
    }

    /** The number of the line in which the row begins, from 1. */
    long line() {
        return line;
    }

    @Override
    protected void handleBegin(long startingLineNumber) {
        size = 0;
        line = startingLineNumber;
    }

    @Override
    protected void handleField(int j, char[] buffer, int offset, int length, boolean quoted) {
        if (j == numbers.length) {
            numbers = Arrays.copyOf(numbers, 2 * j);
            texts = Arrays.copyOf(texts, 2 * j);
        }
        int from = offset;
        int to = offset + length;
        while (from < to && buffer[from] <= ' ') {
            from++;
        }
        while (from < to && buffer[to - 1] <= ' ') {
            to--;
        }
        size = j + 1;
        numbers[j] = Decimal.parse(buffer, from, to);
        if (label == ALL || label == j || Double.isNaN(numbers[j])) {
            texts[j] = new String(buffer, from, to - from);
        }
    }

    @Override
    protected CsvRow buildRecord() {
        return this;
    }
}
