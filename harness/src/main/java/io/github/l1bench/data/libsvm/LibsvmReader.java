package io.github.l1bench.data.libsvm;

import io.github.l1bench.data.ClassNames;
import io.github.l1bench.data.DataException;
import io.github.l1bench.data.Decimal;
import io.github.l1bench.data.SparseRows;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads the format of LIBSVM (Chang and Lin): lines of {@code label qid:number index:value index:value ... # comment},
 * labels whole numbers, indices ascending, values finite. Empty lines are skipped.
 */
final class LibsvmReader {
    private static final Pattern NOT_FINITE = Pattern.compile("nan|[+-]?inf(inity)?", Pattern.CASE_INSENSITIVE);
    private static final String QUERY = "qid";

    private final LibsvmCharacters text;
    private final int firstIndex;
    private final Optional<String> limit;
    private final SparseRows rows;
    private final ClassNames labels;
    private long widestLine;
    private boolean queries;

    /**
     * @param text to its end
     * @param firstIndex the smallest index, 0 or 1
     * @param limit whose features those are that {@code rows} has now, where there may be no others
     * @param rows to which all rows are appended
     * @param labels of the classes
     */
    LibsvmReader(LibsvmCharacters text, int firstIndex, Optional<String> limit, SparseRows rows, ClassNames labels) {
        this.text = text;
        this.firstIndex = firstIndex;
        this.limit = limit;
        this.rows = rows;
        this.labels = labels;
    }

    /** Whether there were queries, which are left out. */
    boolean hasQueries() {
        return queries;
    }

    /**
     * Reads everything; to be called once.
     *
     * @throws DataException if the content breaks the format's rules
     * @throws IOException if it cannot be read
     */
    void read() throws IOException {
        while (text.current() != LibsvmCharacters.END) {
            text.skipBlanks();
            if (!text.atLineEnd()) {
                rows.startRow(label());
                readEntries();
            }
            text.nextLine();
        }
    }

    /** What is wrong where a file of {@code bytes} bytes cannot have as many features as it does. */
    DataException tooWide(long bytes) {
        return text.wrong(
                widestLine,
                "index " + (rows.columns() - 1 + firstIndex) + " is far beyond what a file of " + bytes
                        + " bytes can need; renumber the features");
    }

    private void readEntries() throws IOException {
        int previous = firstIndex - 1;
        text.skipBlanks();
        while (!text.atLineEnd()) {
            text.readWord("index");
            if (isQuery(previous)) {
                text.advance();
                text.readWord("query");
                queries = true;
            } else {
                previous = readEntry(previous);
            }
            text.skipBlanks();
        }
    }

    private boolean isQuery(int previous) {
        return previous < firstIndex && text.current() == ':' && text.is(QUERY);
    }

    private int readEntry(int previous) throws IOException {
        int index = index(previous);
        text.advance();
        double value = number("value");
        if (!Double.isFinite(value)) {
            throw text.wrong("the value of index " + index + " is not finite; repair or remove that row");
        }
        int column = index - firstIndex;
        if (column >= rows.columns()) {
            limit.ifPresent(whose -> {
                throw text.wrong("index " + index + " is beyond the " + rows.columns() + " features " + whose);
            });
            widestLine = text.line();
        }
        rows.add(column, value);
        return index;
    }

    private int label() throws IOException {
        double label = number("label");
        if (label != Math.rint(label)) {
            throw text.wrong("the label " + label + " is not a whole number; number the classes");
        }
        if (Math.abs(label) > 1L << 53) {
            throw text.wrong("the label " + label + " is too large to be told from others; number the classes");
        }
        if (text.current() == ':') {
            throw text.wrong("the label is missing before the first index; write it at the start of the line");
        }
        int index = labels.index(Long.toString((long) label));
        if (index < 0) {
            throw text.wrong(
                    "no training row has the label " + (long) label + "; remove that row or train with such rows too");
        }
        return index;
    }

    private int index(int previous) {
        if (text.current() != ':') {
            throw text.wrong("'" + text.quoted() + "' stands where index:value should; repair or remove it");
        }
        long index = text.wholeNumber();
        if (index < 0) {
            throw text.wrong(
                    "'" + text.quoted() + "' is no index; indices are whole numbers from " + firstIndex + " on");
        }
        if (index < firstIndex || index >= Integer.MAX_VALUE) {
            throw text.wrong("the index is " + text.quoted() + "; indices go from " + firstIndex + " to "
                    + (Integer.MAX_VALUE - 1) + (index == 0 ? ", or from 0 on with --zero-based" : ""));
        }
        if (index <= previous) {
            throw text.wrong("index " + index + " follows index " + previous
                    + "; indices must ascend, so sort the entries of the row");
        }
        return (int) index;
    }

    private double number(String what) throws IOException {
        text.readWord(what);
        double number = Decimal.parse(text.word(), 0, text.length());
        if (Double.isNaN(number) && !NOT_FINITE.matcher(text.quoted()).matches()) {
            throw text.wrong(
                    "'" + text.quoted() + "' is no number where a " + what + " should stand; repair or remove it");
        }
        return number;
    }
}
