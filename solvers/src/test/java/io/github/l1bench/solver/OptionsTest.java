package io.github.l1bench.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.l1bench.problem.Coefficients;
import io.github.l1bench.problem.MultinomialProblem;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionsTest {
    private static final Option STEP = Option.positive("step", 1.5, "how far");
    private static final Option SEED = Option.count("seed", 7, "where from");
    private static final Option WARM = Option.flag("warm", true, "whether");
    private static final Option WAY = Option.choice("way", List.of("up", "down"), "which");

    private static Option option(String name) {
        return List.of(STEP, SEED, WARM, WAY).stream()
                .filter(option -> option.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Options given(Map<String, String> values) {
        return Options.of(new Choosy(), values);
    }

    @ParameterizedTest
    @CsvSource({
        "step, 0.1",
        "step, 1e300",
        "step, 4.9e-324",
        "seed, 0",
        "seed, 12345678901",
        "warm, true",
        "warm, false",
        "way, up",
        "way, down"
    })
    void takesWhatFits(String name, String value) {
        assertThatCode(() -> option(name).check(value)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "step, 0, a positive number",
        "step, -1, a positive number",
        "step, NaN, a positive number",
        "step, Infinity, a positive number",
        "step, far, a positive number",
        "seed, -1, 'a whole number, not negative'",
        "seed, 1.5, 'a whole number, not negative'",
        "warm, yes, true or false",
        "way, left, 'one of up, down'"
    })
    void refusesWhatDoesNotFitAndSaysWhatDoes(String name, String value, String takes) {
        assertThat(option(name).takes()).isEqualTo(takes);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> option(name).check(value))
                .withMessage("option " + name + " is '" + value + "'; it takes " + takes);
    }

    @Test
    void aValueNotGivenIsTheInitialOne() {
        Options none = Options.defaults();

        assertThat(none.number(STEP)).isEqualTo(1.5);
        assertThat(none.count(SEED)).isEqualTo(7);
        assertThat(none.flag(WARM)).isTrue();
        assertThat(none.choice(WAY)).isEqualTo("up");
        assertThat(none.given()).isEmpty();
        assertThat(none).hasToString("");
    }

    @Test
    void aValueGivenIsRead() {
        Options options = given(Map.of("way", "down", "warm", "false", "seed", "8", "step", "2"));

        assertThat(options.number(STEP)).isEqualTo(2);
        assertThat(options.count(SEED)).isEqualTo(8);
        assertThat(options.flag(WARM)).isFalse();
        assertThat(options.choice(WAY)).isEqualTo("down");
        assertThat(options).hasToString("seed=8,step=2,warm=false,way=down");
    }

    @Test
    void anUnknownOptionIsAnsweredWithThoseThereAre() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> given(Map.of("steps", "2")))
                .withMessage("solver choosy has no option 'steps'; did you mean 'step'? It has step, seed, warm, way");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Options.of(new ScriptedSolver(null), Map.of("steps", "2")))
                .withMessage("solver scripted has no option 'steps'; it has none");
        assertThatIllegalArgumentException().isThrownBy(() -> given(Map.of("seed", "-1")));
    }

    @Test
    void aDefaultIsAddedWhereTheOptionIsKnownAndNotGiven() {
        Variant plain = new Variant(new Choosy(), Options.defaults());
        Variant seeded = new Variant(new Choosy(), given(Map.of("seed", "8")));

        assertThat(plain.withDefault("seed", "3")).hasToString("choosy[seed=3]");
        assertThat(seeded.withDefault("seed", "3")).isSameAs(seeded);
        assertThat(seeded.withDefault("step", "3")).hasToString("choosy[seed=8,step=3]");
        assertThat(plain.withDefault("speed", "3")).isSameAs(plain);
    }

    /** Every kind of option. */
    private static final class Choosy implements Solver {
        @Override
        public String name() {
            return "choosy";
        }

        @Override
        public String description() {
            return "for tests";
        }

        @Override
        public String reference() {
            return "none";
        }

        @Override
        public List<Option> options() {
            return List.of(STEP, SEED, WARM, WAY);
        }

        @Override
        public Coefficients minimize(MultinomialProblem problem, Progress progress) {
            return problem.nullModel();
        }
    }
}
