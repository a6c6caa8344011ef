package io.github.l1bench.collection;

import java.util.List;
import java.util.stream.IntStream;

/** The ladder of relative gaps that every solver is asked for: three to a decade, from 10^-1 to 10^-9. */
public final class Gaps {
    private static final int STEPS = 24;
    private static final double STEPS_PER_DECADE = 3;

    /** From the largest to the smallest: 10^-1, 10^-1.33, 10^-1.67 ... 10^-9. */
    public static final List<Double> LADDER = IntStream.rangeClosed(0, STEPS)
            .mapToObj(step -> power(-1 - step / STEPS_PER_DECADE))
            .toList();

    /** The last of the ladder, which a solver is run to. */
    public static final double SMALLEST = LADDER.get(STEPS);

    private Gaps() {}

    // Whole powers are the doubles that people write, 1e-6 and the like.
    private static double power(double exponent) {
        return exponent == Math.rint(exponent)
                ? Double.parseDouble("1e" + (int) exponent)
                : StrictMath.pow(10, exponent);
    }
}
