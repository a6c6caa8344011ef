package io.github.l1bench.data.input;

import java.nio.charset.StandardCharsets;

/** Decimal numbers as programs write them, read from the bytes of a text to the nearest double. */
public final class Decimal {
    // Ten to these powers, and whole numbers up to this, are doubles: then one operation, rounded once, is the nearest
    // double (Clinger, How to read floating point numbers accurately, PLDI 1990).
    private static final double[] POWERS = new double[23];
    private static final long LARGEST_EXACT = 1L << 53;
    // so that another digit still fits into a long
    private static final long LARGEST_TO_GROW = Long.MAX_VALUE / 10 - 1;
    // beyond the exponents of all doubles, whatever the digits before
    private static final int LARGEST_EXPONENT = 100_000_000;

    static {
        POWERS[0] = 1;
        for (int i = 1; i < POWERS.length; i++) {
            POWERS[i] = 10 * POWERS[i - 1];
        }
    }

    private final byte[] text;
    private final int end;
    private int at;
    private int digits;
    private long mantissa;
    private int exponent;

    private Decimal(byte[] text, int from, int length) {
        this.text = text;
        this.at = from;
        this.end = from + length;
    }

    /**
     * The number that {@code length} bytes from index {@code from} on are: a sign or none, digits with a point or without,
     * and an exponent of ten or none. It is infinite where it is beyond the largest double, and NaN where the bytes are no
     * such number; the words nan and infinity, hexadecimal numbers and Java's suffixes are none.
     */
    public static double parse(byte[] text, int from, int length) {
        Decimal decimal = new Decimal(text, from, length);
        boolean negative = decimal.readSign();
        if (!decimal.readDigits() || !decimal.readExponent()) {
            return Double.NaN;
        }
        if (!decimal.isExact()) {
            return Double.parseDouble(new String(text, from, length, StandardCharsets.US_ASCII));
        }
        double value = decimal.exactValue();
        return negative ? -value : value;
    }

    // Skips a sign and says whether it is a minus.
    private boolean readSign() {
        int sign = at < end ? text[at] : 0;
        if (sign == '-' || sign == '+') {
            at++;
        }
        return sign == '-';
    }

    private boolean readDigits() {
        readWhole();
        if (at < end && text[at] == '.') {
            at++;
            int before = digits;
            readWhole();
            exponent = before - digits;
        }
        return digits > 0;
    }

    private void readWhole() {
        for (int digit; at < end && (digit = text[at] - '0') >= 0 && digit <= 9; at++) {
            mantissa = mantissa <= LARGEST_TO_GROW ? 10 * mantissa + digit : Long.MAX_VALUE;
            digits++;
        }
    }

    // Whether there is an exponent, or nothing, up to the end.
    private boolean readExponent() {
        if (at == end) {
            return true;
        }
        if (text[at] != 'e' && text[at] != 'E') {
            return false;
        }
        at++;
        boolean negative = readSign();
        int start = at;
        int value = 0;
        for (; at < end && text[at] >= '0' && text[at] <= '9'; at++) {
            value = Math.min(10 * value + text[at] - '0', LARGEST_EXPONENT);
        }
        exponent += negative ? -value : value;
        return at == end && at > start;
    }

    private boolean isExact() {
        return mantissa <= LARGEST_EXACT && Math.abs(exponent) < POWERS.length;
    }

    private double exactValue() {
        return exponent < 0 ? mantissa / POWERS[-exponent] : mantissa * POWERS[exponent];
    }
}
