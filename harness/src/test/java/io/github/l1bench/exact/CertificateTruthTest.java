package io.github.l1bench.exact;

import io.github.l1bench.problem.Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** The certificate of any coefficients against the truth; more problems with {@code -Dl1bench.proof=NUMBER}. */
@Tag("truth")
class CertificateTruthTest {
    @TestFactory
    Stream<DynamicContainer> noClaimedGapIsBelowTheTrueOne() {
        return Draws.tests(
                List.of(Hazard.values()),
                Draws.perHazard(1),
                HazardousProblem::draw,
                CertificateTruthTest::falseClaims);
    }

    private static List<String> falseClaims(HazardousProblem drawn, ExactOptimum optimum) {
        List<String> faults = new ArrayList<>();
        Trials.all(optimum).forEach((name, coefficients) -> {
            Certificate certificate = Certificate.of(drawn.problem(), coefficients);
            Truth.of(drawn.exact(), optimum, coefficients)
                    .falseClaims(certificate)
                    .forEach(claim -> faults.add(name + ": " + claim));
        });
        return faults;
    }
}
