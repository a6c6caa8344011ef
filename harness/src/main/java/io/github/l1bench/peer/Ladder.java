package io.github.l1bench.peer;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The values of one parameter of a peer, from loose to tight in half decades: 1e-1, 3e-2, 1e-2 ...
 *
 * @param parameter its name, {@code tol} as a rule
 * @param values as they are handed to the worker
 */
public record Ladder(String parameter, List<String> values) {
    private static final Pattern TEXT =
            Pattern.compile("([A-Za-z_]\\w*) from ([13])e([+-]?\\d{1,3}) to ([13])e([+-]?\\d{1,3})");

    /**
     * Reads {@code tol from 1e-1 to 1e-8}; values may rise as well, as a limit of iterations does.
     *
     * @throws IllegalArgumentException if it is written otherwise, or of the seed
     */
    static Ladder parse(String text) {
        Matcher parts = TEXT.matcher(text.trim());
        if (!parts.matches()) {
            throw new IllegalArgumentException("ladder is '" + text
                    + "'; write a parameter and half decades (1 or 3 times a power of ten), as"
                    + " 'tol from 1e-1 to 1e-8'");
        }
        if (parts.group(1).equals("seed")) {
            throw new IllegalArgumentException(
                    "ladder is of the seed, which the worker is told beside it; write the parameter by which it stops");
        }
        int first = halfDecades(parts.group(2), parts.group(3));
        int last = halfDecades(parts.group(4), parts.group(5));
        int step = last < first ? -1 : 1;
        List<String> values = IntStream.rangeClosed(0, Math.abs(last - first))
                .map(rung -> first + step * rung)
                .mapToObj(half -> (Math.floorMod(half, 2) == 0 ? "1e" : "3e") + Math.floorDiv(half, 2))
                .toList();
        return new Ladder(parts.group(1), values);
    }

    private static int halfDecades(String digit, String exponent) {
        return 2 * Integer.parseInt(exponent) + (digit.equals("3") ? 1 : 0);
    }

    /** What the worker is told for each rung: {@code tol=1e-1}. */
    public List<String> settings() {
        return values.stream().map(value -> parameter + "=" + value).toList();
    }

    /** As it is written. */
    @Override
    public String toString() {
        return parameter + " from " + values.get(0) + " to " + values.get(values.size() - 1);
    }
}
