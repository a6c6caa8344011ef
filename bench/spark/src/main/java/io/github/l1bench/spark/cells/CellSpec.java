package io.github.l1bench.spark.cells;

import java.io.Serializable;
import java.util.List;

/**
 * One solver on one data set.
 *
 * @param data as {@code --data} takes it; {@code {file:NAME}} stands for a file that was sent along
 * @param solver the variant
 * @param arguments further ones of {@code run}
 */
public record CellSpec(String data, String solver, List<String> arguments) implements Serializable {
    private static final long serialVersionUID = 1;

    /** A folder's name for any text: what is plain stays, and a hash of the whole tells apart what is not. */
    static String folder(String text) {
        String plain = text.replaceAll("[^A-Za-z0-9.=_-]+", "-");
        return plain.equals(text) && !text.startsWith(".")
                ? text
                : plain.replaceFirst("^[.]+", "") + "-" + Integer.toHexString(text.hashCode());
    }

    @Override
    public String toString() {
        return solver + " on " + data;
    }
}
