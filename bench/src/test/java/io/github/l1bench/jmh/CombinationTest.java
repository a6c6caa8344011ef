package io.github.l1bench.jmh;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("truth")
class CombinationTest {
    @Test
    void everyValueMeetsEveryOtherAndWhatIsNotGivenIsAsUsual() {
        Map<String, String[]> usual = new LinkedHashMap<>();
        usual.put("solver", new String[] {"none"});
        usual.put("target", new String[] {"1e-3", "1e-6"});

        assertThat(Combination.all("a.B.c", usual, name -> name.equals("solver") ? List.of("x", "y") : List.of()))
                .extracting(Combination::toString)
                .containsExactly(
                        "B.c {solver=x, target=1e-3}",
                        "B.c {solver=x, target=1e-6}",
                        "B.c {solver=y, target=1e-3}",
                        "B.c {solver=y, target=1e-6}");
    }

    @Test
    void plainKernelsAreNotNamedAndVectorOnesHaveTheFlagsOfTheirForks() {
        Combination plain = new Combination("a.B.c", Map.of("kernels", "plain", "n", "5"));
        Combination vector = new Combination("a.B.c", Map.of("kernels", "vector", "n", "5"));

        assertThat(plain.canonical()).isEqualTo(Map.of("n", "5"));
        assertThat(vector.canonical()).isEqualTo(Map.of("kernels", "vector", "n", "5"));
        assertThat(plain.kernelArguments()).isEmpty();
        assertThat(new Combination("a.B.c", Map.of()).kernelArguments()).isEmpty();
        assertThat(vector.kernelArguments())
                .containsExactly("--add-modules=jdk.incubator.vector", "-Dl1bench.kernels=vector");
        assertThat(vector.withPlainKernels()).isEqualTo(plain);
    }

    @Test
    void aBenchmarkWithoutParametersIsOneCombination() {
        assertThat(Combination.all("a.B.c", Map.of(), name -> List.of())).hasSize(1);
    }
}
