package io.github.l1bench.solver.newton;

import io.github.l1bench.problem.Design;

/**
 * Chooses between sweeps of class steps and joint steps on all pairs by their work, in multiply-adds for each row. A
 * sweep over M numbers of K classes costs 2 M d + 40 K, with d the share of nonzeros in a column and 40 for the softmax of
 * a score. A joint step costs as much and a Hessian {@link JointHessian#workOfRow} on its rows, at twice the rate: in
 * units of a sweep on all pairs, h.
 *
 * <ul>
 * <li>From the null model sweeps take about 16 sqrt(0.1 lambda max / lambda), joint steps 15 and half a dozen Hessians, most
 *     of them on {@link JointNewton#rowsAtFirst} rows. Where that is less, joint steps begin, without working sets.
 * <li>Else sweeps begin. They shrink the KKT residual by a factor that is seen. Once they have cost as much as joint steps
 *     from here would, and at this rate will cost as much again, joint steps take over: that is at most twice what the
 *     better choice would have cost, as with skis that can be bought or hired.
 * </ul>
 */
final class StepChoice {
    private static final double SOFTMAX = 40;
    private static final double RATE = 0.5;
    private static final double SWEEPS_AT_A_TENTH = 16;
    private static final double STEPS_FROM_NULL = 15;
    private static final double STEPS_FROM_HERE = 8;
    private static final double FIRST_HESSIANS = 6;
    private static final double LAST_HESSIANS = 2;
    // Of all pairs even where joint steps are preferred.
    private static final double DEAREST_HESSIAN = 15;
    // What the inner products of the models of a first working set may be, of those of a look; of columns that are read
    // in place half of that, as a look reads a nonzero once for all classes.
    private static final double SHARE_OF_LOOK = 0.4;
    private static final double SHARE_OF_SPARSE_LOOK = 0.2;
    // M^2 numbers are held: 72 MB.
    private static final int LARGEST = 3000;

    private final boolean jointFirst;
    private final WorkingSet all;
    private final double density;
    private final double hessian;
    private final double rowsAtFirst;
    private double spent;
    private boolean joint;

    StepChoice(Rules rules, Design design, int classes) {
        this.jointFirst = rules.jointFirst();
        this.density = SparseColumns.suit(design) ? design.density() : 1;
        boolean fits = rules.has(Rule.JOINT_NEWTON) && (design.columns() + 1.0) * classes <= LARGEST;
        this.all = fits ? WorkingSet.all(design.columns(), classes) : null;
        this.hessian = fits ? RATE * JointHessian.workOfRow(all) / workOfStep(all, density) : Double.POSITIVE_INFINITY;
        this.rowsAtFirst = fits ? JointNewton.rowsAtFirst(all, design.rows()) / (double) design.rows() : 1;
        this.joint = jointFirst && hessian <= DEAREST_HESSIAN;
    }

    /**
     * How many pairs a working set may have however small the support: with m / K in each class, models take m^2 / (2 K)
     * inner products, a look K p.
     */
    static int sizeOfFirstSet(Design design, int classes) {
        double share = SparseColumns.suit(design) ? SHARE_OF_SPARSE_LOOK : SHARE_OF_LOOK;
        return (int) Math.ceil(classes * Math.sqrt(2 * share * design.columns()));
    }

    /** Chooses joint steps on all pairs. */
    void takeJointSteps() {
        joint = true;
    }

    /** Decides at the null model, at a penalty of {@code share} of lambda max. */
    void decide(double share) {
        joint |= STEPS_FROM_NULL + firstHessians() < sweepsFromNull(share);
    }

    private double firstHessians() {
        return hessian * (LAST_HESSIANS + FIRST_HESSIANS * rowsAtFirst);
    }

    private static double sweepsFromNull(double share) {
        return SWEEPS_AT_A_TENTH * Math.sqrt(0.1 / share);
    }

    /**
     * Decides after a sweep on {@code set}, of which {@code more} are to be expected; returns whether joint steps take over.
     */
    boolean decideAfterSweep(WorkingSet set, double more) {
        spent += workOfStep(set, density);
        if (all != null) {
            double cost = (STEPS_FROM_HERE + firstHessians()) * workOfStep(all, density);
            joint |= spent > cost && more * workOfStep(set, density) > cost;
        }
        return joint;
    }

    /** What a sweep or a joint step costs beside Hessians. */
    static double workOfStep(WorkingSet set, double density) {
        return 2 * density * set.size() + SOFTMAX * set.features().length;
    }

    /** All pairs where joint steps on all are chosen, else null. */
    WorkingSet all() {
        return joint ? all : null;
    }

    /** Whether to take joint steps on {@code set}. */
    boolean isJoint(WorkingSet set) {
        return joint || jointFirst && set.size() <= LARGEST;
    }
}
