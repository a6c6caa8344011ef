package io.github.l1bench.solver.newton;

import io.github.l1bench.problem.MultinomialProblem;

/** What tests of sweeps begin with: no joint Newton steps, which small problems would otherwise be solved by. */
final class OnlySweeps {
    static final Rules RULES = Rules.ALL.without(Rule.JOINT_NEWTON);

    private OnlySweeps() {}

    static StepChoice choice(MultinomialProblem problem) {
        return new StepChoice(RULES, problem.design(), problem.classes());
    }
}
