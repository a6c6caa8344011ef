package io.github.l1bench.peer;

/**
 * How long a fit took.
 *
 * @param workerSeconds by the worker's own monotonic clock
 * @param roundTripSeconds from the question to the answer
 * @param cpuSeconds of the worker's process meanwhile; NaN where the system does not tell
 */
public record Solved(double workerSeconds, double roundTripSeconds, double cpuSeconds) {
    // Of a call, and of a fit: what a busy machine may add to a round trip.
    private static final double ADDED = 0.05;

    /** The time that counts: the worker's, unless its answer came much later than that, and then the round trip. */
    public double seconds() {
        return roundTripSeconds > ADDED + (1 + ADDED) * workerSeconds ? roundTripSeconds : workerSeconds;
    }

    /** @throws PeerException if the worker's clock told what cannot be */
    static Solved of(Message answer, double roundTripSeconds, double cpuSeconds) throws PeerException {
        double seconds = seconds(answer);
        if (!(seconds >= 0) || seconds > ADDED + (1 + ADDED) * roundTripSeconds) {
            throw new PeerException("says that its fit took " + answer.fields().get("seconds")
                    + " s, but its answer came after " + (float) roundTripSeconds + " s");
        }
        return new Solved(seconds, roundTripSeconds, cpuSeconds);
    }

    private static double seconds(Message answer) {
        try {
            return Double.parseDouble(answer.value("seconds").orElse("NaN"));
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }
}
