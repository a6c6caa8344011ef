package io.github.l1bench.data.arff;

import io.github.l1bench.data.DataException;
import io.github.l1bench.data.Decimal;
import io.github.l1bench.data.input.Quote;
import java.nio.CharBuffer;
import java.util.Arrays;
import java.util.function.Function;
import java.util.regex.Pattern;

/** A name or a value in ARFF text: characters of a buffer where that is possible, else a copy of them. */
final class ArffWord {
    private static final int LONGEST = 1 << 20;
    // what a decoder puts where it found no character
    private static final char REPLACED = '\ufffd';
    private static final Pattern NOT_FINITE = Pattern.compile("[+-]?(nan|inf(inity)?)", Pattern.CASE_INSENSITIVE);

    private final Function<String, DataException> fault;
    private char[] copy = new char[64];
    private char[] characters = copy;
    private int start;
    private int length;
    private boolean quoted;

    /** @param fault makes the exception that says what is wrong and where */
    ArffWord(Function<String, DataException> fault) {
        this.fault = fault;
    }

    /** Becomes the characters {@code from} to {@code to} - 1 of a buffer, as long as that is left alone. */
    void set(char[] buffer, int from, int to) {
        characters = buffer;
        start = from;
        length = to - from;
        quoted = false;
    }

    /** Becomes empty, to be appended to. */
    void clear(boolean inQuotes) {
        characters = copy;
        start = 0;
        length = 0;
        quoted = inQuotes;
    }

    /** Appends a character. */
    void append(int value) {
        if (length == copy.length) {
            if (length == LONGEST) {
                throw fault.apply("a word has more than " + LONGEST + " characters; check that this is an ARFF file");
            }
            copy = Arrays.copyOf(copy, 2 * length);
            characters = copy;
        }
        copy[length++] = (char) value;
    }

    /** Whether it is the question mark that stands for a value that is not known. */
    boolean isMissing() {
        return !quoted && length == 1 && characters[start] == '?';
    }

    /** Whether it is {@code text} in any case, outside quotes. */
    boolean is(String text) {
        return !quoted && length == text.length() && text().equalsIgnoreCase(text);
    }

    /**
     * Its characters.
     *
     * @throws DataException if some of them were no UTF-8
     */
    String text() {
        String text = new String(characters, start, length);
        if (text.indexOf(REPLACED) >= 0) {
            throw fault.apply("the bytes of " + shown() + " are no UTF-8; convert the file to UTF-8");
        }
        return text;
    }

    /**
     * Its number.
     *
     * @throws DataException if it is none, or not finite
     */
    double number() {
        double value = Decimal.parse(characters, start, start + length);
        if (!Double.isFinite(value)) {
            throw fault.apply(shown() + noNumber(value));
        }
        return value;
    }

    private String noNumber(double value) {
        if (Double.isInfinite(value)) {
            return " is beyond the largest number there is; repair or remove that row";
        }
        return NOT_FINITE.matcher(text()).matches()
                ? " is not finite; repair or remove that row"
                : " is no number; repair or remove that row, or declare the attribute nominal";
    }

    /** Its whole number from 0 to {@code bound} - 1, written in digits alone; -1 if it is none. */
    int index(int bound) {
        double value = 0;
        for (int i = start; i < start + length; i++) {
            int digit = characters[i] - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = 10 * value + digit;
        }
        return length > 0 && value < bound ? (int) value : -1;
    }

    /** As it stands in messages. */
    String shown() {
        return Quote.of(CharBuffer.wrap(characters, start, length));
    }
}
