package io.github.l1bench.data.input;

import java.util.regex.Pattern;

/** Words of a foreign text as they stand in messages: in quotes, short, and without what could steer a terminal. */
public final class Excerpt {
    private static final int LONGEST = 40;
    private static final Pattern UNSHOWABLE = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\\u2028\\u2029]");

    private Excerpt() {}

    /** The beginning of {@code text}, in quotes. */
    public static String of(String text) {
        return "'" + plain(text) + "'";
    }

    /** The same without quotes. */
    public static String plain(String text) {
        String start = text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text;
        return UNSHOWABLE.matcher(start).replaceAll("?");
    }
}
