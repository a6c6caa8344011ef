package io.github.l1bench.exact;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Minimises the quadratic model g'd + d'Hd / 2 + sum penalty |x + d| exactly, in finitely many steps: feature-sign search
 * (Lee, Battle, Raina and Ng, Efficient sparse coding algorithms, 2006). While the signs of the nonzero variables are
 * right the minimiser is the solution of a linear system; a variable that reaches zero on the way there stays at zero,
 * and a zero variable whose derivative exceeds its penalty may leave it again.
 */
final class FeatureSignSearch {
    // A derivative this share above its penalty is rounding.
    private static final DoubleDouble ROUNDING = DoubleDouble.of(1e-24);
    private static final int MOST_STEPS = 10_000;

    private final DoubleDouble[] gradient;
    private final DoubleDouble[][] hessian;
    private final DoubleDouble[] penalties;
    private final DoubleDouble[] x;
    private final int[] signs;
    private final boolean[] active;

    /**
     * @param gradient g, m values
     * @param hessian H, m x m, positive definite
     * @param penalties m values, zero where a variable is free
     * @param x where the model was made, m values; not modified
     */
    FeatureSignSearch(DoubleDouble[] gradient, DoubleDouble[][] hessian, DoubleDouble[] penalties, DoubleDouble[] x) {
        this.gradient = gradient;
        this.hessian = hessian;
        this.penalties = penalties;
        this.x = x;
        this.signs = Arrays.stream(x).mapToInt(DoubleDouble::signum).toArray();
        this.active = new boolean[x.length];
        for (int a = 0; a < x.length; a++) {
            active[a] = isFree(a) || signs[a] != 0;
        }
    }

    private boolean isFree(int a) {
        return penalties[a].signum() == 0;
    }

    /** The minimiser x + d. */
    DoubleDouble[] minimize() {
        DoubleDouble[] point = x.clone();
        for (int step = 0; step < MOST_STEPS; step++) {
            if (!moveTo(point, orthantMinimizer(point)) && !release(point)) {
                return point;
            }
        }
        throw new ArithmeticException("feature-sign search does not end");
    }

    // What the nonzero variables tend to while their signs hold.
    private DoubleDouble[] orthantMinimizer(DoubleDouble[] point) {
        int[] chosen = IntStream.range(0, x.length).filter(a -> active[a]).toArray();
        DoubleDouble[][] system = new DoubleDouble[chosen.length][chosen.length];
        DoubleDouble[] right = new DoubleDouble[chosen.length];
        for (int i = 0; i < chosen.length; i++) {
            for (int j = 0; j < chosen.length; j++) {
                system[i][j] = hessian[chosen[i]][chosen[j]];
            }
            DoubleDouble slope = penalties[chosen[i]].times(isFree(chosen[i]) ? 0 : signs[chosen[i]]);
            right[i] = derivative(point, chosen[i]).plus(slope).negated();
        }
        DoubleDouble[] change = Cholesky.solve(system, right);
        DoubleDouble[] target = point.clone();
        for (int i = 0; i < chosen.length; i++) {
            target[chosen[i]] = point[chosen[i]].plus(change[i]);
        }
        return target;
    }

    private DoubleDouble derivative(DoubleDouble[] point, int a) {
        DoubleDouble sum = gradient[a];
        for (int b = 0; b < x.length; b++) {
            sum = sum.plus(hessian[a][b].times(point[b].minus(x[b])));
        }
        return sum;
    }

    // As far as signs hold; returns whether a variable reached zero before.
    private boolean moveTo(DoubleDouble[] point, DoubleDouble[] target) {
        DoubleDouble length = DoubleDouble.ONE;
        int first = -1;
        for (int a = 0; a < x.length; a++) {
            if (active[a] && !isFree(a) && target[a].signum() != signs[a]) {
                DoubleDouble reach = point[a].dividedBy(point[a].minus(target[a]));
                if (first < 0 || length.exceeds(reach)) {
                    length = reach;
                    first = a;
                }
            }
        }
        for (int a = 0; a < x.length; a++) {
            point[a] = first < 0 ? target[a] : point[a].plus(length.times(target[a].minus(point[a])));
        }
        if (first >= 0) {
            point[first] = DoubleDouble.ZERO;
            active[first] = false;
        }
        return first >= 0;
    }

    // Lets the zero variable go that gains most by it; returns whether there is one.
    private boolean release(DoubleDouble[] point) {
        int best = -1;
        DoubleDouble most = DoubleDouble.ZERO;
        for (int a = 0; a < x.length; a++) {
            DoubleDouble excess = active[a] ? DoubleDouble.ZERO : excess(derivative(point, a), penalties[a]);
            if (excess.exceeds(most)) {
                most = excess;
                best = a;
            }
        }
        if (best >= 0) {
            active[best] = true;
            signs[best] = -derivative(point, best).signum();
        }
        return best >= 0;
    }

    private static DoubleDouble excess(DoubleDouble derivative, DoubleDouble penalty) {
        return derivative.abs().minus(penalty.plus(penalty.times(ROUNDING)));
    }
}
