package io.github.l1bench.data.libsvm;

import io.github.l1bench.data.DataException;
import java.io.IOException;
import java.io.Reader;
import java.nio.CharBuffer;

/** A text word by word, so that memory goes into numbers and never into lines. */
final class LibsvmCharacters {
    /** What stands behind the last character. */
    static final int END = -1;

    private static final int BUFFER = 1 << 13;
    private static final int LONGEST_WORD = 64;
    private static final long LARGE = Long.MAX_VALUE / 100;

    private final String name;
    private final Reader in;
    private final char[] buffer = new char[BUFFER];
    private final char[] word = new char[LONGEST_WORD];
    private int position;
    private int filled;
    private int current;
    private int length;
    private long line = 1;

    /**
     * @param name of the file, for messages
     * @param in from its first character
     */
    LibsvmCharacters(String name, Reader in) throws IOException {
        this.name = name;
        this.in = in;
        advance();
    }

    /** The character that is to be read next, or {@link #END}. */
    int current() {
        return current;
    }

    /** The number of the line, from 1. */
    long line() {
        return line;
    }

    /** The last word's characters, {@link #length} of them. Do not modify. */
    char[] word() {
        return word;
    }

    /** How many characters the last word has. */
    int length() {
        return length;
    }

    /** Reads what stands before the next blank, colon or comment. */
    void readWord(String what) throws IOException {
        length = 0;
        while (current > ' ' && current != ':' && current != '#') {
            if (length == LONGEST_WORD) {
                throw wrong("the " + what + " has more than " + LONGEST_WORD
                        + " characters; check that this is a file in LIBSVM's format");
            }
            word[length++] = (char) current;
            advance();
        }
        if (length == 0) {
            throw wrong("the " + what + " is missing; write index:value pairs without blanks inside");
        }
    }

    /** Whether the last word is {@code expected}. */
    boolean is(String expected) {
        return expected.contentEquals(CharBuffer.wrap(word, 0, length));
    }

    /** The last word as a whole number without a sign; -1 where it is none, very large where it does not fit. */
    long wholeNumber() {
        long number = 0;
        for (int i = 0; i < length; i++) {
            if (word[i] < '0' || word[i] > '9') {
                return -1;
            }
            number = Math.min(LARGE, 10 * number + (word[i] - '0'));
        }
        return number;
    }

    /** The last word as it may be printed: without control characters, which must not get to the terminal. */
    String quoted() {
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(word[i] > ' ' && word[i] < 127 ? word[i] : '?');
        }
        return text.toString();
    }

    boolean atLineEnd() {
        return current == '\n' || current == '#' || current == END;
    }

    void skipBlanks() throws IOException {
        while (current == ' ' || current == '\t' || current == '\r') {
            advance();
        }
    }

    /** Passes the rest of the line. */
    void nextLine() throws IOException {
        while (current != '\n' && current != END) {
            advance();
        }
        if (current == '\n') {
            line++;
            advance();
        }
    }

    /** Passes one character. */
    void advance() throws IOException {
        if (position == filled) {
            filled = Math.max(0, in.read(buffer));
            position = 0;
        }
        current = filled == 0 ? END : buffer[position++];
    }

    DataException wrong(String what) {
        return wrong(line, what);
    }

    DataException wrong(long where, String what) {
        return new DataException(name + ", line " + where + ": " + what);
    }
}
