package io.github.l1bench.data.table;

import io.github.l1bench.data.Decimal;
import io.github.l1bench.data.input.Quote;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The first two lines of a table, from which is told whether the first one names the columns.
 *
 * @param first texts of the first line
 * @param second texts of the second line; none where there is no second
 */
record FirstLines(List<String> first, List<String> second) {
    // Names that numpy and pandas give to columns without names; fewer may well be data.
    private static final int FEWEST_NUMBERED = 3;
    private static final int MOST_NAMES_SHOWN = 10;

    /**
     * The columns.
     *
     * @param label number or name of the column of labels; empty for the last
     * @param header whether the first line names the columns; empty where that is to be found out
     * @throws IllegalArgumentException if there is no such column
     */
    Columns columns(Optional<String> label, Optional<Boolean> header) {
        int number = label.map(this::number).orElse(first.size());
        boolean named = header.orElseGet(() -> number == 0 || isHeader(number - 1));
        int index = number > 0 ? number - 1 : named ? first.indexOf(label.orElseThrow()) : -1;
        if (index < 0) {
            throw new IllegalArgumentException("there is no column " + Quote.of(label.orElseThrow()) + " for --label; "
                    + (named ? "the columns are " + names() : "the first line names none, so give its number"));
        }
        return new Columns(first.size(), named ? first : List.of(), index);
    }

    // The number of the column that --label means; 0 where it is a name.
    private int number(String label) {
        boolean fits =
                label.matches("\\d{1,9}") && Integer.parseInt(label) >= 1 && Integer.parseInt(label) <= first.size();
        return fits ? Integer.parseInt(label) : 0;
    }

    private String names() {
        return first.stream().limit(MOST_NAMES_SHOWN).map(Quote::of).collect(Collectors.joining(", "))
                + (first.size() > MOST_NAMES_SHOWN ? ", ..." : "");
    }

    /**
     * Whether the first line names the columns: where most of its features are words, and one of them is a number in the
     * second line; or where it just numbers them.
     */
    private boolean isHeader(int label) {
        List<Integer> features =
                IntStream.range(0, first.size()).filter(j -> j != label).boxed().toList();
        List<Integer> words =
                features.stream().filter(j -> isWord(first.get(j))).toList();
        if (words.isEmpty()) {
            return isNumbering(features, 0) || isNumbering(features, 1);
        }
        boolean contrast =
                second.isEmpty() || words.stream().anyMatch(j -> j < second.size() && Decimal.isNumber(second.get(j)));
        return contrast && 2 * words.size() >= features.size();
    }

    private static boolean isWord(String text) {
        return !Decimal.isNumber(text) && !Missing.is(text);
    }

    private boolean isNumbering(List<Integer> features, int from) {
        return features.size() >= FEWEST_NUMBERED
                && IntStream.range(0, features.size())
                        .allMatch(i -> first.get(features.get(i)).equals(Integer.toString(from + i)));
    }
}
