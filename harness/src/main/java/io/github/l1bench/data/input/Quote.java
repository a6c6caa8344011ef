package io.github.l1bench.data.input;

/** Words of a file in a message: short, and without characters that a terminal obeys. */
public final class Quote {
    private static final int LONGEST = 64;
    private static final int LONGEST_NAME = 200;

    private Quote() {}

    /** {@code text} in quotes; what cannot be printed is a question mark. */
    public static String of(CharSequence text) {
        return "'" + plain(text) + "'";
    }

    /** The same without quotes. */
    public static String plain(CharSequence text) {
        StringBuilder plain = new StringBuilder();
        text.chars().limit(LONGEST).forEach(c -> plain.append(isPrintable((char) c) ? (char) c : '?'));
        return plain.append(text.length() > LONGEST ? "..." : "").toString();
    }

    /** Whether {@code text} can name a class in tables and figures: printable and not too long. */
    public static boolean isName(CharSequence text) {
        return text.length() <= LONGEST_NAME && text.chars().allMatch(c -> isPrintable((char) c));
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
