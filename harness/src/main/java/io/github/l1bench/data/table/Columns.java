package io.github.l1bench.data.table;

import io.github.l1bench.data.input.Quote;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The columns of a table.
 *
 * @param count how many, the column of labels included
 * @param names as the first line gives them; none where it does not
 * @param label index of the column of labels
 */
record Columns(int count, List<String> names, int label) {
    /** Column {@code j} in a message. */
    String words(int j) {
        return names.isEmpty() ? "column " + (j + 1) : "column " + Quote.of(names.get(j));
    }

    /** The feature that column {@code j} is, from 0. */
    int feature(int j) {
        return j < label ? j : j - 1;
    }

    /** The first column that {@code other} calls otherwise; -1 where there is none or one of both has no names. */
    int firstDifference(Columns other) {
        return IntStream.range(0, Math.min(names.size(), other.names.size()))
                .filter(j -> !names.get(j).equals(other.names.get(j)))
                .findFirst()
                .orElse(-1);
    }
}
