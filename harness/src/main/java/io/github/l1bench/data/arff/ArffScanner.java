package io.github.l1bench.data.arff;

import io.github.l1bench.data.DataException;
import io.github.l1bench.data.input.Excerpt;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * Splits ARFF text into words and marks, byte by byte, so that memory goes into one word at a time and never into lines.
 * The rules are Weka's: blanks part words, a percent sign begins a comment, either kind of quote holds together what
 * stands between two of them, and a backslash inside quotes escapes. Where readers of ARFF disagree (a quote or a percent
 * sign inside a word) the text is refused.
 */
final class ArffScanner {
    /** What a piece of text is. */
    enum Token {
        /** A name or a value; {@link #text}, {@link #number} and {@link #isMissing} say which. */
        WORD,
        COMMA,
        /** An opening brace. */
        OPEN,
        /** A closing brace. */
        CLOSE,
        LINE_END,
        /** The end of the file. */
        END
    }

    private static final int BUFFER = 1 << 13;
    private static final int LONGEST_WORD = 1 << 20;
    // what a decoder puts where it found no character
    private static final char REPLACED = '\ufffd';
    private static final int END_OF_FILE = -1;
    // more could be beyond the whole numbers that a double holds
    private static final int EXACT_DIGITS = 15;
    private static final Pattern NOT_FINITE = Pattern.compile("[+-]?(nan|inf(inity)?)", Pattern.CASE_INSENSITIVE);
    // Double.parseDouble also reads Java's suffixes and hexadecimal numbers, which no other program writes.
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");
    private static final boolean[] IN_WORD = new boolean[256];

    static {
        Arrays.fill(IN_WORD, ' ' + 1, IN_WORD.length, true);
        for (char mark : new char[] {',', '{', '}', '%', '"', '\''}) {
            IN_WORD[mark] = false;
        }
    }

    private final String name;
    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER];
    private int position;
    private int filled;
    private int current;
    private long bytesRead;
    private long nextLine = 1;
    private long line = 1;
    private byte[] word = new byte[64];
    private int length;
    private boolean quoted;

    /**
     * @param name of the file, for messages
     * @param in its text, read up to the first fault
     */
    ArffScanner(String name, InputStream in) throws IOException {
        this.name = name;
        this.in = in;
        advance();
    }

    /**
     * The next piece of text; blanks and comments are skipped.
     *
     * @throws DataException if it breaks the format's rules
     */
    Token next() throws IOException {
        line = nextLine;
        skipBlanks();
        if (current == '%') {
            skipToLineEnd();
        }
        return switch (current) {
            case END_OF_FILE -> Token.END;
            case '\n', '\r' -> lineEnd();
            case ',' -> mark(Token.COMMA);
            case '{' -> mark(Token.OPEN);
            case '}' -> mark(Token.CLOSE);
            case '"', '\'' -> quoted();
            default -> plain();
        };
    }

    /** Goes on to the end of the line, whatever stands there. */
    void skipToLineEnd() throws IOException {
        while (!atLineEnd()) {
            advance();
        }
    }

    private Token lineEnd() throws IOException {
        boolean first = current == '\r';
        advance();
        if (first && current == '\n') {
            advance();
        }
        nextLine++;
        return Token.LINE_END;
    }

    private Token mark(Token token) throws IOException {
        advance();
        return token;
    }

    private Token plain() throws IOException {
        length = 0;
        quoted = false;
        while (current >= 0 && IN_WORD[current]) {
            append(current);
            advance();
        }
        if (current == '"' || current == '\'') {
            throw wrong("a quote stands inside " + shown()
                    + "; put the whole word into quotes and a backslash before the" + " quote inside");
        }
        if (current == '%') {
            throw wrong("a percent sign, which begins a comment, stands directly behind " + shown()
                    + "; put the word into quotes, or a blank before the comment");
        }
        return Token.WORD;
    }

    private Token quoted() throws IOException {
        int quote = current;
        length = 0;
        quoted = true;
        advance();
        while (current != quote) {
            if (atLineEnd()) {
                throw wrong("the quote before " + shown() + " is not closed on its line; close it, or put a backslash"
                        + " before a quote that is meant");
            }
            if (current == '\\') {
                advance();
                escape();
            } else {
                append(current);
                advance();
            }
        }
        advance();
        if (current >= 0 && IN_WORD[current] || current == '"' || current == '\'') {
            throw wrong("text stands directly behind the quoted " + shown()
                    + "; put a comma between, or a backslash before a quote inside quotes");
        }
        return Token.WORD;
    }

    private void escape() throws IOException {
        if (atLineEnd()) {
            return;
        }
        int escaped = current;
        advance();
        switch (escaped) {
            case 'n' -> append('\n');
            case 'r' -> append('\r');
            case 't' -> append('\t');
            default -> append(escaped);
        }
    }

    private void append(int value) {
        if (length == word.length) {
            if (length == LONGEST_WORD) {
                throw wrong("a word has more than " + LONGEST_WORD + " characters; check that this is an ARFF file");
            }
            word = Arrays.copyOf(word, 2 * length);
        }
        word[length++] = (byte) value;
    }

    private boolean atLineEnd() {
        return current == '\n' || current == '\r' || current == END_OF_FILE;
    }

    private void skipBlanks() throws IOException {
        while (current >= 0 && current <= ' ' && current != '\n' && current != '\r') {
            if (current == 0) {
                throw wrong("there is a byte of zero, so that this is no text; if it is UTF-16, convert it to UTF-8");
            }
            advance();
        }
    }

    private void advance() throws IOException {
        if (position == filled) {
            filled = Math.max(0, in.read(buffer));
            position = 0;
            if (filled == 0) {
                current = END_OF_FILE;
                return;
            }
            bytesRead += filled;
        }
        current = buffer[position++] & 0xff;
    }

    /** How many bytes of text there were so far. */
    long bytesRead() {
        return bytesRead;
    }

    /** Of the file, for messages. */
    String name() {
        return name;
    }

    /** The line of the last token, from 1. */
    long line() {
        return line;
    }

    /** Whether the last word is the question mark that stands for a value that is not known. */
    boolean isMissing() {
        return !quoted && length == 1 && word[0] == '?';
    }

    /** Whether the last word is {@code text} in any case, outside quotes. */
    boolean is(String text) {
        return !quoted && length == text.length() && text().equalsIgnoreCase(text);
    }

    /**
     * The last word.
     *
     * @throws DataException if its bytes are no UTF-8
     */
    String text() {
        String text = new String(word, 0, length, StandardCharsets.UTF_8);
        if (text.indexOf(REPLACED) >= 0) {
            requireUtf8();
        }
        return text;
    }

    private void requireUtf8() {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(word, 0, length));
        } catch (CharacterCodingException e) {
            throw wrong("the bytes of " + shown() + " are no UTF-8; convert the file to UTF-8");
        }
    }

    /**
     * The last word as a number.
     *
     * @throws DataException if it is none, or not finite
     */
    double number() {
        double value = wholeNumber();
        if (value >= 0) {
            return value;
        }
        String text = text();
        if (NOT_FINITE.matcher(text).matches()) {
            throw wrong(shown() + " is not finite; repair or remove that row");
        }
        if (!NUMBER.matcher(text).matches()) {
            throw wrong(shown() + " is no number; repair or remove that row, or declare the attribute nominal");
        }
        value = Double.parseDouble(text);
        if (!Double.isFinite(value)) {
            throw wrong(shown() + " is beyond the largest number there is; repair or remove that row");
        }
        return value;
    }

    /** The last word as a whole number from 0 to {@code bound} - 1; -1 if it is none. */
    int index(int bound) {
        double value = wholeNumber();
        return value < bound ? (int) value : -1;
    }

    // Pixels and counts are most of what there is, and digits alone are read exactly without detours; -1 for all else.
    private double wholeNumber() {
        if (length == 0 || length > EXACT_DIGITS) {
            return -1;
        }
        long value = 0;
        for (int i = 0; i < length; i++) {
            int digit = word[i] - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = 10 * value + digit;
        }
        return value;
    }

    /** The last word for messages. */
    String shown() {
        return Excerpt.of(new String(word, 0, length, StandardCharsets.UTF_8));
    }

    /** The fault {@code what} in the line of the last token. */
    DataException wrong(String what) {
        return new DataException(name + ", line " + line + ": " + what);
    }

    /** The fault {@code what} of the file as a whole. */
    DataException wrongFile(String what) {
        return new DataException(name + " " + what);
    }
}
