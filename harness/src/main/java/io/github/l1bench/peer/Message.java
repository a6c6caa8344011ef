package io.github.l1bench.peer;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One line of the protocol that a worker has said: {@code l1peer<TAB>kind<TAB>key=value...}.
 *
 * @param kind what it answers
 * @param fields values by key; words that are no pair are left out
 * @param line as it came
 */
record Message(String kind, Map<String, String> fields, String line) {
    static final String MARK = "l1peer\t";
    static final String FAILED = "failed";

    /** What is longer is no sentence, and is cut. */
    static final int LONGEST_VALUE = 500;

    static Message of(String line) {
        String[] words = line.split("\t");
        Map<String, String> fields = new LinkedHashMap<>();
        for (int i = 2; i < words.length; i++) {
            int equals = words[i].indexOf('=');
            if (equals > 0) {
                fields.put(words[i].substring(0, equals), shortened(words[i].substring(equals + 1)));
            }
        }
        return new Message(words.length > 1 ? words[1] : "", fields, line);
    }

    private static String shortened(String value) {
        return value.length() > LONGEST_VALUE ? value.substring(0, LONGEST_VALUE) + "..." : value;
    }

    /** The value of {@code key}; empty where it is missing or blank. */
    Optional<String> value(String key) {
        return Optional.ofNullable(fields.get(key)).filter(value -> !value.isBlank());
    }
}
