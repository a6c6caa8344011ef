package io.github.l1bench.page;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Words as LaTeX takes them. */
final class Latex {
    private static final Map<Integer, String> SIGNS = Map.ofEntries(
            Map.entry((int) '\\', "\\textbackslash{}"),
            Map.entry((int) '~', "\\textasciitilde{}"),
            Map.entry((int) '^', "\\textasciicircum{}"),
            Map.entry((int) '<', "$<$"),
            Map.entry((int) '>', "$>$"),
            Map.entry((int) '\u03bb', "$\\lambda$"),
            Map.entry((int) '\u03c4', "$\\tau$"),
            Map.entry((int) '\u00b5', "$\\mu$"),
            Map.entry((int) '\u00d7', "$\\times$"),
            Map.entry((int) '\u2265', "$\\ge$"),
            Map.entry((int) '\u2264', "$\\le$"),
            Map.entry((int) '\u2212', "$-$"),
            Map.entry((int) '\u2013', "--"),
            Map.entry((int) '\u00a0', "~"),
            Map.entry((int) '\n', " "),
            Map.entry((int) '\r', " "));

    private static final String SUPERSCRIPTS = "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079\u207b";
    private static final String PLAIN = "0123456789-";

    private Latex() {}

    static String row(List<String> cells) {
        return cells.stream().map(Latex::escaped).collect(Collectors.joining(" & ", "", " \\\\\n"));
    }

    /** {@code words} without what LaTeX would take for a command. */
    static String escaped(String words) {
        StringBuilder text = new StringBuilder();
        words.codePoints().forEach(c -> text.append(sign(c)));
        return text.toString();
    }

    private static String sign(int c) {
        int power = SUPERSCRIPTS.indexOf(c);
        if (power >= 0) {
            return "$^{" + PLAIN.charAt(power) + "}$";
        }
        String letter = Character.toString(c);
        return SIGNS.getOrDefault(c, "#$%&_{}".indexOf(c) >= 0 ? "\\" + letter : letter);
    }
}
