package io.github.l1bench.data.arff;

import io.github.l1bench.data.DataException;
import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;

/**
 * Splits ARFF text into words and marks, so that memory goes into one word at a time and never into lines.
 * The rules are Weka's: blanks part words, a percent sign begins a comment, either kind of quote holds together what
 * stands between two of them, and a backslash inside quotes escapes. Where readers of ARFF disagree (a quote or a percent
 * sign inside a word) the text is refused.
 */
final class ArffScanner {
    /** What a piece of text is. */
    enum Token {
        /** A name or a value; {@link #word} says which. */
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

    private static final int BUFFER = 1 << 16;
    private static final int END_OF_FILE = -1;
    private static final int BYTE_ORDER_MARK = '\ufeff';
    private static final boolean[] IN_WORD = new boolean[128];

    static {
        Arrays.fill(IN_WORD, ' ' + 1, IN_WORD.length, true);
        for (char mark : new char[] {',', '{', '}', '%', '"', '\''}) {
            IN_WORD[mark] = false;
        }
    }

    private final String name;
    private final Reader in;
    private final char[] buffer = new char[BUFFER];
    private int position;
    private int filled;
    private int current;
    private long charactersRead;
    private long nextLine = 1;
    private long line = 1;
    private final ArffWord word = new ArffWord(this::wrong);

    /**
     * @param name of the file, for messages
     * @param in its text, read up to the first fault
     */
    ArffScanner(String name, Reader in) throws IOException {
        this.name = name;
        this.in = in;
        advance();
        if (current == BYTE_ORDER_MARK) {
            advance();
        }
    }

    /**
     * The next piece of text; blanks and comments are skipped.
     *
     * @throws DataException if it breaks the format's rules
     */
    Token next() throws IOException {
        line = nextLine;
        if (current <= ' ') {
            skipBlanks();
        }
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
        int end = position;
        while (end < filled && isInWord(buffer[end])) {
            end++;
        }
        if (end < filled) {
            word.set(buffer, position - 1, end);
            position = end;
            advance();
        } else {
            copyPlain();
        }
        refuseMarkInside();
        return Token.WORD;
    }

    // A word of which the end is not in the buffer yet.
    private void copyPlain() throws IOException {
        word.clear(false);
        while (isInWord(current)) {
            word.append(current);
            advance();
        }
    }

    private void refuseMarkInside() {
        if (current == '"' || current == '\'') {
            throw wrong("a quote stands inside " + word.shown()
                    + "; put the whole word into quotes and a backslash before the quote inside");
        }
        if (current == '%') {
            throw wrong("a percent sign, which begins a comment, stands directly behind " + word.shown()
                    + "; put the word into quotes, or a blank before the comment");
        }
    }

    private Token quoted() throws IOException {
        int quote = current;
        word.clear(true);
        advance();
        while (current != quote) {
            if (atLineEnd()) {
                throw wrong("the quote before " + word.shown()
                        + " is not closed on its line; close it, or put a backslash" + " before a quote that is meant");
            }
            if (current == '\\') {
                advance();
                escape();
            } else {
                word.append(current);
                advance();
            }
        }
        advance();
        if (isInWord(current) || current == '"' || current == '\'') {
            throw wrong("text stands directly behind the quoted " + word.shown()
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
            case 'n' -> word.append('\n');
            case 'r' -> word.append('\r');
            case 't' -> word.append('\t');
            default -> word.append(escaped);
        }
    }

    private boolean atLineEnd() {
        return current == '\n' || current == '\r' || current == END_OF_FILE;
    }

    private void skipBlanks() throws IOException {
        while (current >= 0 && current <= ' ' && current != '\n' && current != '\r') {
            if (current == 0) {
                throw wrong("there is a zero character, so that this is no text; fetch the file again");
            }
            advance();
        }
    }

    private static boolean isInWord(int character) {
        return character >= IN_WORD.length || character >= 0 && IN_WORD[character];
    }

    private void advance() throws IOException {
        if (position == filled) {
            filled = Math.max(0, in.read(buffer));
            position = 0;
            if (filled == 0) {
                current = END_OF_FILE;
                return;
            }
            charactersRead += filled;
        }
        current = buffer[position++];
    }

    /** The last word, up to the next token. */
    ArffWord word() {
        return word;
    }

    /** How many characters there were so far. */
    long charactersRead() {
        return charactersRead;
    }

    /** Of the file, for messages. */
    String name() {
        return name;
    }

    /** The line of the last token, from 1. */
    long line() {
        return line;
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
