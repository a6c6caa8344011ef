package io.github.l1bench.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.github.l1bench.data.DataInfo;
import io.github.l1bench.kernel.KernelChoice;
import io.github.l1bench.problem.Certificate;
import io.github.l1bench.problem.Coefficients;
import io.github.l1bench.problem.MultinomialProblem;
import io.github.l1bench.problem.OneVsRest;
import io.github.l1bench.problem.Penalty;
import io.github.l1bench.result.CellResult;
import io.github.l1bench.result.Fit;
import io.github.l1bench.result.PeerRun;
import java.util.List;
import java.util.Map;

/**
 * The JSON of {@code solve}: an interface that scripts rely on. Fields may be added, none renamed or removed. Their
 * meanings are those of {@link CellResult}, {@code rounding} is the part of the gap that bounds rounding errors,
 * {@code kernels} are those that ran; what {@link SolvedModel} and, of a peer, {@link PeerRun} hold is there only where
 * asked for.
 */
record SolveResult(
        String solver,
        Map<String, String> options,
        String data,
        String notice,
        String dataSha256,
        int seed,
        int n,
        int p,
        int classes,
        List<String> labels,
        double lambda,
        double lambdaMax,
        double lambdaRatio,
        @JsonProperty("C") double c,
        String status,
        boolean met,
        int epochs,
        double passes,
        double seconds,
        @JsonUnwrapped Fit fit,
        double rounding,
        String kernels,
        @JsonInclude(JsonInclude.Include.NON_NULL) PeerRun peer,
        @JsonUnwrapped SolvedModel model) {
    /**
     * @param problem that was solved
     * @param model null where no coefficients are asked for
     */
    static SolveResult of(CellResult cell, DataInfo data, int seed, MultinomialProblem problem, SolvedModel model) {
        Penalty penalty = Penalty.of(problem);
        Coefficients returned = new Coefficients(cell.coef(), cell.intercept());
        return new SolveResult(
                cell.solver(),
                cell.options(),
                data.name(),
                data.notice(),
                data.sha256(),
                seed,
                data.trainRows(),
                data.features(),
                data.classes(),
                data.labels(),
                penalty.lambda(),
                penalty.lambdaMax(),
                penalty.ratio(),
                penalty.c(),
                cell.status(),
                cell.met(),
                cell.epochs(),
                cell.passes(),
                cell.seconds(),
                cell.fit(),
                rounding(cell, problem, returned),
                KernelChoice.KERNELS.name(),
                cell.peer(),
                model);
    }

    private static double rounding(CellResult cell, MultinomialProblem problem, Coefficients returned) {
        Certificate certificate =
                cell.isMultinomial() ? Certificate.of(problem, returned) : new OneVsRest(problem).certify(returned);
        return certificate.rounding();
    }
}
