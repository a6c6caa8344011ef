package io.github.l1bench.spark.cells;

import io.github.l1bench.collection.Instance;
import java.io.Serializable;
import java.util.List;

/**
 * One solver on one problem.
 *
 * @param problem data as {@code --data} takes it, {@code {file:NAME}} standing for a file that was sent along; or the name of
 *     a collection's instance
 * @param solver the variant
 * @param collection the text of a collection with that one instance; null where the problem is data
 * @param arguments further ones of {@code run}
 * @param jmh what {@code jmh} is to time afterwards, JMH's own options; null for nothing
 */
public record CellSpec(String problem, String solver, String collection, List<String> arguments, List<String> jmh)
        implements Serializable {
    private static final long serialVersionUID = 1;

    /** On data. */
    public static CellSpec on(String data, String solver, List<String> arguments) {
        return new CellSpec(data, solver, null, arguments, null);
    }

    /** The same, and then JMH's benchmarks. */
    public CellSpec timedBy(List<String> options) {
        return new CellSpec(problem, solver, collection, arguments, options);
    }

    /** On an instance of a collection in which a solver has {@code budget} seconds. */
    public static CellSpec on(Instance instance, double budget, String solver, List<String> arguments) {
        StringBuilder text = new StringBuilder("family " + instance.family() + "\nbudget " + budget + "\n");
        int dash = instance.name().lastIndexOf('-'); // before the penalty
        text.append(instance.name(), 0, dash)
                .append(' ')
                .append(quoted(instance.data()))
                .append(" penalty=")
                .append(instance.name().substring(dash + 1))
                .append(" seed=" + instance.seed());
        if (instance.trainRows() != null) {
            text.append(" train=" + instance.trainRows());
        }
        if (instance.testRows() != null) {
            text.append(" test=" + instance.testRows());
        }
        if (!instance.standardize()) {
            text.append(" standardize=no");
        }
        instance.options().forEach((key, value) -> text.append(' ').append(quoted(key + "=" + value)));
        return new CellSpec(instance.name(), solver, text.append('\n').toString(), arguments, null);
    }

    private static String quoted(String word) {
        return word.matches("\\S+") && !word.contains("#") ? word : '"' + word + '"';
    }

    /** A folder's name for any text: what is plain stays, and a hash of the whole tells apart what is not. */
    static String folder(String text) {
        String plain = text.replaceAll("[^A-Za-z0-9.=_-]+", "-");
        return plain.equals(text) && !text.startsWith(".")
                ? text
                : plain.replaceFirst("^[.]+", "") + "-" + Integer.toHexString(text.hashCode());
    }

    @Override
    public String toString() {
        return solver + " on " + problem;
    }
}
