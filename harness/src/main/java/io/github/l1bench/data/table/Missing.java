package io.github.l1bench.data.table;

import java.util.Locale;
import java.util.Set;

/** How programs write that there is no value. */
final class Missing {
    private static final Set<String> WORDS = Set.of("", "na", "n/a", "#n/a", "nan", "null", "none", "?");

    private Missing() {}

    /** Whether {@code text}, without blanks around it, says that a value is missing. */
    static boolean is(String text) {
        return text.length() <= 4 && WORDS.contains(text.toLowerCase(Locale.ROOT));
    }
}
