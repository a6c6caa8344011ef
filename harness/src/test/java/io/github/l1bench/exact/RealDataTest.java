package io.github.l1bench.exact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.l1bench.data.DataRequest;
import io.github.l1bench.data.DataSources;
import io.github.l1bench.data.Dataset;
import io.github.l1bench.problem.Certificate;
import io.github.l1bench.problem.Coefficients;
import io.github.l1bench.problem.MultinomialProblem;
import io.github.l1bench.solver.Request;
import io.github.l1bench.solver.SolverRun;
import io.github.l1bench.solver.Solvers;
import io.github.l1bench.solver.Stopping;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/**
 * Real data sets and their optima by another program, where they are found beside the checkout: {@code NAME.svm.gz} and,
 * for each penalty, {@code NAME-RATIO.json} with an objective and a lower bound. Coordinate descent takes the
 * smallest penalties only where the system property {@code l1bench.proof} is set.
 */
@Tag("slow")
class RealDataTest {
    private static final Path FOLDER = Path.of("../../shared/data/real");
    private static final double TARGET = 1e-6;
    // Twice what the slowest takes.
    private static final double PASSES = 16_000;
    // Two programs standardise the same data in different order.
    private static final double ROUNDING = 1e-12;
    // Each is solved for several penalties.
    private static final Map<DataRequest, Dataset> LOADED = new HashMap<>();

    @TestFactory
    Stream<DynamicTest> proxNewtonAgreesWithAnotherProgramWithinBothCertificates() throws IOException {
        return tests("prox-newton", optimum -> true);
    }

    @TestFactory
    Stream<DynamicTest> newtonAgreesWithAnotherProgramWithinBothCertificates() throws IOException {
        return tests("newton", optimum -> true);
    }

    @Tag("long")
    @TestFactory
    Stream<DynamicTest> coordinateDescentAgreesWithAnotherProgramWithinBothCertificates() throws IOException {
        return tests("coordinate-descent", optimum -> Draws.isFull() || !takesLong(optimum));
    }

    private static Stream<DynamicTest> tests(String solver, Predicate<Path> taken) throws IOException {
        assumeThat(FOLDER).as("the real data sets are not beside this checkout").isDirectory();
        try (Stream<Path> files = Files.list(FOLDER)) {
            List<Path> optima = files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
            assertThat(optima).isNotEmpty();
            return optima.stream()
                    .filter(taken)
                    .map(optimum -> dynamicTest(optimum.getFileName().toString(), () -> check(optimum, solver)));
        }
    }

    // Thousands of passes of coordinate descent, the better part of a minute.
    private static boolean takesLong(Path optimum) {
        return optimum.toString().endsWith("-0.001.json");
    }

    private static void check(Path file, String solver) throws IOException {
        JsonNode optimum = new ObjectMapper().readTree(file.toFile());
        Path data = FOLDER.resolve(optimum.required("name").textValue() + ".svm.gz");
        DataRequest request = DataRequest.of("libsvm:" + data);
        Dataset dataset = LOADED.computeIfAbsent(
                optimum.required("standardize").booleanValue() ? request : request.withoutStandardization(),
                DataSources::load);
        MultinomialProblem problem = dataset.problem(optimum.required("lambda").doubleValue());
        assertThat(problem.samples()).isEqualTo(optimum.required("n").intValue());
        assertThat(problem.features()).isEqualTo(optimum.required("p").intValue());
        assertThat(problem.classes()).isEqualTo(optimum.required("classes").intValue());
        double lambdaMax = optimum.required("lambdaMax").doubleValue();
        assertThat(problem.lambdaMax()).isCloseTo(lambdaMax, within(ROUNDING * lambdaMax));

        Coefficients reached = SolverRun.solve(
                        Solvers.named(solver),
                        problem,
                        Request.until(Stopping.atRelativeGap(TARGET).withinPasses(PASSES)))
                .coefficients();

        compare(Certificate.of(problem, reached), exactObjective(data, problem, reached), optimum);
    }

    private static double exactObjective(Path data, MultinomialProblem problem, Coefficients reached)
            throws IOException {
        try (InputStream file = new GZIPInputStream(Files.newInputStream(data))) {
            LibsvmText text = LibsvmText.read(file);
            assertThat(problem.labels()).isEqualTo(text.labels());
            return ExactProblem.of(text.raw(), problem).objective(reached).hi();
        }
    }

    private static void compare(Certificate certificate, double objective, JsonNode optimum) {
        double upper = optimum.required("objective").doubleValue();
        double lower = optimum.required("bound").doubleValue();
        double rounding = ROUNDING * upper;
        assertThat(certificate.relativeGap()).isLessThanOrEqualTo(TARGET);
        assertThat(certificate.primal()).as("objective of the certificate").isCloseTo(objective, within(rounding));
        assertThat(objective).as("objective, against the other program's bound").isGreaterThan(lower - rounding);
        assertThat(certificate.dual())
                .as("bound, against the other program's objective")
                .isLessThan(upper + rounding);
        assertThat(certificate.gap())
                .as("claimed gap, against what is known of the true one")
                .isGreaterThanOrEqualTo(objective - upper - rounding);
    }
}
