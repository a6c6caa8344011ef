package io.github.l1bench.page;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A table described once by its columns, and written as markup, as comma-separated values (RFC 4180), as text for a
 * terminal, as Markdown or for LaTeX.
 *
 * @param <R> what a row is about
 */
public final class Table<R> {
    private final String label;
    private final String kind;
    private final List<Column<R>> columns;

    /**
     * @param label the accessible name of the table
     * @param kind classes of the style sheet
     */
    public Table(String label, String kind, List<Column<R>> columns) {
        this.label = label;
        this.kind = kind;
        this.columns = List.copyOf(columns);
    }

    /** Writes the table; the first column names the rows. */
    public void write(Html html, Collection<R> rows) {
        write(html, rows, row -> null);
    }

    /** The same with the name by which the page's script finds a row. */
    public void write(Html html, Collection<R> rows, Function<R, String> key) {
        List<Column<R>> shown = shown();
        html.open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", label);
        String first = kind.split(" ")[0];
        String id = first.equals("solvers") ? first : null;
        html.open("table", "class", kind, "id", id).open("thead").open("tr");
        for (Column<R> column : shown) {
            String[] attributes = {"scope", "col", "class", kindOf(column), "title", column.explanation()};
            html.open("th", attributes)
                    .element("span", column.heading(), "class", "name")
                    .close("th");
        }
        html.close("tr").close("thead").open("tbody");
        for (R row : rows) {
            html.open("tr", "data-cell", key.apply(row));
            for (int i = 0; i < shown.size(); i++) {
                shown.get(i).cell().apply(row).write(html, i == 0 ? "th" : "td", i == 0 ? "row" : null);
            }
            html.close("tr");
        }
        html.close("tbody").close("table").close("div");
    }

    private static String kindOf(Column<?> column) {
        return column.numeric() ? "num" : "text";
    }

    private List<Column<R>> shown() {
        return columns.stream().filter(column -> column.heading() != null).toList();
    }

    /** The columns that have names in files, a line for each row. */
    public String csv(Collection<R> rows) {
        List<Column<R>> kept =
                columns.stream().filter(column -> column.name() != null).toList();
        StringBuilder out = new StringBuilder(line(kept.stream().map(Column::name)));
        rows.forEach(row ->
                out.append(line(kept.stream().map(column -> column.value().apply(row)))));
        return out.toString();
    }

    private static String line(Stream<?> values) {
        return values.map(Table::field).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String field(Object value) {
        String text = Objects.toString(value, "");
        return text.matches("(?s).*[,\"\r\n].*") ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }

    /** For a terminal: columns as wide as their longest word, words to the left and numbers to the right. */
    public String text(Collection<R> rows) {
        List<List<String>> lines = lines(rows);
        List<Column<R>> shown = shown();
        int[] widths = IntStream.range(0, shown.size())
                .map(c -> lines.stream()
                        .mapToInt(line -> line.get(c).length())
                        .max()
                        .orElse(0))
                .toArray();
        StringBuilder text = new StringBuilder();
        for (List<String> line : lines) {
            StringJoiner joined = new StringJoiner("  ");
            for (int c = 0; c < widths.length; c++) {
                String padding = " ".repeat(widths[c] - line.get(c).length());
                joined.add(shown.get(c).numeric() ? padding + line.get(c) : line.get(c) + padding);
            }
            text.append(joined.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }

    /** For the summaries that GitHub shows. */
    public String markdown(Collection<R> rows) {
        StringBuilder text = new StringBuilder();
        List<List<String>> lines = lines(rows);
        text.append(row(lines.get(0).stream()));
        text.append(shown().stream()
                .map(column -> column.numeric() ? "---:" : "---")
                .collect(Collectors.joining("|", "|", "|\n")));
        lines.subList(1, lines.size()).forEach(line -> text.append(row(line.stream())));
        return text.toString();
    }

    private static String row(Stream<String> cells) {
        return cells.map(cell -> " " + escaped(cell) + " |").collect(Collectors.joining("", "|", "\n"));
    }

    /** {@code words} without what Markdown or HTML would take for markup, or what would end a table's cell. */
    public static String escaped(String words) {
        return words.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replaceAll("([\\\\`*_\\[\\]|~])", "\\\\$1")
                .replaceAll("\\R", " ");
    }

    /** For LaTeX with the package {@code booktabs}: a {@code tabular} without a float around it. */
    public String latex(Collection<R> rows) {
        List<List<String>> lines = lines(rows);
        String kinds =
                shown().stream().map(column -> column.numeric() ? "r" : "l").collect(Collectors.joining());
        StringBuilder text = new StringBuilder("\\begin{tabular}{" + kinds + "}\n\\toprule\n");
        text.append(Latex.row(lines.get(0))).append("\\midrule\n");
        lines.subList(1, lines.size()).forEach(line -> text.append(Latex.row(line)));
        return text.append("\\bottomrule\n\\end{tabular}\n").toString();
    }

    private List<List<String>> lines(Collection<R> rows) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(shown().stream().map(Column::heading).toList());
        rows.forEach(row -> lines.add(
                shown().stream().map(column -> column.cell().apply(row).text()).toList()));
        return lines;
    }
}
