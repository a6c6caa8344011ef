package io.github.l1bench.solver.newton;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.l1bench.problem.DenseDesign;
import io.github.l1bench.problem.Design;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

class StepChoiceTest {
    private static StepChoice choice(Rules rules, int n, int p, int classes) {
        return new StepChoice(rules, design(n, p), classes);
    }

    private static Design design(int n, int p) {
        return new DenseDesign(new DMatrixRMaj(n, p));
    }

    @Test
    void smallPenaltiesOnSmallTablesTakeJointStepsFromTheStart() {
        StepChoice small = choice(Rules.ALL, 500, 10, 3);
        small.decide(0.5);
        assertThat(small.all()).isNull();
        small.decide(0.001);
        assertThat(small.all().size()).isEqualTo(33);
        assertThat(small.isJoint(small.all())).isTrue();

        StepChoice large = choice(Rules.ALL, 500, 400, 7);
        large.decide(1e-3);
        assertThat(large.all()).isNull();
    }

    @Test
    void sweepsGiveWayOnceTheyHaveCostAsMuchAndWillAgain() {
        StepChoice choice = choice(Rules.ALL, 500, 30, 3);
        WorkingSet set = WorkingSet.all(30, 3);
        double hessian = 0.5 * JointHessian.workOfRow(set) / StepChoice.workOfStep(set, 1);
        double cost = 8 + hessian * 8;
        int sweeps = 0;
        while (!choice.decideAfterSweep(set, 1.01 * cost)) {
            sweeps++;
        }
        assertThat(sweeps).isEqualTo((int) cost);

        StepChoice patient = choice(Rules.ALL, 500, 30, 3);
        for (int sweep = 0; sweep < 10 * cost; sweep++) {
            assertThat(patient.decideAfterSweep(set, 0.99 * cost)).isFalse();
        }
    }

    @Test
    void whoPrefersJointStepsTakesThemOnWorkingSetsToo() {
        WorkingSet few = new WorkingSet(new int[][] {{1, 2, 400}, {400}}, 2);
        StepChoice joint = choice(Rules.JOINT, 500, 400, 2);
        assertThat(joint.all()).isNull();
        assertThat(joint.isJoint(few)).isTrue();
        assertThat(joint.isJoint(WorkingSet.all(2000, 2))).isFalse();
        assertThat(choice(Rules.ALL, 500, 400, 2).isJoint(few)).isFalse();
        assertThat(choice(Rules.JOINT, 500, 10, 3).all().size()).isEqualTo(33);
    }

    @Test
    void withoutTheRuleThereAreSweepsAlone() {
        StepChoice choice = choice(OnlySweeps.RULES, 500, 10, 3);
        choice.decide(1e-4);
        assertThat(choice.all()).isNull();
        assertThat(choice.decideAfterSweep(WorkingSet.all(10, 3), 1e9)).isFalse();
    }
}
