package io.github.l1bench.name;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * A name and the other words that people may look for it by. Case, and what stands between letters and digits, do not
 * count.
 *
 * @param name as it is offered
 * @param spellings what it is compared by: the name itself, and its aliases
 */
public record KnownName(String name, List<String> spellings) {
    private static final int SHORTEST_PART = 3;
    private static final int LETTERS_PER_EDIT = 4;

    /** How far {@code typed} is from a name that nothing of it leads to. */
    static final int NOT_LIKE = Integer.MAX_VALUE;

    /** A name without aliases. */
    public static KnownName of(String name) {
        return of(name, List.of());
    }

    /** A name with aliases. */
    public static KnownName of(String name, List<String> aliases) {
        List<String> spellings = new ArrayList<>(aliases);
        spellings.add(0, name);
        return new KnownName(name, List.copyOf(spellings));
    }

    /**
     * How far {@code typed} is from the nearest spelling: 0 for the same word, 1 for a part of it, 2 d for d mistakes in
     * typing it and 2 d + 1 for as many in one of its words, {@link #NOT_LIKE} where they are more than one in four letters.
     */
    int distance(String typed) {
        return spellings.stream()
                .mapToInt(spelling -> distance(typed, spelling))
                .min()
                .orElse(NOT_LIKE);
    }

    private static int distance(String typed, String spelling) {
        List<String> typedWords = words(typed);
        List<String> spellingWords = words(spelling);
        String a = String.join("", typedWords);
        String b = String.join("", spellingWords);
        if (a.equals(b)) {
            return a.isEmpty() ? NOT_LIKE : 0;
        }
        if (a.length() >= SHORTEST_PART && isPart(typedWords, spellingWords)) {
            return 1;
        }
        IntStream ofWords = spellingWords.stream()
                .filter(word -> word.length() >= SHORTEST_PART)
                .mapToInt(word -> mistakes(a, word, 1));
        return IntStream.concat(IntStream.of(mistakes(a, b, 0)), ofWords).min().orElse(NOT_LIKE);
    }

    // Twice as many, so that there is room between for a word of a name.
    private static int mistakes(String typed, String target, int more) {
        int edits = EditDistance.between(typed, target);
        int forgiven = (Math.min(typed.length(), target.length()) + 1) / LETTERS_PER_EDIT;
        return edits <= forgiven ? 2 * edits + more : NOT_LIKE;
    }

    // Words in a row, of which the last may be begun only: "saga" and "prox-new", but not "rox".
    private static boolean isPart(List<String> typed, List<String> spelling) {
        int last = typed.size() - 1;
        for (int from = 0; from + last < spelling.size(); from++) {
            if (spelling.subList(from, from + last).equals(typed.subList(0, last))
                    && spelling.get(from + last).startsWith(typed.get(last))) {
                return true;
            }
        }
        return false;
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
