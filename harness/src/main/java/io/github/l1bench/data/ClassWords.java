package io.github.l1bench.data;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How the names of classes are shown. A name is any text that a file holds; as data it stays as it is. */
public final class ClassWords {
    /** Letters that a name is shortened to, the ellipsis included. */
    static final int LONGEST = 24;

    private static final int MOST_LISTED = 12;
    private static final int LISTED = 8;

    // Of the terminal, of lines, and of the direction of writing: what else a page or a terminal would act on.
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\u2028\\u2029]");

    private ClassWords() {}

    /**
     * {@code name} on one line and no longer than {@value #LONGEST} letters, with an ellipsis where it is longer, and a
     * replacement character for each that is none to see; {@code (blank)} where there is nothing to see at all.
     */
    public static String shown(String name) {
        int letters = name.codePointCount(0, Math.min(name.length(), 2 * LONGEST + 2));
        String cut = letters <= LONGEST ? name : name.substring(0, name.offsetByCodePoints(0, LONGEST - 1)) + "…";
        return cut.isBlank() ? "(blank)" : CONTROL.matcher(cut).replaceAll("\uFFFD");
    }

    /** {@code setosa, versicolor, virginica}; {@code 0 to 9}; the first ones and the last where there are many. */
    public static String list(List<String> names) {
        int last = names.size() - 1;
        if (names.equals(ClassNames.numbered(names.size()))) {
            return "0 to " + last;
        }
        int listed = names.size() > MOST_LISTED ? LISTED : names.size();
        String first = names.stream().limit(listed).map(ClassWords::shown).collect(Collectors.joining(", "));
        return listed > last ? first : first + ", …, " + shown(names.get(last));
    }
}
