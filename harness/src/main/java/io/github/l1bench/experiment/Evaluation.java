package io.github.l1bench.experiment;

import io.github.l1bench.data.Dataset;
import io.github.l1bench.problem.Certificate;
import io.github.l1bench.problem.Certifier;
import io.github.l1bench.problem.Coefficients;
import io.github.l1bench.problem.MultinomialProblem;
import io.github.l1bench.result.Fit;
import java.util.function.Function;

/** Evaluates coefficients of one problem of a data set. Holds work arrays; one object per thread. */
public final class Evaluation {
    private final Dataset dataset;
    private final Function<Coefficients, Certificate> certifier;

    /** @param problem one of {@code dataset}, under any penalty */
    public Evaluation(Dataset dataset, MultinomialProblem problem) {
        this(dataset, new Certifier(problem)::certify);
    }

    /** @param certifier of a problem whose largest score tells the class */
    Evaluation(Dataset dataset, Function<Coefficients, Certificate> certifier) {
        this.dataset = dataset;
        this.certifier = certifier;
    }

    /** The fit of {@code coefficients}, which are not modified. */
    public Fit of(Coefficients coefficients) {
        return of(dataset, coefficients, certifier.apply(coefficients));
    }

    /** The same but for the training accuracy, which costs a pass and is NaN. */
    public Fit withoutTraining(Coefficients coefficients) {
        return Fit.of(
                certifier.apply(coefficients),
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
