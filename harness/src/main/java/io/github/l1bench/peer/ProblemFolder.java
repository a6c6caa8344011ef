package io.github.l1bench.peer;

import io.github.l1bench.io.TemporaryFolder;
import io.github.l1bench.problem.Design;
import io.github.l1bench.problem.MultinomialProblem;
import java.io.IOException;
import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.ejml.data.DMatrixSparseCSC;

/**
 * A problem as files, for workers to read: {@code problem.txt} with n, p, k, lambda, lambdamax and storage, the labels
 * in {@code y.i32}, and the design X, standardised: {@code x.f64} by rows, or, where it is sparse, its nonzeros by rows
 * (CSR) in {@code indptr.i64}, {@code indices.i32} and {@code values.f64}. Numbers are little-endian. It is deleted
 * when it is closed.
 */
public final class ProblemFolder implements AutoCloseable {
    private static final int BLOCK_BYTES = 1 << 18;
    private static final double DENSE = 0.5;

    private final TemporaryFolder folder;
    private final MultinomialProblem problem;

    private ProblemFolder(TemporaryFolder folder, MultinomialProblem problem) {
        this.folder = folder;
        this.problem = problem;
    }

    /**
     * Writes {@code problem}.
     *
     * @throws IOException if the files cannot be written; nothing is then left of them
     */
    public static ProblemFolder of(MultinomialProblem problem) throws IOException {
        TemporaryFolder folder = TemporaryFolder.make();
        try {
            boolean dense = !isSparse(problem.design());
            Files.writeString(folder.path().resolve("problem.txt"), description(problem, dense));
            writeInts(folder.path().resolve("y.i32"), problem.labels(), problem.samples());
            if (dense) {
                writeRows(folder.path().resolve("x.f64"), problem.design());
            } else {
                writeNonzeros(folder.path(), problem.design().uncenteredRows());
            }
            return new ProblemFolder(folder, problem);
        } catch (IOException | RuntimeException | Error e) {
            folder.close();
            throw e;
        }
    }

    // What is centred has no zeros.
    private static boolean isSparse(Design design) {
        return design.density() < DENSE && Arrays.stream(design.shift()).allMatch(shift -> shift == 0);
    }

    private static String description(MultinomialProblem problem, boolean dense) {
        return "n=" + problem.samples() + "\np=" + problem.features() + "\nk=" + problem.classes() + "\nlambda="
                + problem.lambda() + "\nlambdamax=" + problem.lambdaMax() + "\nstorage=" + (dense ? "dense" : "csr")
                + "\n";
    }

    private static void writeRows(Path file, Design design) throws IOException {
        Design.RowReader reader = design.rowReader();
        int together = Math.max(1, BLOCK_BYTES / (Double.BYTES * Math.max(1, design.columns())));
        ByteBuffer block = buffer(Math.multiplyExact(together * Double.BYTES, design.columns()));
        try (FileChannel channel = opened(file)) {
            for (int i = 0; i < design.rows(); i++) {
                block.asDoubleBuffer().put(reader.row(i));
                block.position(block.position() + Double.BYTES * design.columns());
                if (!block.hasRemaining() || i == design.rows() - 1) {
                    flush(channel, block);
                }
            }
        }
    }

    private static void writeNonzeros(Path folder, DMatrixSparseCSC byRows) throws IOException {
        int count = byRows.col_idx[byRows.numCols];
        ByteBuffer starts = buffer(Long.BYTES * (byRows.numCols + 1));
        for (int i = 0; i <= byRows.numCols; i++) {
            starts.putLong(byRows.col_idx[i]);
        }
        try (FileChannel channel = opened(folder.resolve("indptr.i64"))) {
            flush(channel, starts);
        }
        writeInts(folder.resolve("indices.i32"), byRows.nz_rows, count);
        try (FileChannel channel = opened(folder.resolve("values.f64"))) {
            int together = BLOCK_BYTES / Double.BYTES;
            ByteBuffer block = buffer(BLOCK_BYTES);
            for (int from = 0; from < count; from += together) {
                int size = Math.min(together, count - from);
                block.asDoubleBuffer().put(byRows.nz_values, from, size);
                block.position(Double.BYTES * size);
                flush(channel, block);
            }
        }
    }

    private static void writeInts(Path file, int[] values, int count) throws IOException {
        int together = BLOCK_BYTES / Integer.BYTES;
        ByteBuffer block = buffer(BLOCK_BYTES);
        try (FileChannel channel = opened(file)) {
            for (int from = 0; from < count; from += together) {
                int size = Math.min(together, count - from);
                block.asIntBuffer().put(values, from, size);
                block.position(Integer.BYTES * size);
                flush(channel, block);
            }
        }
    }

    private static ByteBuffer buffer(int bytes) {
        return ByteBuffer.allocateDirect(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static FileChannel opened(Path file) throws IOException {
        return FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    private static void flush(FileChannel channel, ByteBuffer block) throws IOException {
        Buffer full = block.flip();
        while (full.hasRemaining()) {
            channel.write(block);
        }
        block.clear();
    }

    /** Where the files lie. */
    public Path path() {
        return folder.path();
    }

    /** The problem that they hold. */
    public MultinomialProblem problem() {
        return problem;
    }

    @Override
    public void close() {
        folder.close();
    }
}
