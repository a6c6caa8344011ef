package io.github.l1bench.solver.newton;

import io.github.l1bench.SmallProblem;
import io.github.l1bench.kernel.Team;
import io.github.l1bench.problem.Coefficients;
import io.github.l1bench.problem.MultinomialProblem;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;

/** What joint steps begin with: some weights, a working set with zeros among them, and a model of each class. */
abstract class JointSetting {
    final MultinomialProblem problem = SmallProblem.offCentre(0.003);
    WorkingColumns columns;
    State state;
    WorkingSet set;
    ClassStep classStep;

    @BeforeEach
    void start() {
        startFrom(someWeights());
    }

    private Coefficients someWeights() {
        Random random = new Random(5);
        double[][] w = new double[problem.classes()][problem.features()];
        for (double[] row : w) {
            for (int j = 0; j < row.length; j += 3) {
                row[j] = 0.3 * random.nextGaussian();
            }
        }
        return new Coefficients(w, new double[w.length]);
    }

    final void startFrom(Coefficients start) {
        columns = new SparseColumns(problem.design(), Team.ALONE);
        state = new State(problem, columns.order(), start, Team.ALONE);
        Reference reference = new Reference(problem, columns.order(), Team.ALONE);
        reference.score(state);
        reference.peek(state);
        set = WorkingSet.pick(state, reference, 0.7 * problem.lambda(), Integer.MAX_VALUE);
        classStep = new ClassStep(state, reference, columns, Rules.ALL);
        for (int k = 0; k < problem.classes(); k++) {
            columns.require(set.features()[k]);
            classStep.model(k).update(set.features()[k], state, k, columns);
        }
    }

    // The working features of class k whose weights are not zero, and the column of ones.
    final int[] moving(int k) {
        return Arrays.stream(set.features()[k])
                .filter(j -> j == problem.features() || state.weights()[k][j] != 0)
                .toArray();
    }

    static double max(double[] x) {
        return Arrays.stream(x).map(Math::abs).max().orElseThrow();
    }

    /** As rounding makes blocks of features that nearly depend on each other. */
    final void makeIndefinite(int k) {
        double[][] h = classStep.model(k).hessian();
        for (int a = 0; a < h.length; a++) {
            for (int b = 0; b < h.length; b++) {
                h[a][b] = a == b ? h[a][a] : 2 * Math.sqrt(h[a][a] * h[b][b]);
            }
        }
    }
}
