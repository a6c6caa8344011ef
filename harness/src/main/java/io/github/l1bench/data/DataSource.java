package io.github.l1bench.data;

import java.util.List;

/**
 * A place or a program that data come from. A data set is one public class with a constructor without parameters, and
 * one line with its name in {@code META-INF/services/io.github.l1bench.data.DataSource}, in any jar on the class path.
 *
 * <p>What {@link #load} does, in short: it puts rows and classes into {@link SparseRows} (or implements
 * {@link ByteRows}), chooses which of them train and which test by {@link Split}, and makes the data set by
 * {@link LabelledRows#raw} and {@link RawData#standardized}.
 */
public interface DataSource {
    /**
     * Its name on the command line, unlike all others; {@code name:WORD} where it takes an argument after the colon,
     * such as {@code libsvm:PATH}.
     */
    String name();

    /**
     * What else people call it, here and in other programs. Who types one of these, or a part of it, is told the name; none
     * unless overridden.
     */
    default List<String> aliases() {
        return List.of();
    }

    /** What it is, in one line. */
    String description();

    /** The options that it takes beside those of all data sets. */
    default List<DataOption> options() {
        return List.of();
    }

    /** Whether the program draws its data, so that they are there, and the same, everywhere. */
    default boolean isGenerated() {
        return false;
    }

    /**
     * Whether another process would load the same data: not where they come through a pipe, which is read once.
     *
     * @param request as for {@link #load}
     */
    default boolean isRepeatable(DataRequest request) {
        return true;
    }

    /**
     * Checks what can be told of a request without loading anything; nothing unless overridden.
     *
     * @param request as for {@link #load}
     * @throws IllegalArgumentException if it asks for what this source does not have
     */
    default void check(DataRequest request) {}

    /**
     * Loads what {@code request} asks for; the same request gives the same data, bit for bit.
     *
     * @param request with this source's name, an argument where it takes one, and no options but its own
     * @throws DataException if the data cannot be had or used
     * @throws IllegalArgumentException if the request asks for what this source does not have
     */
    Dataset load(DataRequest request);
}
