package io.github.l1bench.spark;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What went wrong on a cluster, in one sentence: Spark wraps it in several pages. */
final class Sentences {
    private static final Pattern CAUSE =
            Pattern.compile("(?:IllegalArgumentException|NumberFormatException|RuntimeException): ([^\\n]+)");
    private static final Pattern CONDITION = Pattern.compile("^\\[[A-Z_.0-9]+\\] ");
    private static final int LONGEST = 400;

    private Sentences() {}

    /** Of {@code error}. */
    static String of(Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof IllegalArgumentException && cause.getMessage() != null) {
                return first(cause.getMessage());
            }
        }
        String message = error.getMessage() == null ? error.toString() : error.getMessage();
        Matcher cause = CAUSE.matcher(message);
        return first(cause.find() ? cause.group(1) : message);
    }

    private static String first(String message) {
        String line = CONDITION
                .matcher(message.lines().findFirst().orElse("unknown error"))
                .replaceFirst("");
        String plain = line.replaceFirst(" SQLSTATE: \\w+$", "");
        return plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST) + "...";
    }
}
