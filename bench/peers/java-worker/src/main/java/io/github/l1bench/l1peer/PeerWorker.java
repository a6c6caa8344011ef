package io.github.l1bench.l1peer;

/**
 * A library that solves problems, as {@link L1Peer#serve} drives it. Any exception becomes the answer "failed" with its
 * message, and the worker lives on.
 *
 * @param <F> what a fit leaves, from which the answer is read
 */
public interface PeerWorker<F> {
    /** What does the work, with its version. Asked once, at the start; a library that has to be started is started here. */
    String version() throws Exception;

    /** Turns the problem into what the library takes; off the clock. Does nothing unless overridden. */
    default void load(Problem problem) throws Exception {}

    /**
     * Solves the problem that was loaded last, afresh; on the clock.
     *
     * @param seed of all chance
     */
    F fit(Problem problem, Setting setting, long seed) throws Exception;

    /** Reads weights, intercept and what the library says out of a fit; off the clock. */
    Answer answer(Problem problem, F fitted) throws Exception;

    /** Called once, at the end. Does nothing unless overridden. */
    default void close() throws Exception {}

    /**
     * What is written.
     *
     * @param weights K rows of p
     * @param intercept K values
     * @param note what the library says of its answer; empty where it says nothing
     */
    record Answer(double[][] weights, double[] intercept, String note) {}
}
