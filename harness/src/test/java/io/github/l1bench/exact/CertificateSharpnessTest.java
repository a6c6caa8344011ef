package io.github.l1bench.exact;

import io.github.l1bench.problem.Certificate;
import io.github.l1bench.problem.Coefficients;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;

/**
 * A proof that claims too much room is true and useless. Where data are centred and scaled, what a certificate adds to
 * the gap for its own rounding is far below any gap that is asked for.
 */
class CertificateSharpnessTest {
    private static final Set<Hazard> HARMLESS_ONCE_STANDARDIZED = EnumSet.of(
            Hazard.ORDINARY,
            Hazard.LARGE_MEAN,
            Hazard.YEARS,
            Hazard.SCALE,
            Hazard.SCALED_LARGE_MEAN,
            Hazard.MANY_ZEROS);

    // What may be added, as a share of P. Rounding moves the dual point by a share that is divided by lambda.
    private static final double SHARP = 1e-11;
    private static final double SHARP_AT_SMALL_LAMBDA = 1e-9;
    private static final double SMALL_LAMBDA = 0.009;
    // The refit of the intercept may end a little early.
    private static final double GENEROUS = 1.5;

    @TestFactory
    Stream<DynamicContainer> aClaimedGapIsHardlyAboveWhatItsDefinitionGives() {
        return Draws.tests(
                HARMLESS_ONCE_STANDARDIZED,
                Draws.perHazard(4),
                HazardousProblem::drawStandardized,
                CertificateSharpnessTest::bluntClaims);
    }

    private static List<String> bluntClaims(HazardousProblem drawn, ExactOptimum optimum) {
        double share = drawn.exact().lambda() / optimum.rescaling().lambdaMax();
        double sharp = share < SMALL_LAMBDA ? SHARP_AT_SMALL_LAMBDA : SHARP;
        List<String> faults = new ArrayList<>();
        Trials.near(optimum)
                .forEach((name, coefficients) -> bluntClaim(drawn, optimum, coefficients, sharp)
                        .ifPresent(claim -> faults.add(name + ": " + claim)));
        return faults;
    }

    private static Optional<String> bluntClaim(
            HazardousProblem drawn, ExactOptimum optimum, Coefficients coefficients, double sharp) {
        Certificate certificate = Certificate.of(drawn.problem(), coefficients);
        Truth truth = Truth.of(drawn.exact(), optimum, coefficients);
        DoubleDouble defined = truth.objective().minus(DefinedDual.of(drawn.exact(), coefficients));
        double allowed = GENEROUS * defined.hi() + sharp * truth.objective().hi();
        return certificate.gap() < allowed
                ? Optional.empty()
                : Optional.of(String.format(
                        "the gap is said to be at most %.3g where the definition gives %.3g and P is %.3g",
                        certificate.gap(), defined.hi(), truth.objective().hi()));
    }
}
