package io.github.l1bench.data.input;

/** Words of a file in a message: short, and without characters that a terminal obeys. */
public final class Quote {
    private static final int LONGEST = 64;

    private Quote() {}

    /** {@code text} in quotes; what cannot be printed is a question mark. */
    public static String of(CharSequence text) {
        StringBuilder quoted = new StringBuilder("'");
        text.chars().limit(LONGEST).forEach(c -> quoted.append(isPrintable((char) c) ? (char) c : '?'));
        return quoted.append(text.length() > LONGEST ? "...'" : "'").toString();
    }

    /** Whether {@code c} is a letter, digit, blank, mark or sign, and neither a control character nor half of one. */
    public static boolean isPrintable(char c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> c != '\ufffd';
        };
    }
}
