package io.github.l1bench.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KernelChoiceTest {
    private static final String ADD = "--add-modules=" + KernelChoice.MODULE;

    /** Prints what a process has chosen, in a process of its own, for the choice is made once. */
    static final class Show {
        public static void main(String[] args) {
            System.out.println(
                    KernelChoice.KERNELS.name() + "|" + KernelChoice.remark().orElse(""));
        }
    }

    private static String chosenBy(String... jvmArguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(jvmArguments));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Show.class.getName()));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return out.strip();
    }

    @Test
    void kernelsThatNobodyNamedAreThePlainOnesWithoutARemark() {
        assertThat(KernelChoice.names()).contains(KernelChoice.KERNELS.name());
        assertThat(KernelChoice.remark()).isEmpty();
    }

    @Test
    @Tag("slow")
    void vectorKernelsAreLoadedWhereTheirModuleIs() throws Exception {
        assertThat(chosenBy(ADD, "-Dl1bench.kernels=vector", "-Dl1bench.kernels.bits=256"))
                .isEqualTo("vector|");
    }

    @Test
    @Tag("slow")
    void whatIsMissingIsSaidAndPlainKernelsServe() throws Exception {
        assertThat(chosenBy("-Dl1bench.kernels=vector"))
                .isEqualTo("plain|kernels 'vector' were asked for and plain ones run: start Java with"
                        + " --add-modules jdk.incubator.vector");
        assertThat(chosenBy(ADD, "-Xint", "-Dl1bench.kernels=vector"))
                .startsWith("plain|")
                .contains("optimising compiler is off");
        assertThat(chosenBy(ADD, "-XX:TieredStopAtLevel=1", "-Dl1bench.kernels=vector"))
                .startsWith("plain|")
                .contains("optimising compiler is off");
        assertThat(chosenBy(ADD, "-Dl1bench.kernels=vector", "-Dl1bench.kernels.bits=7"))
                .startsWith("plain|kernels 'vector' were asked for and plain ones run: ");
        assertThat(chosenBy("-Dl1bench.kernels=fast"))
                .isEqualTo("plain|kernels 'fast' were asked for and plain ones"
                        + " run: there are no kernels 'fast'; use one of: plain, vector");
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 26})
    void versionsOfJavaThatWereNotTestedAreRefused(int feature) {
        assertThatThrownBy(() -> KernelChoice.requireFeature(feature))
                .hasMessage("they were tested with Java 17 to 25 and this is Java " + feature);
    }

    @ParameterizedTest
    @ValueSource(ints = {17, 21, 25})
    void versionsOfJavaBetweenTheTestedOnesAreNot(int feature) {
        assertThatCode(() -> KernelChoice.requireFeature(feature)).doesNotThrowAnyException();
    }

    @Test
    void nameOfNoKernelsIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KernelChoice.require("simd"))
                .withMessage("there are no kernels 'simd'; use one of: plain, vector");
        assertThatCode(() -> KernelChoice.require("vector")).doesNotThrowAnyException();
    }
}
