package io.github.l1bench.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VariantTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "saga-dense[seed=3,step-factor=2]",
                "saga-dense[seed=3;step-factor=2]",
                "saga-dense[ step-factor = 2 ; seed = 3 ]"
            })
    void commasAndSemicolonsSeparateOptionsAlike(String text) {
        Variant variant = Variant.parse(text);
        assertThat(variant.solver().name()).isEqualTo("saga-dense");
        assertThat(variant.options().given()).isEqualTo(Map.of("seed", "3", "step-factor", "2"));
        assertThat(variant).hasToString("saga-dense[seed=3,step-factor=2]");
    }

    @Test
    void isWrittenAsItIsRead() {
        for (String text : new String[] {"saga-dense", "saga-dense[seed=3]", "saga-dense[seed=3,step-factor=2]"}) {
            assertThat(Variant.parse(text)).hasToString(text);
        }
    }

    @Test
    void hasOneCanonicalNameWhoeverWritesIt() {
        for (String text :
                new String[] {"ista[step=4,shrink=0.7]", "ista[step=4;shrink=0.7]", "ista[ shrink=0.7, step=4 ]"}) {
            assertThat(Variant.canonical(text))
                    .as("its solver is not known here")
                    .isEqualTo("ista[shrink=0.7,step=4]");
        }
        assertThat(Variant.canonical("a[b=1,b-c=2]")).isEqualTo("a[b=1,b-c=2]");
        for (String text : new String[] {"ista", "a;b", "a[b", "a[b]", ""}) {
            assertThat(Variant.canonical(text)).as("no variant's name").isEqualTo(text);
        }
        Variant variant = Variant.parse("saga-dense[step-factor=2,seed=3]");
        assertThat(variant.forJmh()).isEqualTo("saga-dense[seed=3;step-factor=2]");
        assertThat(Variant.canonical(variant.forJmh())).isEqualTo(variant.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "saga-dense[seed=3",
                "saga-dense[]",
                "saga-dense[seed]",
                "saga-dense[=3]",
                "saga-dense[speed=3]",
                "saga-dense[seed=-1]"
            })
    void aMistakeIsNamed(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Variant.parse(text))
                .withMessageMatching(".*(bracket|no option|option seed is '-1').*");
    }
}
