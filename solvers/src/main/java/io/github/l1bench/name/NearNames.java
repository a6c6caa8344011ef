package io.github.l1bench.name;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The names that something can have, for answers to a name that it cannot.
 *
 * @param known in the order in which they are listed
 */
public record NearNames(List<KnownName> known) {
    // What is typed may be a whole file.
    private static final int LONGEST = 100;

    /**
     * The names that {@code typed} may have been meant for: those that have it as a spelling, else those of which it is a
     * part, else those with the fewest mistakes; none where nothing is near.
     */
    public List<String> to(String typed) {
        if (typed.length() > LONGEST) {
            return List.of();
        }
        int nearest =
                known.stream().mapToInt(name -> name.distance(typed)).min().orElse(KnownName.NOT_LIKE);
        return known.stream()
                .filter(name -> nearest < KnownName.NOT_LIKE && name.distance(typed) == nearest)
                .map(KnownName::name)
                .toList();
    }

    /**
     * The rest of a sentence that says that {@code typed} is unknown: {@code "; did you mean 'a' or 'b'? Known are a, b,
     * c"}, or {@code "; known are a, b, c"} where nothing is near.
     *
     * @param listing what stands before the list of all names, such as {@code "known are"}
     */
    public String answer(String typed, String listing) {
        String all = listing + " "
                + (known.isEmpty()
                        ? "none"
                        : known.stream().map(KnownName::name).collect(Collectors.joining(", ")));
        List<String> near = to(typed);
        if (near.isEmpty()) {
            return "; " + all;
        }
        String quoted = near.stream().map(name -> "'" + name + "'").collect(Collectors.joining(" or "));
        return "; did you mean " + quoted + "? " + Character.toUpperCase(all.charAt(0)) + all.substring(1);
    }
}
