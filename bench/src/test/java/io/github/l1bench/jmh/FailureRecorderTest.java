package io.github.l1bench.jmh;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.runner.IterationType;
import org.openjdk.jmh.runner.WorkloadParams;
import org.openjdk.jmh.runner.format.OutputFormat;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** What JMH prints of forks that died, taken from runs of it. */
class FailureRecorderTest {
    private static final List<String> NOTHING_MORE =
            List.of("<stdout last='20 lines'>", "</stdout>", "<stderr last='20 lines'>", "</stderr>");

    // The fork's words come over the standard streams while JMH holds the link to it, else byte by byte or in one
    // piece; JMH's own come line by line.
    private static String reason(String fork, String... jmh) throws IOException {
        FailureRecorder recorder = new FailureRecorder(30);
        OutputFormat output = recorder.reading(OutputFormatFactory.createFormatInstance(
                new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8), VerboseMode.NORMAL));
        output.startBenchmark(benchmark());
        output.verbosePrintln("Forking using command: [java]");
        byte[] bytes = fork.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > 0) {
            output.write(bytes[0]);
            output.write(fork.substring(1, 2).getBytes(StandardCharsets.UTF_8));
            recorder.heard(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                    .print(fork.substring(2));
        }
        List.of(jmh).forEach(output::println);
        NOTHING_MORE.forEach(output::println);
        return recorder.failures().get(0).reason();
    }

    private static BenchmarkParams benchmark() {
        IterationParams once = new IterationParams(IterationType.MEASUREMENT, 1, TimeValue.NONE, 1);
        return new BenchmarkParams(
                "a.B.c",
                "a.generated.B.c",
                true,
                1,
                new int[] {1},
                List.of(),
                1,
                0,
                once,
                once,
                Mode.SingleShotTime,
                new WorkloadParams(),
                TimeUnit.SECONDS,
                1,
                "java",
                List.of(),
                "17",
                "vm",
                "17",
                "1.37",
                TimeValue.NONE);
    }

    @Test
    void aDeadForksReasonIsItsLastWords() throws IOException {
        assertThat(reason("first\nlast words\n", "<forked VM failed with exit code 3>"))
                .isEqualTo("its virtual machine ended with status 3; its last words: last words");
        assertThat(reason("bye\n", "<failure: VM prematurely exited before JMH had finished with it, explicit?>"))
                .isEqualTo("its virtual machine ended; its last words: bye");
        assertThat(reason("", "<forked VM failed with exit code 137>"))
                .isEqualTo("its virtual machine ended with status 137 without a word");
        assertThat(reason("it was silent\n")).isEqualTo("no result; its last words: it was silent");
        assertThat(reason(
                        "Exception in thread \"x\" java.lang.IllegalStateException: no\n\tat a.B.c(B.java:1)\n",
                        "<forked VM failed with exit code 1>"))
                .endsWith("java.lang.IllegalStateException: no");
        assertThat(reason(
                        "#\n# A fatal error has been detected by the Java Runtime Environment:\n#\n#  SIGSEGV (0xb)\n#\n",
                        "<forked VM failed with exit code 134>"))
                .isEqualTo("its virtual machine ended with status 134: SIGSEGV (0xb)");
    }

    @Test
    void thatJmhMissesTheResultsOfADeadForkIsNoReason() throws IOException {
        assertThat(reason(
                        "last words\n",
                        "<failure>\n",
                        "java.util.NoSuchElementException\n\tat java.base/java.util.ArrayList$Itr.next(A.java:1)\n"
                                + "\tat org.openjdk.jmh.runner.BenchmarkHandler.run(B.java:2)"))
                .isEqualTo("its virtual machine ended; its last words: last words");
    }

    @Test
    void anExceptionOfTheBenchmarkIsItsReason() throws IOException {
        assertThat(reason(
                        "", "<failure>\n", "java.util.NoSuchElementException: no value\n\tat mine.Solver.go(S.java:1)"))
                .isEqualTo("NoSuchElementException: no value");
        assertThat(reason("", "<forked VM failed with exit code 124>"))
                .isEqualTo("did not return within 30.0 s after its time was up");
    }
}
