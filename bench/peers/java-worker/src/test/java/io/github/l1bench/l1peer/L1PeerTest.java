package io.github.l1bench.l1peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class L1PeerTest {
    @TempDir
    private Path folder;

    /** Answers with its data, and does what a setting asks for. */
    private static class Echo implements PeerWorker<Setting> {
        private Problem loaded;
        private boolean closed;

        @Override
        public String version() {
            return "Echo\t 1";
        }

        @Override
        public void load(Problem problem) {
            loaded = problem;
        }

        @Override
        public Setting fit(Problem problem, Setting setting, long seed) throws Exception {
            switch (setting.values().getOrDefault("mode", "")) {
                case "throws" -> throw new IOException("no luck\nat all");
                case "bare" -> throw new UnsupportedOperationException();
                case "links" -> throw new NoClassDefFoundError("a/Library");
                case "fills" -> throw new OutOfMemoryError("Java heap space");
                default -> {
                    return new Setting(Map.of("tol", seed + " " + setting.number("tol")));
                }
            }
        }

        @Override
        public Answer answer(Problem problem, Setting fitted) {
            double[][] weights = {problem.row(0), problem.row(1)};
            return new Answer(weights, new double[] {problem.lambda(), problem.lambdaMax()}, "" + fitted.values());
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    private final Echo echo = new Echo();

    @BeforeEach
    void twoProblems() throws IOException {
        describe("dense", "dense");
        write(
                "dense/x.f64",
                bytes(4 * 8).putDouble(1).putDouble(0).putDouble(3.5).putDouble(-4));
        describe("sparse", "csr");
        write("sparse/indptr.i64", bytes(3 * 8).putLong(0).putLong(1).putLong(3));
        write("sparse/indices.i32", bytes(3 * 4).putInt(0).putInt(0).putInt(1));
        write("sparse/values.f64", bytes(3 * 8).putDouble(1).putDouble(3.5).putDouble(-4));
        Files.createDirectories(folder.resolve("out"));
    }

    private void describe(String name, String storage) throws IOException {
        Files.createDirectories(folder.resolve(name));
        Files.writeString(
                folder.resolve(name + "/problem.txt"),
                "n=2\np=2\nk=2\nlambda=0.25\nlambdamax=1.5\nstorage=" + storage + "\n");
        write(name + "/y.i32", bytes(2 * 4).putInt(1).putInt(0));
    }

    private static ByteBuffer bytes(int count) {
        return ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
    }

    private void write(String file, ByteBuffer bytes) throws IOException {
        Files.write(folder.resolve(file), bytes.array());
    }

    /** What is answered to these lines, one a line, the hello left out and FOLDER put in. */
    private List<String> told(String... lines) throws IOException {
        ByteArrayOutputStream wire = new ByteArrayOutputStream();
        String input = String.join("\n", lines).replace(' ', '\t').replace("FOLDER", folder.toString());
        Session<Setting> session = new Session<>(echo, new PrintStream(wire, false, StandardCharsets.UTF_8));
        assertThat(session.serve(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8))))
                .isZero();
        List<String> answers = wire.toString(StandardCharsets.UTF_8).lines().toList();
        assertThat(answers.get(0))
                .isEqualTo("l1peer\thello\tprotocol=1\tversion=Echo 1\truntime=Java "
                        + System.getProperty("java.version"));
        assertThat(answers.get(answers.size() - 1)).isEqualTo("l1peer\tbye");
        return answers.subList(1, answers.size() - 1);
    }

    @ParameterizedTest
    @CsvSource({"dense, false", "sparse, true"})
    void denseAndSparseDesignsAreReadAndAnswered(String storage, boolean sparse) throws IOException {
        List<String> answers = told("load FOLDER/" + storage, "solve tol=1e-3 seed=7", "write FOLDER/out", "quit");
        assertThat(answers.get(0)).isEqualTo("l1peer\tloaded");
        assertThat(answers.get(1)).matches("l1peer\tsolved\tseconds=\\d\\.\\d{9}\tcpu=\\d\\.\\d{9}");
        assertThat(answers.get(2)).isEqualTo("l1peer\twritten\tnote={tol=7 0.001}");
        assertThat(Files.readAllBytes(folder.resolve("out/coef.f64")))
                .isEqualTo(Files.readAllBytes(folder.resolve("dense/x.f64")));
        assertThat(ByteBuffer.wrap(Files.readAllBytes(folder.resolve("out/intercept.f64")))
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .getDouble(8))
                .isEqualTo(1.5);
        Problem problem = echo.loaded;
        assertThat(problem.isSparse()).isEqualTo(sparse);
        assertThat(problem.labels()).containsExactly(1, 0);
        assertThat(problem.nonzeros(0).features()).containsExactly(0);
        assertThat(problem.nonzeros(1).features()).containsExactly(0, 1);
        assertThat(problem.nonzeros(1).values()).containsExactly(3.5, -4);
        assertThat(echo.closed).isTrue();
    }

    @Test
    void aLongFileIsReadBlockByBlock() throws IOException {
        int count = 300_001; // more than two blocks, and no whole number of them
        ByteBuffer numbers = bytes(8 * count);
        for (int i = 0; i < count; i++) {
            numbers.putDouble(i);
        }
        write("long.f64", numbers);
        double[][] rows = NumberFile.rows(folder.resolve("long.f64"), 1, count);
        assertThat(rows[0][count - 1]).isEqualTo(count - 1.0);
        assertThat(rows[0][131_073]).isEqualTo(131_073);
        assertThatThrownBy(() -> NumberFile.rows(folder.resolve("long.f64"), 2, count))
                .hasMessage("long.f64 ends too early");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nonsense | IllegalArgumentException: there is no command nonsense",
                "'' | IllegalArgumentException: there is no command",
                "solve tol=1 | IllegalStateException: no problem is loaded",
                "write FOLDER/out | IllegalStateException: nothing is solved",
                "load FOLDER/none | NoSuchFileException: ",
            })
    void whatIsOutOfOrderFailsAndTheWorkerLivesOn(String line, String reason) throws IOException {
        List<String> answers = told(line, "load FOLDER/dense");
        assertThat(answers.get(0)).startsWith("l1peer\tfailed\treason=" + reason.strip());
        assertThat(answers.get(1)).isEqualTo("l1peer\tloaded");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mode=throws | IOException: no luck at all",
                "mode=bare | UnsupportedOperationException",
                "mode=links | NoClassDefFoundError: a/Library",
                "tol=-1 | IllegalArgumentException: tol is -1; it must be a positive number",
                "tol=NaN | IllegalArgumentException: tol is NaN; it must be a positive number",
                "mode=x | IllegalArgumentException: tol is null; it must be a positive number",
                "tol | IllegalArgumentException: 'tol' is no parameter=value",
            })
    void aFitThatFailsIsOneSentenceAndLeavesNoAnswer(String setting, String reason) throws IOException {
        List<String> answers = told("load FOLDER/dense", "solve tol=1", "solve " + setting, "write FOLDER/out");
        assertThat(answers.subList(2, 4))
                .containsExactly(
                        "l1peer\tfailed\treason=" + reason,
                        "l1peer\tfailed\treason=IllegalStateException: nothing is solved");
    }

    @Test
    void whoFillsTheHeapLetsGoOfTheProblem() throws IOException {
        assertThat(told("load FOLDER/dense", "solve mode=fills", "solve tol=1", "load FOLDER/dense", "solve tol=1"))
                .element(1)
                .isEqualTo("l1peer\tfailed\treason=OutOfMemoryError: Java heap space");
    }

    @Test
    void whatCannotStartSaysSo() throws IOException {
        ByteArrayOutputStream wire = new ByteArrayOutputStream();
        PeerWorker<Setting> broken = new Echo() {
            @Override
            public String version() {
                throw new IllegalStateException("there is no licence");
            }
        };
        int status = new Session<>(broken, new PrintStream(wire, true, StandardCharsets.UTF_8))
                .serve(new ByteArrayInputStream(new byte[0]));
        assertThat(status).isEqualTo(3);
        assertThat(wire.toString(StandardCharsets.UTF_8))
                .isEqualTo("l1peer\tfailed\treason=IllegalStateException: there is no licence\n");
    }

    @Test
    void aSettingIsANumberOrACount() {
        Setting setting = new Setting(Map.of("iterations", "3e2", "half", "0.5"));
        assertThat(setting.count("iterations")).isEqualTo(300);
        assertThat(setting.number("half")).isEqualTo(0.5);
        assertThatThrownBy(() -> setting.count("half")).hasMessage("half is 0.5; it must be a positive whole number");
    }

    @Test
    void aVersionIsReadFromTheNameOfAJar() {
        assertThat(L1Peer.version(Test.class)).matches("\\d+\\.\\d+\\.\\d+");
        assertThatThrownBy(() -> L1Peer.version(L1Peer.class)).hasMessageStartingWith("no version is in the name of ");
    }
}
