package io.github.l1bench.page;

import java.util.function.Function;

/**
 * A column of a {@link Table} of rows {@code R}.
 *
 * @param heading what pages call it, null where pages leave it out
 * @param explanation what a pointer on the heading is told, null for nothing
 * @param numeric whether it is set to the right
 * @param cell what stands in a row
 * @param name what files call it, null where files leave it out
 * @param value what files hold of a row, all digits kept; null stands for nothing
 */
public record Column<R>(
        String heading,
        String explanation,
        boolean numeric,
        Function<R, Cell> cell,
        String name,
        Function<R, ?> value) {
    /** A column of words, on pages. */
    public static <R> Column<R> text(String heading, Function<R, String> words) {
        return words(heading, row -> Cell.text(words.apply(row)));
    }

    /** A column of cells with words, on pages. */
    public static <R> Column<R> words(String heading, Function<R, Cell> cell) {
        return new Column<>(heading, null, false, cell, null, null);
    }

    /** A column of numbers as they are shown, on pages. */
    public static <R> Column<R> number(String heading, Function<R, ? extends Number> value, Function<R, String> shown) {
        return numbers(heading, row -> Cell.number(value.apply(row), shown.apply(row)));
    }

    /** A column of cells with numbers, on pages. */
    public static <R> Column<R> numbers(String heading, Function<R, Cell> cell) {
        return new Column<>(heading, null, true, cell, null, null);
    }

    /** A column of files alone. */
    public static <R> Column<R> data(String name, Function<R, ?> value) {
        return new Column<>(null, null, false, null, name, value);
    }

    /** The same with an explanation of its heading. */
    public Column<R> explained(String words) {
        return new Column<>(heading, words, numeric, cell, name, value);
    }

    /** The same, in files as well. */
    public Column<R> filed(String fileName, Function<R, ?> fileValue) {
        return new Column<>(heading, explanation, numeric, cell, fileName, fileValue);
    }
}
