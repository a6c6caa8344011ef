package io.github.l1bench.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.l1bench.problem.MultinomialProblem;
import io.github.l1bench.problem.SparseDesign;
import io.github.l1bench.problem.Standardization;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.ejml.data.DMatrixSparseCSC;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The shipped workers in Python, with packages that stand in for the libraries, of several versions. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the program env sets the path of Python's packages")
class StandInTest {
    private static final Path PACKAGES =
            Path.of("src", "test", "resources", "stand-in").toAbsolutePath();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1.2.1  | multi_class=multinomial penalty=l1",
                "1.5.0  | penalty=l1",
                "1.7.2  | penalty=l1",
                "1.8.0  | l1_ratio=1.0",
                "1.10.1 | l1_ratio=1.0"
            })
    void sagaIsAskedAsItsVersionUnderstands(String version, String penalty) throws PeerException, IOException {
        List<String> noted = noted("scikit-learn", version, three());
        assertThat(noted.get(0)).startsWith("LogisticRegression C=").contains(" random_state=7 ", " tol=0.1");
        assertThat(Stream.of(penalty.split(" ")))
                .allSatisfy(word -> assertThat(noted.get(0)).contains(word));
        assertThat(noted.get(1)).isEqualTo("fit classes=3 n=6 x=csr_matrix(6, 4)");
        assertThat(noted("scikit-learn", version, TestPeers.problem()).get(1))
                .isEqualTo("fit classes=2 n=4 x=ndarray(4, 2)");
    }

    @ParameterizedTest
    @CsvSource({"1.2.1, penalty=l1", "1.8.0, l1_ratio=1.0"})
    void liblinearIsAskedForEachClassAgainstTheRest(String version, String penalty) throws PeerException, IOException {
        List<String> noted = noted("scikit-learn-liblinear", version, three());
        assertThat(noted).hasSize(6);
        assertThat(noted.get(0)).contains(penalty, "intercept_scaling=100.0", "solver=liblinear");
        assertThat(noted.get(1)).isEqualTo("fit classes=2 n=6 x=csr_matrix(6, 4)");
    }

    @Test
    void cyanureIsAskedForTheSuitesOwnProblem() throws PeerException, IOException {
        assertThat(noted("cyanure", "", three()))
                .containsExactly(
                        "Classifier fit_intercept=True lambda_1=0.1 loss=multiclass-logistic max_iter=1000000"
                                + " n_threads=1 penalty=l1 random_state=7 tol=0.1 verbose=False",
                        "fit classes=3 n=6 x=csr_matrix(6, 4)");
        assertThat(noted("cyanure", "", TestPeers.problem()).get(0)).contains("loss=logistic");
    }

    @Test
    void skglmIsAskedForEachClassAgainstTheRest() throws PeerException, IOException {
        List<String> noted = noted("skglm", "", three());
        assertThat(noted).hasSize(6).contains("fit classes=2 n=6 x=csc_matrix(6, 4)");
        assertThat(noted.get(0))
                .isEqualTo("SparseLogisticRegression alpha=0.1 fit_intercept=True max_epochs=100000 max_iter=10000"
                        + " tol=0.1");
        assertThat(noted("skglm", "", TestPeers.problem())).contains("fit classes=2 n=4 x=ndarray(4, 2)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cyanure", "skglm"})
    void aLibraryThatIsMissingIsNamed(String name, @TempDir Path others) throws IOException {
        Files.createFile(others.resolve("numpy.py")); // all that they import before
        Peer shipped = TestPeers.shipped(name);
        List<String> command = List.of(
                "env",
                "PYTHONPATH=" + others,
                shipped.command().get(0),
                "-S",
                shipped.command().get(1));
        assertThatThrownBy(() -> Worker.start(TestPeers.with(shipped, command)))
                .hasMessageContaining("No module named '" + name + "'");
    }

    // Six rows of three classes, sparse.
    private static MultinomialProblem three() {
        DMatrixSparseCSC raw = new DMatrixSparseCSC(6, 4);
        for (int i = 0; i < 6; i++) {
            raw.set(i, i % 4, i + 1);
        }
        SparseDesign design = new SparseDesign(raw, Standardization.none(4));
        return new MultinomialProblem(design, new int[] {0, 1, 2, 0, 1, 2}, 3, 0.1);
    }

    // What the library was asked; its answer, nothing but zeros, has the right size.
    private static List<String> noted(String name, String version, MultinomialProblem problem)
            throws PeerException, IOException {
        try (ProblemFolder folder = ProblemFolder.of(problem);
                Worker worker = Worker.start(standIn(name, version))) {
            worker.load(folder);
            worker.solve("tol=1e-1", 7, 10);
            assertThat(worker.answer().coefficients().nonzeros()).isZero();
            worker.close();
            return worker.log();
        }
    }

    private static Peer standIn(String name, String version) throws IOException {
        List<String> environment = List.of("env", "PYTHONPATH=" + PACKAGES, "STAND_IN_VERSION=" + version);
        Peer shipped = TestPeers.shipped(name);
        return TestPeers.with(
                shipped,
                Stream.concat(environment.stream(), shipped.command().stream()).toList());
    }
}
