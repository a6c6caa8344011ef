package io.github.l1bench.data.table;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import io.github.l1bench.data.ClassNames;
import io.github.l1bench.data.DataException;
import io.github.l1bench.data.SparseRows;
import io.github.l1bench.data.input.RowFormat;
import io.github.l1bench.data.input.TextContent;
import io.github.l1bench.data.input.TextFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Tables as in RFC 4180, also with tabs or semicolons, with a line of names or without. */
final class CsvFormat implements RowFormat {
    private final Optional<String> label;
    private final Optional<Boolean> header;
    private Columns training;

    /**
     * @param label number or name of the column of labels; empty for the last
     * @param header whether the first line names the columns; empty where that is to be found out
     */
    CsvFormat(Optional<String> label, Optional<Boolean> header) {
        this.label = label;
        this.header = header;
    }

    @Override
    public void read(TextContent content, SparseRows rows, ClassNames labels) throws IOException {
        TextFormat.CSV.require(content);
        CsvRow row = new CsvRow();
        CsvReader<CsvRow> reader = CsvReader.builder()
                .fieldSeparator(Separator.of(content))
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowUnclosedQuote(false)
                .build(row, content.reader(CodingErrorAction.REPORT));
        try {
            read(reader, content.name(), rows, labels);
            requireClasses(content.name(), rows.rows(), labels);
        } catch (CsvParseException e) {
            throw explained(content.name(), row, e);
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof CharacterCodingException) {
                throw new DataException(
                        content.name() + " is no UTF-8 text from line " + row.line()
                                + " on; save it as UTF-8, for example with iconv",
                        e);
            }
            throw e.getCause();
        }
    }

    private void requireClasses(String name, int rows, ClassNames labels) {
        if (labels.areMeasurements(rows)) {
            throw new DataException(name + ", " + training.words(training.label()) + ": "
                    + labels.names().size() + " different labels in " + rows
                    + " rows are no classes; name the column of labels with --label");
        }
    }

    // The parser wraps what is thrown while it reads.
    private static RuntimeException explained(String name, CsvRow row, CsvParseException e) {
        if (e.getCause() instanceof DataException cause) {
            return cause;
        }
        if (e.getCause() instanceof Error error) {
            throw error;
        }
        Throwable cause = e.getCause() == null ? e : e.getCause();
        // What the parser says beyond its first sentence is advice to programmers.
        String reason = cause.getMessage().replaceAll("\\s*\\(record starting.*|\\. .*", "");
        return new DataException(
                name + ", line " + row.line() + ": the row cannot be read (" + reason + "); mend its quotes", e);
    }

    private void read(CsvReader<CsvRow> reader, String name, SparseRows rows, ClassNames labels) {
        Iterator<CsvRow> read = reader.iterator();
        if (!read.hasNext()) {
            return;
        }
        CsvRow first = read.next().copy();
        boolean hasSecond = read.hasNext();
        CsvRow row = hasSecond ? read.next() : first;
        FirstLines lines = new FirstLines(first.texts(), hasSecond ? row.texts() : List.of());
        Columns columns = columns(name, lines);
        CsvRows appended = new CsvRows(name, columns, rows, labels);
        if (columns.names().isEmpty()) {
            appended.add(first);
        }
        row.keepOnlyTextOf(columns.label());
        for (boolean more = hasSecond; more; more = read.hasNext() && read.next() == row) {
            appended.add(row);
        }
    }

    private Columns columns(String name, FirstLines lines) {
        Columns columns = lines.columns(label, header);
        if (columns.count() < 2) {
            throw new DataException(name + " has one column only; a table has features and a column of labels");
        }
        if (training == null) {
            training = columns;
        }
        int other = training.firstDifference(columns);
        if (other >= 0) {
            throw new DataException(name + ": " + columns.words(other) + " stands where the training rows have "
                    + training.words(other) + "; put the columns into the same order");
        }
        if (columns.count() != training.count()) {
            throw new DataException(name + " has " + columns.count() + " columns, but the training rows have "
                    + training.count() + "; give both files the same columns");
        }
        return columns;
    }
}
