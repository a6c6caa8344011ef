package io.github.l1bench.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.l1bench.SmallProblem;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("truth")
class MeteredDesignTest {
    private final DoubleAdder passes = new DoubleAdder();

    static Stream<MultinomialProblem> problems() {
        return Stream.of(SmallProblem.dense(0.01), SmallProblem.standardizedSparse(0.01));
    }

    @ParameterizedTest
    @MethodSource("problems")
    void productsAreThoseOfTheDesignAndHalfAPassEach(MultinomialProblem problem) {
        int classes = problem.classes();
        double[][] weights = new double[classes][problem.features()];
        weights[1][3] = 2;
        double[][] expected = new double[classes][problem.samples()];
        double[][] scores = new double[classes][problem.samples()];
        double[][] expectedGradient = new double[classes][problem.features()];
        double[][] gradient = new double[classes][problem.features()];
        DesignProducts plain = problem.design().products(classes);
        plain.scores(weights, new double[classes], expected);
        plain.gradient(expected, expectedGradient);

        DesignProducts metered = problem.metered(passes::add).design().products(classes);
        metered.scores(weights, new double[classes], scores);
        assertThat(passes.sumThenReset()).isEqualTo(0.5);
        metered.gradient(scores, gradient);
        assertThat(passes.sumThenReset()).isEqualTo(0.5);

        assertThat(scores).isDeepEqualTo(expected);
        assertThat(gradient).isDeepEqualTo(expectedGradient);
    }

    @ParameterizedTest
    @MethodSource("problems")
    void someSamplesAndSomeClassesCostTheirShare(MultinomialProblem problem) {
        Design design = problem.metered(passes::add).design();
        int[] some = {0, 5, 7};
        double[][] gradient = new double[1][problem.features()];
        for (Design part : new Design[] {design.select(some), design.sample(some), design.sample(some)}) {
            part.products(1).gradient(new double[1][3], gradient);

            assertThat(passes.sumThenReset()).isCloseTo(0.5 * 3 / problem.samples() / problem.classes(), within(1e-15));
        }
    }

    @ParameterizedTest
    @MethodSource("problems")
    void allElseIsTheDesignsOwnAndCostsNothing(MultinomialProblem problem) {
        Design design = problem.design();
        MultinomialProblem other = problem.metered(passes::add).withLambda(0.5);
        Design metered = other.design();

        assertThat(metered.rows()).isEqualTo(design.rows());
        assertThat(metered.columns()).isEqualTo(design.columns());
        assertThat(metered.entries()).isEqualTo(design.entries());
        assertThat(metered.density()).isEqualTo(design.density());
        assertThat(metered.standardization()).isSameAs(design.standardization());
        assertThat(metered.shift()).isSameAs(design.shift());
        assertThat(metered.magnitudes()).isSameAs(design.magnitudes());
        assertThat(metered.uncenteredRows()).isSameAs(design.uncenteredRows());
        assertThat(metered.uncenteredColumns()).isSameAs(design.uncenteredColumns());
        assertThat(metered.rowReader().row(3))
                .containsExactly(design.rowReader().row(3));
        double[] expected = new double[design.rows()];
        double[] column = new double[design.rows()];
        design.column(2, expected);
        metered.column(2, column);
        assertThat(column).containsExactly(expected);
        StringBuilder layout = design.layout(StringBuilder.class, StringBuilder::new);
        assertThat(metered.layout(StringBuilder.class, StringBuilder::new)).isSameAs(layout);
        assertThat(metered).hasToString(design.toString());
        assertThat(other.lambda()).isEqualTo(0.5);
        assertThat(other.lambdaMax()).isEqualTo(problem.lambdaMax());
        assertThat(passes.sum()).isZero();
    }
}
