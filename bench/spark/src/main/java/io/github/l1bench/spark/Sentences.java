package io.github.l1bench.spark;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What went wrong on a cluster, in one sentence: Spark wraps it in several pages. */
final class Sentences {
    private static final Pattern CAUSE =
            Pattern.compile("(?:IllegalArgumentException|NumberFormatException|RuntimeException): ([^\\n]+)");
    private static final Pattern CONDITION = Pattern.compile("^\\[[A-Z_.0-9]+\\] |^requirement failed: ");
    private static final Pattern FILE = Pattern.compile("error while reading file (\\S+)\\.\\s");
    private static final int LONGEST = 400;

    private Sentences() {}

    /** Of {@code error}: what its causes end in, and the file that was being read. */
    static String of(Throwable error) {
        Throwable last = error;
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof IllegalArgumentException && cause.getMessage() != null) {
                last = cause;
                break;
            }
            last = cause.getMessage() == null ? last : cause;
        }
        String all = String.valueOf(error.getMessage());
        String message = last.getMessage() == null ? last.toString() : last.getMessage();
        Matcher cause = CAUSE.matcher(message);
        String plain = first(cause.find() ? cause.group(1) : message);
        Matcher file = FILE.matcher(all);
        return file.find() && !plain.contains(name(file.group(1))) ? name(file.group(1)) + ": " + plain : plain;
    }

    /** Whether a sentence of this program's is among the causes of {@code error}, and no one else's words. */
    static boolean isOwn(Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause.getClass() == IllegalArgumentException.class && cause.getMessage() != null) {
                return !cause.getMessage().startsWith("requirement failed");
            }
        }
        return false;
    }

    private static String name(String file) {
        return file.substring(file.lastIndexOf('/') + 1);
    }

    private static String first(String message) {
        String line = CONDITION
                .matcher(message.lines().findFirst().orElse("unknown error"))
                .replaceFirst("");
        String plain = line.replaceFirst("[.]? *(SQLSTATE: \\w+)?$", "");
        return plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST) + "...";
    }
}
