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
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "saga-dence | 'saga-dense'",
                "owlqn | 'owl-qn'",
                "prox-neuton | 'prox-newton'",
                "saga | 'saga-dense' or 'saga-sparse'",
                "sag | 'saga-dense' or 'saga-sparse'",
                "fista | 'proximal-gradient'",
                "ista | 'proximal-gradient'",
                "lbfgs | 'owl-qn'",
                "L-BFGS | 'owl-qn'",
                "glmnet | 'coordinate-descent' or 'prox-newton'",
                "newGLMNET | 'prox-newton'",
                "liblinear | 'coordinate-descent' or 'prox-newton'",
                "cd | 'coordinate-descent'",
                "skglm | 'prox-newton'",
                "IRLS | 'newton' or 'prox-newton'",
                "spark | 'owl-qn'",
                "pgd | 'proximal-gradient'",
                "proximal | 'prox-newton' or 'proximal-gradient'",
            })
    void anUnknownNameIsAnsweredWithWhatMayBeMeant(String typed, String meant) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Solvers.named(typed))
                .withMessageStartingWith("there is no solver '" + typed + "'; did you mean " + meant + "? Known are ")
                .withMessageContaining("coordinate-descent, newton, owl-qn, ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"foo", "", "nope", "x", "42", "adam"})
    void wordsThatLeadNowhereAreAnsweredWithTheListAlone(String typed) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Solvers.named(typed))
                .withMessageStartingWith(
                        "there is no solver '" + typed + "'; known are coordinate-descent, newton, owl-qn, ");
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyAliasLeadsToItsSolver(Solver solver) {
        assertThat(solver.aliases()).doesNotHaveDuplicates().allMatch(alias -> alias.matches("[a-z]+(-[a-z]+)*"));
        for (String alias : solver.aliases()) {
            assertThat(Solvers.names().to(alias)).as(alias).contains(solver.name());
            assertThat(all()).extracting(Solver::name).doesNotContain(alias);
        }
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
                .isThrownBy(() -> Stopping.atRelativeChange(bound))
                .withMessage("the tolerance is " + bound + "; it must be a positive number");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Stopping.afterPasses(bound))
                .withMessageStartingWith("the limit of passes is " + bound);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Stopping.atRelativeGap(0.1).withinSeconds(bound))
                .withMessageStartingWith("the limit of seconds is " + bound);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, 2, -1, Double.NaN})
    void aRelativeGapIsAShare(double gap) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Stopping.atRelativeGap(gap))
                .withMessage("the relative gap is " + gap + "; it must lie between 0 and 1");
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
