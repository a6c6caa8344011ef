package io.github.l1bench.solver.newton;

/** A rule of {@link ProxNewton} that is not needed for its result, and can be left out to see what it is worth. */
enum Rule {
    JOINT_NEWTON("joint Newton steps where they save work"),
    SAMPLE_START("the start on a sample"),
    SECOND_SAMPLE("a second sample, of an eighth of many rows"),
    SMALL_FIRST_SETS("a bound on the first working sets"),
    MARGIN("the margin of 3 % below lambda"),
    TOLERANCE_OF_VIOLATION("a tolerance that follows the violation"),
    STRAIGHT_TO_TARGET("going straight to the target from 20 % of violation on"),
    ROUGH_SHARE("rough sweeps to 20 % of the violation, three instead"),
    INNER_ROUNDS("more than one round of inner descent"),
    EXTRAPOLATION("the extrapolation"),
    SCALED_EXTRAPOLATION("its scaling by the curvature"),
    KEPT_SIGNS("zeros and signs kept in it"),
    FEW_GRAM_ROWS("curvature on 2,500 rows, all of them instead"),
    WHOLE_DIAGONAL("the diagonal of all rows there"),
    KEPT_MODELS("models kept from one working set to the next"),
    NEW_AFTER_SHORT_STEP("caution and new models after shortened steps"),
    MENDING("mending slow sweeps"),
    MORE_ROWS("more rows in it"),
    NEW_MODELS("new models in it"),
    PATIENCE("growing patience in it"),
    JOINT_STEPS("joint steps by conjugate gradients in it");

    private final String words;

    Rule(String words) {
        this.words = words;
    }

    /** What it is, in a few words. */
    String words() {
        return words;
    }
}
