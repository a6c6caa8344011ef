package io.github.l1bench.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SolversTest {
    static List<Solver> all() {
        return Solvers.all();
    }

    @Test
    void areListedByName() {
        assertThat(all())
                .extracting(Solver::name)
                .isSorted()
                .doesNotHaveDuplicates()
                .hasSizeGreaterThan(3);
    }

    @ParameterizedTest
    @MethodSource("all")
    void saysWhatItIsWhereItIsFromAndWhatItTakes(Solver solver) {
        assertThat(solver.name()).matches("[a-z]+(-[a-z]+)*");
        assertThat(solver.description()).hasSizeGreaterThan(15).doesNotContain("\n");
        assertThat(solver.formula()).hasSizeGreaterThan(15).doesNotContain("\n");
        assertThat(solver.reference()).containsPattern("[12][09]\\d\\d");
        assertThat(Solvers.named(solver.name())).hasSameClassAs(solver);
        for (Option option : solver.options()) {
            assertThat(option.description()).isNotBlank();
            assertThatCode(() -> option.check(option.initial())).doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @CsvSource({"saga-dence, saga-dense", "owlqn, owl-qn", "prox-neuton, prox-newton"})
    void anUnknownNameIsAnsweredWithTheNearest(String typed, String nearest) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Solvers.named(typed))
                .withMessageStartingWith(
                        "there is no solver '" + typed + "'; did you mean '" + nearest + "'? Known are ")
                .withMessageContaining("coordinate-descent, owl-qn, ");
    }

    @ParameterizedTest
    @CsvSource({
        "'', '', 0",
        "a, '', 1",
        "'', abc, 3",
        "kitten, sitting, 3",
        "sunday, saturday, 3",
        "abc, abc, 0",
        "abc, bc, 1",
        "bc, abc, 1",
        "ab, ba, 2"
    })
    void editDistanceCountsInsertionsDeletionsAndSubstitutions(String a, String b, int distance) {
        assertThat(Solvers.editDistance(a, b)).isEqualTo(distance);
    }

    @Test
    void aRegisteredClassThatCannotBeLoadedIsNamed(@TempDir Path folder) throws IOException {
        Path services = Files.createDirectories(folder.resolve("META-INF/services"));
        Files.writeString(services.resolve(Solver.class.getName()), "there.is.none.Such");
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader with = new URLClassLoader(new URL[] {folder.toUri().toURL()}, before)) {
            thread.setContextClassLoader(with);
            assertThatIllegalArgumentException()
                    .isThrownBy(Solvers::all)
                    .withMessageContaining("there.is.none.Such")
                    .withMessageEndingWith("mend its line in META-INF/services");
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Test
    void statusesReadAsWords() {
        assertThat(Status.PASS_LIMIT.label()).isEqualTo("pass limit");
        assertThat(Status.CERTIFIED.label()).isEqualTo("certified");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN})
    void aRuleToStopNeedsAPositiveNumber(double bound) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Stopping.atRelativeGap(bound))
                .withMessage("the relative gap is " + bound + "; it must be a positive number");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Stopping.atRelativeChange(bound))
                .withMessageStartingWith("the tolerance is " + bound);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Stopping.afterPasses(bound))
                .withMessageStartingWith("the limit of passes is " + bound);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Stopping.atRelativeGap(1).withinSeconds(bound))
                .withMessageStartingWith("the limit of seconds is " + bound);
    }

    @Test
    void rulesToStopAddUp() {
        Stopping gap = Stopping.atRelativeGap(1e-3).withinPasses(7).withinSeconds(2);
        Stopping change = Stopping.atRelativeChange(0.1).withinSeconds(2).withinPasses(7);

        assertThat(gap.relativeGap()).hasValue(1e-3);
        assertThat(gap.relativeChange()).isEmpty();
        assertThat(gap.maxPasses()).isEqualTo(7);
        assertThat(gap.maxSeconds()).isEqualTo(2);
        assertThat(change.relativeGap()).isEmpty();
        assertThat(change.relativeChange()).hasValue(0.1);
        assertThat(change.maxPasses()).isEqualTo(7);
        assertThat(change.maxSeconds()).isEqualTo(2);
    }
}
