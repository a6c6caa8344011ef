package io.github.l1bench.solver.newton;

/**
 * Chooses between joint steps and sweeps by what each costs, in multiply-adds for each row of the design.
 *
 * @param threshold how many sweeps a joint Hessian may cost to be made before any sweep has been seen
 */
record StepChoice(double threshold) {
    // What a sweep does for each row and class beside products with columns: an exponential, shares of logarithms.
    private static final double SOFTMAX = 40;
    // Multiply-adds of Hessians go twice as fast as those of sweeps.
    private static final double RATE = 0.5;
    // M^2 numbers are held.
    private static final int LARGEST = 3000;
    private static final int LARGEST_WHOLE = 1200;

    /** For the solver that takes joint steps wherever their Hessian fits. */
    static StepChoice always() {
        return new StepChoice(Double.POSITIVE_INFINITY);
    }

    /** For the solver that takes them where they save work. */
    static StepChoice byWork() {
        return new StepChoice(Double.parseDouble(System.getProperty("threshold", "5")));
    }

    boolean joint(WorkingSet set) {
        return set.size() <= LARGEST && JointHessian.workOfRow(set) * RATE <= threshold * workOfSweep(set);
    }

    /** All pairs, where joint steps are to be taken on them; else null. */
    WorkingSet whole(int features, int classes) {
        if ((features + 1.0) * classes > LARGEST_WHOLE) {
            return null;
        }
        WorkingSet all = WorkingSet.all(features, classes);
        return joint(all) ? all : null;
    }

    private static double workOfSweep(WorkingSet set) {
        return 2.0 * set.size() + SOFTMAX * set.features().length;
    }
}
