package io.github.l1bench.exact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.Collection;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;

/** One container a {@link Hazard}, one test a seed, in each of which nothing that is claimed may be false. */
final class Draws {
    private static final String PROPERTY = "l1bench.proof";

    private Draws() {}

    /** Finds what is wrong, a sentence each. */
    @FunctionalInterface
    interface Check {
        List<String> faults(HazardousProblem drawn, ExactOptimum optimum);
    }

    /**
     * How many problems of each hazard, for tests that solve one of {@code oneOf}: the system property
     * {@code l1bench.proof}, else {@link HazardousProblem#SMALL_SEEDS}, divided by it.
     */
    static int perHazard(int oneOf) {
        int all = isFull() ? Integer.parseInt(System.getProperty(PROPERTY)) : HazardousProblem.SMALL_SEEDS;
        if (all < 1) {
            throw new IllegalArgumentException(PROPERTY + " is " + all + "; it takes a positive number of problems");
        }
        return (all + oneOf - 1) / oneOf;
    }

    /** Whether that property is set, so that long tests are welcome. */
    static boolean isFull() {
        return System.getProperty(PROPERTY) != null;
    }

    static Stream<DynamicContainer> tests(
            Collection<Hazard> hazards, int seeds, BiFunction<Hazard, Integer, HazardousProblem> draw, Check check) {
        return hazards.stream()
                .map(hazard -> dynamicContainer(
                        hazard.toString(),
                        IntStream.range(0, seeds)
                                .mapToObj(seed ->
                                        dynamicTest("seed " + seed, () -> test(draw.apply(hazard, seed), check)))));
    }

    private static void test(HazardousProblem drawn, Check check) {
        ExactOptimum optimum = ExactOptimum.of(drawn.exact());
        assertThat(check.faults(drawn, optimum)).as(drawn.name()).isEmpty();
    }
}
