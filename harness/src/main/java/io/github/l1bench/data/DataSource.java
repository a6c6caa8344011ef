package io.github.l1bench.data;

/** A place or a program that data come from. */
public interface DataSource {
    /** Its name on the command line; a name that ends in {@code :PATH} takes a path after the colon. */
    String name();

    /** What it is, in one line. */
    String description();

    /**
     * Loads what {@code request} asks for.
     *
     * @throws DataException if the data cannot be had or used
     * @throws IllegalArgumentException if the request asks for what this source does not have
     */
    Dataset load(DataRequest request);
}
