package io.github.l1bench.data.table;

import io.github.l1bench.data.DataException;
import io.github.l1bench.data.input.TextContent;
import java.util.Comparator;
import java.util.List;
import java.util.stream.LongStream;

/** What separates the columns of a table, found from its first lines. */
final class Separator {
    // Where numbers have decimal commas, columns have semicolons; hence the order.
    private static final List<Character> KNOWN = List.of('\t', ';', ',');
    private static final int LINES = 20;

    private Separator() {}

    /**
     * The separator that all of the first lines have equally often outside of quotes, else the one most frequent in the
     * first.
     *
     * @throws DataException if the first line has none
     */
    static char of(TextContent content) {
        List<String> lines = lines(content.head().replaceAll("\"[^\"]*(\"|$)", ""), content.endsWithHead());
        if (lines.isEmpty()) {
            return ',';
        }
        char separator = KNOWN.stream()
                .filter(c -> counts(lines, c).distinct().count() == 1 && count(lines.get(0), c) > 0)
                .findFirst()
                .orElseGet(() -> mostFrequent(lines.get(0)));
        if (count(lines.get(0), separator) == 0) {
            throw new DataException(
                    content.name() + " has one column only; separate columns by commas, tabs or semicolons");
        }
        return separator;
    }

    // The last line of the beginning may be cut off.
    private static List<String> lines(String head, boolean whole) {
        List<String> lines =
                head.lines().filter(line -> !line.isBlank()).limit(LINES).toList();
        return whole || lines.size() < 2 ? lines : lines.subList(0, lines.size() - 1);
    }

    private static char mostFrequent(String line) {
        return KNOWN.stream().max(Comparator.comparingLong(c -> count(line, c))).orElseThrow();
    }

    private static LongStream counts(List<String> lines, char separator) {
        return lines.stream().mapToLong(line -> count(line, separator));
    }

    private static long count(String line, char separator) {
        return line.chars().filter(c -> c == separator).count();
    }
}
