package io.github.l1bench.experiment;

import io.github.l1bench.result.CellResult;
import io.github.l1bench.solver.Solver;

/** Runs a solver that keeps small things until the heap is full, and then one that behaves; prints what failed. */
final class HoardingInAnotherProcess {
    private HoardingInAnotherProcess() {}

    public static void main(String[] args) {
        Solver hoarding = ExperimentTest.solver("hoarding", (problem, progress) -> {
            Object[] hoard = new Object[1];
            while (true) {
                hoard = new Object[] {hoard};
            }
        });
        for (CellResult cell : UnrulySolversTest.run(0.01, 30, hoarding, UnrulySolversTest.wellBehaved())
                .cells()) {
            System.out.println(cell.label() + ": " + cell.failure());
        }
        System.exit(0);
    }
}
