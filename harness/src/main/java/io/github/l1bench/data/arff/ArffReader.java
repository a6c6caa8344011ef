package io.github.l1bench.data.arff;

import io.github.l1bench.data.ClassNames;
import io.github.l1bench.data.DataException;
import io.github.l1bench.data.GrowingRows;
import io.github.l1bench.data.PixelRows;
import io.github.l1bench.data.arff.ArffScanner.Token;
import io.github.l1bench.data.input.Quote;
import java.io.IOException;
import java.util.stream.IntStream;

/** Reads the rows behind {@code @data}, each of them all its values or, in braces, those that are not the usual ones. */
final class ArffReader {
    private static final int NOT_GIVEN = -1;
    private static final long USUAL_VALUES_OF_ANY_FILE = 20_000_000;
    private static final long USUAL_VALUES_PER_CHARACTER = 50;

    private final ArffScanner scanner;
    private final ArffColumns columns;
    private final ArffRow row = new ArffRow();
    private final ClassNames labels;
    private final GrowingRows rows;
    private final int[] nominalFeatures;
    // The row, from 1, in which an attribute was last given a value: only sparse rows need to know.
    private final int[] givenIn;
    private int rowsRead;
    private long usualValues;

    /**
     * @param scanner that stands before the first row
     * @param columns of the file
     * @param rows to which those of the file are appended
     * @param labels of the classes
     */
    ArffReader(ArffScanner scanner, ArffColumns columns, GrowingRows rows, ClassNames labels) {
        this.scanner = scanner;
        this.columns = columns;
        this.rows = rows;
        this.labels = labels;
        this.givenIn = new int[columns.attributes()];
        this.nominalFeatures = IntStream.range(0, columns.attributes())
                .filter(i -> columns.first(i) >= 0 && columns.attribute(i).isNominal())
                .toArray();
    }

    /**
     * Reads everything; to be called once.
     *
     * @throws DataException if a row breaks the format's rules or has no value for something that is needed, or the labels
     *     are no classes
     */
    void read() throws IOException {
        for (Token token = scanner.next(); token != Token.END; token = scanner.next()) {
            if (token == Token.LINE_END) {
                continue;
            }
            rowsRead++;
            row.clear(NOT_GIVEN);
            if (token == Token.OPEN) {
                readSparse();
            } else {
                readDense(token);
            }
            row.writeTo(rows);
        }
        if (!labels.areSorted() && labels.areMeasurements(rowsRead)) {
            throw scanner.wrongFile("has " + labels.names().size() + " different values of attribute "
                    + columns.attribute(columns.label()).shown() + " in " + rowsRead
                    + " rows, which are no classes; name another attribute with --label");
        }
    }

    // Blanks part values as a comma does, so that what matters is two commas with nothing between.
    private void readDense(Token start) throws IOException {
        int read = 0;
        Token before = Token.COMMA;
        for (Token token = start; token != Token.LINE_END && token != Token.END; token = scanner.next()) {
            if (token == Token.WORD) {
                requireAttribute(read);
                take(read++);
            } else if (token == Token.OPEN && read == columns.attributes()) {
                throw weighted();
            } else if (token != Token.COMMA) {
                throw scanner.wrong("a brace stands among the values; put quotes around a value that holds braces");
            } else if (before == Token.COMMA) {
                requireAttribute(read);
                throw missing(read);
            }
            before = token;
        }
        if (read < columns.attributes()) {
            throw scanner.wrong(
                    "the row ends after " + read + " of " + columns.attributes() + " values; complete or remove it");
        }
    }

    private void requireAttribute(int index) {
        if (index == columns.attributes()) {
            throw scanner.wrong("the row has more than the " + index
                    + " values that were declared; put quotes around a value that holds blanks or commas");
        }
    }

    private void readSparse() throws IOException {
        if (rows instanceof PixelRows pixels) {
            // a short row would take the memory of a whole image
            pixels.becomeSparse();
        }
        for (Token token = scanner.next(); token != Token.CLOSE; token = scanner.next()) {
            if (token == Token.COMMA) {
                continue;
            }
            if (token != Token.WORD) {
                throw scanner.wrong("the row's brace is not closed on its line; write {INDEX VALUE, INDEX VALUE}");
            }
            int attribute = index();
            if (scanner.next() != Token.WORD) {
                throw scanner.wrong("no value stands behind the index of attribute "
                        + columns.attribute(attribute).shown() + "; write {INDEX VALUE, INDEX VALUE}");
            }
            take(attribute);
        }
        Token behind = scanner.next();
        if (behind != Token.LINE_END && behind != Token.END) {
            throw weighted();
        }
        takeUsualValues();
    }

    private int index() {
        int index = scanner.word().index(columns.attributes());
        if (index < 0) {
            throw scanner.wrong(scanner.word().shown() + " is no index of an attribute; they go from 0 to "
                    + (columns.attributes() - 1));
        }
        if (givenIn[index] == rowsRead) {
            throw scanner.wrong("the row has two values of attribute "
                    + columns.attribute(index).shown() + "; remove one of them");
        }
        givenIn[index] = rowsRead;
        return index;
    }

    // What a sparse row leaves out is zero, and the first of the declared values stands for a zero.
    private void takeUsualValues() {
        for (int attribute : nominalFeatures) {
            if (givenIn[attribute] != rowsRead) {
                row.add(columns.first(attribute), 1);
                usualValues++;
            }
        }
        if (usualValues > Math.max(USUAL_VALUES_OF_ANY_FILE, USUAL_VALUES_PER_CHARACTER * scanner.charactersRead())) {
            throw scanner.wrongFile("leaves out so many nominal values, " + usualValues
                    + " so far, that its rows are not sparse; declare these attributes numeric");
        }
        if (givenIn[columns.label()] != rowsRead) {
            row.label(label(usualLabel(columns.attribute(columns.label()))));
        }
    }

    private String usualLabel(ArffAttribute label) {
        return switch (label.type()) {
            case NOMINAL -> label.values().get(0);
            case NUMERIC -> "0";
            default -> throw missing(columns.label());
        };
    }

    private void take(int attribute) {
        int column = columns.first(attribute);
        if (column == ArffColumns.IGNORED) {
            return;
        }
        if (scanner.word().isMissing()) {
            throw missing(attribute);
        }
        if (columns.isNumeric(attribute)) {
            row.add(column, scanner.word().number());
        } else if (column == ArffColumns.LABEL) {
            requireValue(attribute);
            row.label(label(scanner.word().text()));
        } else {
            row.add(column + valueIndex(attribute), 1);
        }
    }

    private int label(String text) {
        if (!Quote.isName(text)) {
            throw scanner.wrong(
                    "the label " + Quote.of(text) + " is too long or holds characters that cannot be printed;"
                            + " name another attribute with --label");
        }
        int index = labels.index(text);
        if (index < 0) {
            throw scanner.wrong("no training row has the label " + Quote.of(text)
                    + "; remove that row or train with such rows too");
        }
        return index;
    }

    private void requireValue(int attribute) {
        switch (columns.attribute(attribute).type()) {
            case NOMINAL -> valueIndex(attribute);
            case NUMERIC -> scanner.word().number();
            default -> {}
        }
    }

    private int valueIndex(int attribute) {
        int index = columns.valueIndex(attribute, scanner.word().text());
        if (index < 0) {
            throw scanner.wrong(scanner.word().shown() + " is none of the values that are declared for attribute "
                    + columns.attribute(attribute).shown() + "; add it to its declaration or correct the row");
        }
        return index;
    }

    private DataException missing(int attribute) {
        return scanner.wrong(
                "the value of attribute " + columns.attribute(attribute).shown() + ", number " + (attribute + 1)
                        + ", is missing; fill it in or remove the row");
    }

    private DataException weighted() {
        return scanner.wrong(
                "more stands behind the row's values, as the weight of a row would, and weighted rows are not"
                        + " supported; remove what is behind the values");
    }
}
