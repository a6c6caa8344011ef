package io.github.l1bench.experiment;

import io.github.l1bench.data.Dataset;
import io.github.l1bench.problem.Certificate;
import io.github.l1bench.problem.Certifier;
import io.github.l1bench.problem.Coefficients;
import io.github.l1bench.problem.MultinomialProblem;
import io.github.l1bench.result.Fit;

/** Evaluates coefficients of one problem of a data set. Holds work arrays; one object per thread. */
public final class Evaluation {
    private final Dataset dataset;
    private final Certifier certifier;

    /** @param problem one of {@code dataset}, under any penalty */
    public Evaluation(Dataset dataset, MultinomialProblem problem) {
        this.dataset = dataset;
        this.certifier = new Certifier(problem);
    }

    /** The fit of {@code coefficients}, which are not modified. */
    public Fit of(Coefficients coefficients) {
        return of(dataset, coefficients, certifier.certify(coefficients));
    }

    /** The same but for the training accuracy, which costs a pass and is NaN. */
    public Fit withoutTraining(Coefficients coefficients) {
        return Fit.of(
                certifier.certify(coefficients),
                coefficients,
                Double.NaN,
                dataset.testAccuracy(coefficients).orElse(null));
    }

    /** The fit of {@code coefficients} that are certified already. */
    public static Fit of(Dataset dataset, Coefficients coefficients, Certificate certificate) {
        return Fit.of(
                certificate,
                coefficients,
                dataset.trainAccuracy(coefficients),
                dataset.testAccuracy(coefficients).orElse(null));
    }
}
