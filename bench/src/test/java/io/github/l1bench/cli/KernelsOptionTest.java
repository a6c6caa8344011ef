package io.github.l1bench.cli;

import static io.github.l1bench.cli.Outcome.run;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KernelsOptionTest {
    private static final String SMALL = "--solver prox-newton --data digits --train 200 --test 100";

    @ParameterizedTest
    @ValueSource(strings = {"solve " + SMALL, "path --data digits --train 200 --test 100", "run", "jmh TimeToTarget"})
    void kernelsThatThereAreNotAreRefusedBeforeAnythingIsDone(String command) {
        Outcome outcome = run(command + " --kernels simd");
        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err()).isEqualTo("there are no kernels 'simd'; use one of: plain, vector\n");
    }

    @Test
    void kernelsOfJmhAreNamedOnce() {
        Outcome outcome = run("jmh TimeToTarget --kernels vector -p kernels=plain");
        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err()).contains("use one of them").hasLineCount(1);
    }

    @Test
    void plainKernelsNeedNoOtherMachineAndAreInTheResult() throws IOException {
        Outcome outcome = run("solve " + SMALL + " --kernels plain --json -");
        assertThat(outcome.status()).as(outcome.err()).isZero();
        assertThat(outcome.json().get("kernels").textValue()).isEqualTo("plain");
    }

    private static Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx600m", "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path")));
        command.add(Main.class.getName());
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    @Test
    @Tag("slow")
    void vectorKernelsRunInAnotherMachineWhoseResultAndStatusAreThoseOfTheCommand() throws Exception {
        Process process =
                start(("solve " + SMALL + " --gap 1e-12 --max-passes 3 --kernels vector --json -").split(" "));
        JsonNode json = new ObjectMapper().readTree(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).as("the rule is not met").isEqualTo(1);
        assertThat(json.get("kernels").textValue()).isEqualTo("vector");
        assertThat(json.get("met").booleanValue()).isFalse();
    }

    @Test
    @Tag("slow")
    void theOtherMachineEndsWithThisOne() throws Exception {
        Process process = startLong();
        ProcessHandle other = firstChild(process);
        process.destroy();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(other.isAlive()).isFalse();
    }

    @Tag("long")
    @Test
    @Tag("slow")
    void theOtherMachineEndsSoonAfterThisOneWasKilled() throws Exception {
        Process process = startLong();
        ProcessHandle other = firstChild(process);
        process.destroyForcibly();
        other.onExit().get(30, TimeUnit.SECONDS);
    }

    private static Process startLong() throws IOException {
        return start(("solve --solver saga-dense --data digits --train 2000 --gap 1e-12 --max-seconds 60"
                        + " --kernels vector")
                .split(" "));
    }

    private static ProcessHandle firstChild(Process process) throws InterruptedException {
        for (int wait = 0; wait < 300; wait++) {
            if (process.children().findFirst().isPresent()) {
                return process.children().findFirst().get();
            }
            Thread.sleep(100);
        }
        throw new AssertionError("no other machine was started");
    }
}
