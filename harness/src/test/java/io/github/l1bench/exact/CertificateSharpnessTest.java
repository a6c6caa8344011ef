package io.github.l1bench.exact;

import io.github.l1bench.problem.Certificate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/**
 * A proof that claims too much room is true and useless. Where data are centred and scaled, what a certificate adds to
 * the gap for its own rounding is far below any gap that is asked for.
 */
@Tag("truth")
class CertificateSharpnessTest {
    private static final Set<Hazard> HARMLESS_ONCE_STANDARDIZED = EnumSet.of(
            Hazard.ORDINARY,
            Hazard.LARGE_MEAN,
            Hazard.YEARS,
            Hazard.SCALE,
            Hazard.SCALED_LARGE_MEAN,
            Hazard.MANY_ZEROS);

    // What may be added, as a share of P.
    private static final double SHARP = 1e-11;
    // At these shares of lambda max P may be far below the loss of the null model, whose size rounding has, and
    // rounding moves the dual point by a share that is divided by lambda.
    private static final double SMALL_LAMBDA = 0.09;
    private static final double SHARP_AT_SMALL_LAMBDA = 1e-9;
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
        ExactProblem exact = drawn.exact();
        boolean small = exact.lambda() < SMALL_LAMBDA * optimum.rescaling().lambdaMax();
        double room = small
                ? SHARP_AT_SMALL_LAMBDA * Math.log(exact.classes())
                : SHARP * optimum.primal().hi();
        List<String> faults = new ArrayList<>();
        Trials.near(optimum).forEach((name, coefficients) -> {
            Certificate certificate = Certificate.of(drawn.problem(), coefficients);
            double defined = exact.objective(coefficients)
                    .minus(DefinedDual.of(exact, coefficients))
                    .hi();
            if (!(certificate.gap() < GENEROUS * defined + room)) {
                faults.add(String.format(
                        "%s: the gap is said to be at most %.3g where the definition gives %.3g and room is %.3g",
                        name, certificate.gap(), defined, room));
            }
        });
        return faults;
    }
}
