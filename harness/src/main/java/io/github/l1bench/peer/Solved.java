package io.github.l1bench.peer;

/**
 * What a fit took.
 *
 * @param workerSeconds by the worker's own monotonic clock
 * @param roundTripSeconds from the question to the answer
 * @param cpuSeconds of the fit, by the worker, or else of its process meanwhile, by the system; NaN where neither tells
 * @param peakBytes the most memory that its process and children have had resident since they started; null where the
 *     system does not tell
 */
public record Solved(double workerSeconds, double roundTripSeconds, double cpuSeconds, Long peakBytes) {
    // Of a call, and of a fit: what a busy machine may add to a round trip.
    private static final double ADDED = 0.05;

    /** The time that counts: the worker's, unless its answer came much later than that, and then the round trip. */
    public double seconds() {
        return roundTripSeconds > ADDED + (1 + ADDED) * workerSeconds ? roundTripSeconds : workerSeconds;
    }

    /**
     * Reads what the worker tells.
     *
     * @param processCpuSeconds where it does not tell its own
     * @throws PeerException if its clock told what cannot be
     */
    static Solved of(Message answer, double roundTripSeconds, double processCpuSeconds, Long peakBytes)
            throws PeerException {
        if (answer.value("seconds").isEmpty()) {
            throw new PeerException("does not tell the seconds that its fit took");
        }
        double seconds = number(answer, "seconds");
        if (!(seconds >= 0) || seconds > ADDED + (1 + ADDED) * roundTripSeconds) {
            throw new PeerException("says that its fit took " + answer.fields().get("seconds")
                    + " s, but its answer came after " + (float) roundTripSeconds + " s");
        }
        if (answer.value("cpu").isEmpty()) {
            return new Solved(seconds, roundTripSeconds, processCpuSeconds, peakBytes);
        }
        double cpu = number(answer, "cpu");
        if (!(cpu >= 0 && cpu < Double.POSITIVE_INFINITY)) {
            throw new PeerException("says that its fit took " + answer.fields().get("cpu") + " CPU seconds");
        }
        return new Solved(seconds, roundTripSeconds, cpu, peakBytes);
    }

    private static double number(Message answer, String key) {
        try {
            return Double.parseDouble(answer.value(key).orElse("NaN"));
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }
}
