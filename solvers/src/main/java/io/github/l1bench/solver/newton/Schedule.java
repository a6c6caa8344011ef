package io.github.l1bench.solver.newton;

/** Decides after each look which pairs to move next and how accurately. */
final class Schedule {
    private static final double THRESHOLD = 0.97;
    // Under a large penalty a few sweeps shrink the residual tenfold. Under a small one it takes more, and a set that
    // grows before pairs have settled takes along many that end at zero.
    private static final int ROUGH_SWEEPS = 12;
    // The next look shows more pairs, and they move those that were polished before.
    private static final double SHARE_OF_VIOLATION = 0.1;
    // Of a set that is bounded, so that the next one is another.
    private static final double ROUGH_SHARE = 0.2;
    private static final int MAX_SWEEPS = 40;
    // Gradients in between are as exact as floats; a look makes them exact.
    private static final double JOINT_SHARE = 1e-3;
    // So near, the margin below lambda holds what is still missing: another look before the last would find nothing.
    private static final double NEAR = 0.2;
    private static final int FEW = 3;
    // Sweeps beyond this would polish the rounding of scores that float columns have updated; a look makes them anew.
    private static final double SCORES = 2e-6;
    private static final int PATIENCE = 15;
    // The KKT residual that a sweep has met, which is before its steps, for a relative gap of one.
    private static final double RESIDUAL_OF_GAP = 3;

    private final double lambda;
    private final double target;
    private final int smallestSet;
    private final StepChoice choice;
    private final Rules rules;
    private double goal;
    private double bestGap = Double.POSITIVE_INFINITY;
    private double bestObjective = Double.MAX_VALUE; // not infinity, of which no share can be subtracted
    private int disappointments;
    private WorkingSet workingSet;
    private double tolerance;
    private double excess;
    private int sweeps;

    /**
     * @param target the relative gap aimed at
     * @param smallestSet how many pairs a working set may have however small the support
     */
    Schedule(double lambda, double target, int smallestSet, StepChoice choice, Rules rules) {
        this.rules = rules;
        this.choice = choice;
        this.smallestSet = smallestSet;
        this.lambda = lambda;
        this.target = target;
        this.goal = RESIDUAL_OF_GAP * target;
    }

    /**
     * Plans the next sweeps after a look.
     *
     * @param gap the last gap certified
     * @return false if looks no longer improve
     */
    boolean plan(State state, Reference reference, double gap) {
        if (!improves(state.objective(), gap)) {
            return false;
        }
        double largest = 0;
        int violations = 0;
        int support = 0;
        for (int k = 0; k < state.classes(); k++) {
            double[] w = state.weights()[k];
            double[] descent = reference.descent(k);
            for (int j = 0; j < w.length; j++) {
                double g = Math.abs(descent[j]);
                largest = Math.max(largest, g);
                support += w[j] != 0 ? 1 : 0;
                violations += w[j] == 0 && g > lambda * (1 + 1e-7) ? 1 : 0;
            }
        }
        excess = largest / lambda - 1;
        int capacity = Math.max(2 * support, smallestSet);
        boolean all = choice.all() != null;
        boolean rough = !all && rules.has(Rule.SMALL_FIRST_SETS) && violations + support > capacity;
        workingSet = all
                ? choice.all()
                : WorkingSet.pick(
                        state,
                        reference,
                        (rules.has(Rule.MARGIN) ? THRESHOLD : 1) * lambda,
                        rough ? capacity : Integer.MAX_VALUE);
        sweeps = rough ? rules.has(Rule.ROUGH_SHARE) ? ROUGH_SWEEPS : 3 : MAX_SWEEPS;
        if (!rough && tolerance <= goal * lambda && excess <= 10 * goal) {
            goal /= 2;
        }
        tolerance = lambda * (rough ? roughly() : all ? Math.max(goal, JOINT_SHARE * excess) : accuracy(violations));
        return true;
    }

    private double roughly() {
        return rules.has(Rule.ROUGH_SHARE) ? ROUGH_SHARE * excess : goal;
    }

    private double accuracy(int violations) {
        if (violations <= FEW && excess <= NEAR || !rules.has(Rule.TOLERANCE_OF_VIOLATION)) {
            return goal;
        }
        double part = SHARE_OF_VIOLATION * excess;
        return Math.max(goal, excess <= NEAR && rules.has(Rule.STRAIGHT_TO_TARGET) ? Math.min(SCORES, part) : part);
    }

    private boolean improves(double objective, double gap) {
        boolean better = gap < 0.9 * bestGap || objective < bestObjective - 1e-3 * target * Math.abs(bestObjective);
        disappointments = better ? 0 : disappointments + 1;
        bestGap = Math.min(bestGap, gap);
        bestObjective = Math.min(bestObjective, objective);
        return disappointments < PATIENCE;
    }

    /** Whether the sweeps planned should reach the target. */
    boolean isFinal() {
        return sweeps == MAX_SWEEPS && tolerance <= lambda * goal;
    }

    /**
     * Whether the last look was no better than those before it. Where features have large means that is often the
     * intercept's doing, which moves all their gradients; a certificate refits it.
     */
    boolean isDisappointed() {
        return disappointments > 0;
    }

    /** The relative gap aimed at. */
    double target() {
        return target;
    }

    /** max |G| / lambda - 1 at the last look. */
    double excess() {
        return excess;
    }

    WorkingSet workingSet() {
        return workingSet;
    }

    double tolerance() {
        return tolerance;
    }

    int sweeps() {
        return sweeps;
    }
}
