package io.github.l1bench.data;

/**
 * Decimal numbers as every program writes them: a sign, digits with at most one point, an exponent. Java's suffixes and
 * hexadecimal numbers are none.
 */
public final class Decimal {
    // Up to here powers of ten are exact in a double.
    private static final double[] POWERS = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22
    };
    private static final long MOST_EXACT = 1L << 53;
    // One digit more would overflow.
    private static final long MOST_DIGITS = (Long.MAX_VALUE - 9) / 10;
    private static final int MOST_EXPONENT = 100_000;

    private final char[] text;
    private final int to;
    private int at;
    private long mantissa;
    private int exponent;
    private boolean exact = true;

    private Decimal(char[] text, int from, int to) {
        this.text = text;
        this.at = from;
        this.to = to;
    }

    /** Whether {@code text} is a decimal number, which may be too large for a double. */
    public static boolean isNumber(String text) {
        return !Double.isNaN(parse(text.toCharArray(), 0, text.length()));
    }

    /**
     * The double nearest to the number that {@code text} holds from index {@code from} to {@code to - 1}; infinite where
     * it is too large, NaN where that is no decimal number.
     */
    public static double parse(char[] text, int from, int to) {
        boolean negative = from < to && text[from] == '-';
        boolean signed = negative || from < to && text[from] == '+';
        Decimal number = new Decimal(text, signed ? from + 1 : from, to);
        if (!number.read()) {
            return Double.NaN;
        }
        if (number.isFast()) {
            return negative ? -number.fast() : number.fast();
        }
        return Double.parseDouble(new String(text, from, to - from));
    }

    private boolean read() {
        int digits = digits();
        if (at < to && text[at] == '.') {
            at++;
            int fraction = digits();
            digits += fraction;
            exponent = -fraction;
        }
        if (digits == 0) {
            return false;
        }
        return at == to || readExponent();
    }

    private int digits() {
        int begin = at;
        while (at < to && text[at] >= '0' && text[at] <= '9') {
            exact &= mantissa <= MOST_DIGITS;
            mantissa = 10 * mantissa + (text[at] - '0');
            at++;
        }
        return at - begin;
    }

    private boolean readExponent() {
        if (text[at] != 'e' && text[at] != 'E') {
            return false;
        }
        at++;
        boolean negative = at < to && text[at] == '-';
        if (negative || at < to && text[at] == '+') {
            at++;
        }
        int begin = at;
        int power = 0;
        while (at < to && text[at] >= '0' && text[at] <= '9') {
            power = Math.min(MOST_EXPONENT, 10 * power + (text[at] - '0'));
            at++;
        }
        exponent += negative ? -power : power;
        return at == to && at > begin;
    }

    /**
     * Whether number and power of ten are exact in doubles, so that one rounding gives the nearest (Clinger, How to Read
     * Floating Point Numbers Accurately, PLDI 1990).
     */
    private boolean isFast() {
        return exact && mantissa <= MOST_EXACT && Math.abs(exponent) < POWERS.length;
    }

    private double fast() {
        return exponent < 0 ? mantissa / POWERS[-exponent] : mantissa * POWERS[exponent];
    }
}
