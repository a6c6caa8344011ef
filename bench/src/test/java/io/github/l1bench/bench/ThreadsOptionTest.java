package io.github.l1bench.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.l1bench.problem.Coefficients;
import io.github.l1bench.problem.MultinomialProblem;
import io.github.l1bench.solver.Option;
import io.github.l1bench.solver.Options;
import io.github.l1bench.solver.Progress;
import io.github.l1bench.solver.Solver;
import io.github.l1bench.solver.Variant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ThreadsOptionTest {
    private static final Solver PARALLEL = new Named(List.of(Option.count("threads", 1, "how many")));
    private static final Solver SERIAL = new Named(List.of());

    private record Named(List<Option> options) implements Solver {
        @Override
        public String name() {
            return "named";
        }

        @Override
        public String description() {
            return "";
        }

        @Override
        public String reference() {
            return "";
        }

        @Override
        public Coefficients minimize(MultinomialProblem problem, Progress progress) {
            throw new UnsupportedOperationException();
        }
    }

    @Test
    void aSolverWithTheOptionIsGivenIt() {
        Variant variant = new Variant(PARALLEL, Options.defaults());
        assertThat(ThreadsOption.isFree(variant)).isTrue();
        assertThat(ThreadsOption.applied(variant, 2)).hasToString("named[threads=2]");
    }

    @Test
    void aSolverWithoutItRunsWithOneThreadOnly() {
        Variant variant = new Variant(SERIAL, Options.defaults());
        assertThat(ThreadsOption.isFree(variant)).isFalse();
        assertThat(ThreadsOption.applied(variant, 1)).isEqualTo(variant);
        assertThatThrownBy(() -> ThreadsOption.applied(variant, 2)).hasMessageContaining("2 threads");
    }

    @Test
    void aValueInTheNameIsNotOverruled() {
        Variant variant = new Variant(PARALLEL, Options.of(PARALLEL, Map.of("threads", "4")));
        assertThat(ThreadsOption.isFree(variant)).isFalse();
        assertThat(ThreadsOption.applied(variant, 1)).hasToString("named[threads=4]");
        assertThatThrownBy(() -> ThreadsOption.applied(variant, 2)).hasMessageContaining("-p threads=1");
    }
}
