package io.github.l1bench.peer;

import io.github.l1bench.problem.Coefficients;
import io.github.l1bench.problem.MultinomialProblem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a worker writes of its answer: {@code coef.f64}, K rows of p, and {@code intercept.f64}, K values. */
final class CoefficientFiles {
    private static final String WEIGHTS = "coef.f64";
    private static final String INTERCEPT = "intercept.f64";

    private CoefficientFiles() {}

    /**
     * The answer to {@code problem} in {@code folder}.
     *
     * @throws PeerException if it is missing, of another size, or holds what is no finite number
     */
    static Coefficients read(Path folder, MultinomialProblem problem) throws PeerException {
        DoubleBuffer values = doubles(folder.resolve(WEIGHTS), (long) problem.classes() * problem.features());
        double[][] weights = new double[problem.classes()][problem.features()];
        for (double[] row : weights) {
            values.get(row);
        }
        double[] intercept = new double[problem.classes()];
        doubles(folder.resolve(INTERCEPT), problem.classes()).get(intercept);
        Coefficients coefficients = new Coefficients(weights, intercept);
        if (!coefficients.isFinite()) {
            throw new PeerException("wrote coefficients that are not finite numbers");
        }
        return coefficients;
    }

    private static DoubleBuffer doubles(Path file, long count) throws PeerException {
        try {
            long size = Files.size(file);
            if (size != Double.BYTES * count) {
                throw new PeerException("wrote " + file.getFileName() + " of " + size + " bytes where "
                        + Double.BYTES * count + " are due");
            }
            return ByteBuffer.wrap(Files.readAllBytes(file))
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asDoubleBuffer();
        } catch (IOException e) {
            throw new PeerException("wrote no " + file.getFileName() + " that can be read");
        }
    }
}
