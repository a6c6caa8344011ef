package io.github.l1bench.peer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.l1bench.problem.MultinomialProblem;
import io.github.l1bench.problem.SparseDesign;
import io.github.l1bench.problem.Standardization;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ejml.data.DMatrixSparseCSC;
import org.junit.jupiter.api.Test;

class ProblemFolderTest {
    @Test
    void aDenseDesignIsHandedOverByRows() throws IOException {
        MultinomialProblem problem = TestPeers.problem();
        Path kept;
        try (ProblemFolder folder = ProblemFolder.of(problem)) {
            kept = folder.path();
            assertThat(Files.readString(kept.resolve("problem.txt")))
                    .startsWith("n=4\np=2\nk=2\nlambda=0.1\nlambdamax=")
                    .endsWith("storage=dense\n");
            ByteBuffer x = read(kept.resolve("x.f64"));
            for (int i = 0; i < 4; i++) {
                for (double value : problem.design().rowReader().row(i)) {
                    assertThat(x.getDouble()).isEqualTo(value);
                }
            }
            assertThat(x.hasRemaining()).isFalse();
            ByteBuffer y = read(kept.resolve("y.i32"));
            assertThat(new int[] {y.getInt(), y.getInt(), y.getInt(), y.getInt()})
                    .containsExactly(0, 1, 0, 1);
        }
        assertThat(kept).doesNotExist();
    }

    @Test
    void aSparseDesignIsHandedOverByItsNonzeros() throws IOException {
        DMatrixSparseCSC raw = new DMatrixSparseCSC(3, 4);
        raw.set(0, 1, 2.5);
        raw.set(2, 0, -1);
        raw.set(2, 3, 4);
        SparseDesign design = new SparseDesign(raw, Standardization.none(4));
        try (ProblemFolder folder = ProblemFolder.of(new MultinomialProblem(design, new int[] {0, 1, 1}, 2, 0.1))) {
            assertThat(Files.readString(folder.path().resolve("problem.txt"))).endsWith("storage=csr\n");
            ByteBuffer starts = read(folder.path().resolve("indptr.i64"));
            assertThat(new long[] {starts.getLong(), starts.getLong(), starts.getLong(), starts.getLong()})
                    .containsExactly(0, 1, 1, 3);
            ByteBuffer features = read(folder.path().resolve("indices.i32"));
            assertThat(new int[] {features.getInt(), features.getInt(), features.getInt()})
                    .containsExactly(1, 0, 3);
            ByteBuffer values = read(folder.path().resolve("values.f64"));
            assertThat(new double[] {values.getDouble(), values.getDouble(), values.getDouble()})
                    .containsExactly(2.5, -1, 4);
            assertThat(values.hasRemaining() || features.hasRemaining() || starts.hasRemaining())
                    .isFalse();
        }
    }

    private static ByteBuffer read(Path file) throws IOException {
        return ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    }
}
