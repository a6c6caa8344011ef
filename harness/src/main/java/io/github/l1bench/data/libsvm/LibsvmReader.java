package io.github.l1bench.data.libsvm;

import io.github.l1bench.data.ClassNames;
import io.github.l1bench.data.DataException;
import io.github.l1bench.data.SparseRows;
import io.github.l1bench.data.input.Gzip;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Reads LIBSVM's format byte by byte, so that memory goes into nonzeros and never into lines. Whatever the file claims,
 * no more is allocated than its size justifies.
 */
final class LibsvmReader {
    private static final int BUFFER = 1 << 13;
    private static final int LONGEST_WORD = 64;
    private static final int FEATURES_OF_ANY_FILE = 1_000_000;
    private static final int ANY_EXPANSION = 1 << 20;
    private static final int LARGEST_EXPANSION = 200;
    private static final int END = -1;
    private static final Pattern NOT_FINITE = Pattern.compile("nan|[+-]?inf(inity)?", Pattern.CASE_INSENSITIVE);
    // Double.parseDouble also reads Java's suffixes and hexadecimal numbers, which no other program writes.
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");

    private final String name;
    private final long size;
    private final SparseRows rows = new SparseRows(1);
    private final ClassNames labels = new ClassNames();
    private final byte[] word = new byte[LONGEST_WORD];
    private final byte[] buffer = new byte[BUFFER];
    private InputStream in;
    private int position;
    private int filled;
    private long bytesRead;
    private long mostBytes;
    private int current;
    private long line = 1;
    private int features;
    private long linesOfFeatures;

    /**
     * @param name of the file, for messages
     * @param size of the file as it is stored, bytes
     */
    LibsvmReader(String name, long size) {
        this.name = name;
        this.size = size;
    }

    /**
     * Reads everything; to be called once.
     *
     * @throws DataException if the content breaks the format's rules
     * @throws IOException if {@code file} cannot be read
     */
    LibsvmFile read(InputStream file) throws IOException {
        try (InputStream content = decompressed(new BufferedInputStream(file, BUFFER))) {
            in = content;
            advance();
            while (current != END) {
                readLine();
            }
        } catch (EOFException | ZipException e) {
            throw new DataException(name + " is truncated or damaged gzip (" + e.getMessage() + "); fetch it again", e);
        }
        if (rows.rows() == 0) {
            throw new DataException(name + " holds no rows; check that it is the file you mean");
        }
        requireJustifiedFeatures();
        return new LibsvmFile(rows, labels);
    }

    private InputStream decompressed(BufferedInputStream file) throws IOException {
        if (!Gzip.startsHere(file)) {
            mostBytes = Long.MAX_VALUE;
            return file;
        }
        mostBytes = Math.max(ANY_EXPANSION, LARGEST_EXPANSION * size);
        return new GZIPInputStream(file, BUFFER);
    }

    private void requireJustifiedFeatures() {
        if (features > Math.max(FEATURES_OF_ANY_FILE, bytesRead)) {
            line = linesOfFeatures;
            throw wrong("index " + features + " is far beyond what a file of " + bytesRead
                    + " bytes can need; renumber the features");
        }
    }

    private void readLine() throws IOException {
        skipBlanks();
        if (!atLineEnd()) {
            rows.startRow(labels.add(Long.toString(label())));
            readEntries();
        }
        if (current == '#') {
            while (current != '\n' && current != END) {
                advance();
            }
        }
        if (current == '\n') {
            line++;
            advance();
        }
    }

    private void readEntries() throws IOException {
        int previous = 0;
        skipBlanks();
        while (!atLineEnd()) {
            int index = index(previous);
            advance();
            double value = number("value");
            if (!Double.isFinite(value)) {
                throw wrong("the value of index " + index + " is not finite; repair or remove that row");
            }
            rows.add(index - 1, value);
            previous = index;
            skipBlanks();
        }
        if (previous > features) {
            features = previous;
            linesOfFeatures = line;
        }
    }

    private long label() throws IOException {
        double label = number("label");
        if (label != Math.rint(label) || Math.abs(label) > 1L << 53) {
            throw wrong("the label " + label + " is not a whole number; number the classes");
        }
        if (current == ':') {
            throw wrong("the label is missing before the first index; write it at the start of the line");
        }
        return (long) label;
    }

    private int index(int previous) throws IOException {
        String text = word("index");
        if (current != ':') {
            throw wrong("'" + text + "' stands where index:value should; repair or remove it");
        }
        if (!text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw wrong("'" + text + "' is no index; indices are whole numbers from 1 on");
        }
        long index = text.length() > 18 ? Long.MAX_VALUE : Long.parseLong(text);
        if (index < 1 || index >= Integer.MAX_VALUE) {
            throw wrong("the index is " + text + "; indices go from 1 to " + (Integer.MAX_VALUE - 1));
        }
        if (index <= previous) {
            throw wrong("index " + index + " follows index " + previous
                    + "; indices must ascend, so sort the entries of the row");
        }
        return (int) index;
    }

    private double number(String what) throws IOException {
        String text = word(what);
        if (NOT_FINITE.matcher(text).matches()) {
            return Double.NaN;
        }
        if (!NUMBER.matcher(text).matches()) {
            throw wrong("'" + text + "' is no number where a " + what + " should stand; repair or remove it");
        }
        return Double.parseDouble(text);
    }

    private String word(String what) throws IOException {
        int length = 0;
        while (current > ' ' && current != ':' && current != '#') {
            if (length == LONGEST_WORD) {
                throw wrong("the " + what + " has more than " + LONGEST_WORD
                        + " characters; check that this is a file in LIBSVM's format");
            }
            word[length++] = (byte) current;
            advance();
        }
        if (length == 0) {
            throw wrong("the " + what + " is missing; write index:value pairs without blanks inside");
        }
        return printable(length);
    }

    // What is quoted in a message must not carry control characters to the terminal.
    private String printable(int length) {
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(word[i] > ' ' && word[i] < 127 ? (char) word[i] : '?');
        }
        return text.toString();
    }

    private boolean atLineEnd() {
        return current == '\n' || current == '#' || current == END;
    }

    private void skipBlanks() throws IOException {
        while (current == ' ' || current == '\t' || current == '\r') {
            advance();
        }
    }

    private void advance() throws IOException {
        if (position == filled) {
            filled = in.read(buffer);
            position = 0;
            if (filled <= 0) {
                filled = 0;
                current = END;
                return;
            }
            bytesRead += filled;
            if (bytesRead > mostBytes) {
                throw wrong(
                        "the file expands more than " + LARGEST_EXPANSION + "-fold; if that is meant, unpack it first");
            }
        }
        current = buffer[position++] & 0xff;
    }

    private DataException wrong(String what) {
        return new DataException(name + ", line " + line + ": " + what);
    }
}
