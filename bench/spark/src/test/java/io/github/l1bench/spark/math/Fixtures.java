package io.github.l1bench.spark.math;

import io.github.l1bench.problem.Coefficients;
import io.github.l1bench.problem.MultinomialProblem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Rows that are drawn, and clusters of lists. */
final class Fixtures {
    private Fixtures() {}

    /** Rows of drawn data: {@code density} of the values are not zero, the others depend on the class a little. */
    record Rows(double[][] values, int[] labels, int classes) {
        static Rows drawn(long seed, int samples, int features, int classes, double density) {
            Random random = new Random(seed);
            double[][] values = new double[samples][features];
            int[] labels = new int[samples];
            for (int i = 0; i < samples; i++) {
                labels[i] = i < classes ? i : random.nextInt(classes);
                for (int j = 0; j < features; j++) {
                    if (random.nextDouble() < density) {
                        double signal = j % (2 * classes) == labels[i] ? 1 : 0;
                        values[i][j] = (random.nextGaussian() + signal) * (1 + j % 3) + j % 2;
                    }
                }
            }
            return new Rows(values, labels, classes);
        }

        /** Cut into blocks of {@code size} rows. */
        List<Block> blocks(int size) {
            List<Block> blocks = new ArrayList<>();
            BlockBuilder builder = new BlockBuilder(values[0].length, classes);
            for (int i = 0; i < labels.length; i++) {
                builder.add(labels[i], values[i]);
                if (builder.samples() == size || i == labels.length - 1) {
                    blocks.add(builder.build(blocks.size()));
                }
            }
            return blocks;
        }

        Cluster cluster(int size) {
            return new ListCluster(List.of(blocks(size)), 0);
        }
    }

    /** Partitions of blocks in lists, done in an order that is drawn. */
    static final class ListCluster implements Cluster {
        private final List<List<Block>> partitions;
        private final Random random;
        int jobs;

        ListCluster(List<List<Block>> partitions, long seed) {
            this.partitions = partitions;
            this.random = new Random(seed);
        }

        /** Blocks dealt out to {@code count} partitions, any block to any of them. */
        static ListCluster dealt(List<Block> blocks, int count, long seed) {
            Random random = new Random(seed);
            List<List<Block>> partitions = new ArrayList<>();
            for (int q = 0; q < count; q++) {
                partitions.add(new ArrayList<>());
            }
            blocks.forEach(block -> partitions.get(random.nextInt(count)).add(block));
            return new ListCluster(partitions, seed);
        }

        @Override
        public <T extends Addable<T>> T sum(Job<T> job) {
            jobs++;
            List<TreeSum<T>> sums = new ArrayList<>();
            for (List<Block> partition : partitions) {
                TreeSum<T> sum = new TreeSum<>();
                List<Block> order = new ArrayList<>(partition);
                Collections.shuffle(order, random);
                order.forEach(block -> sum.add(block.number(), job.of(block)));
                sums.add(sum);
            }
            Collections.shuffle(sums, random);
            return sums.stream().reduce(new TreeSum<T>(), TreeSum::plus).total();
        }
    }

    /** All rows as a problem of the suite, under the standardisation that the cluster's sums tell. */
    static MultinomialProblem problem(Cluster cluster, double lambda) {
        Summary summary = cluster.sum(block -> Summary.of(block, 100_000));
        Facts facts = Facts.of(summary);
        return RowSample.problem(summary.sample.rows(), facts.standardization(), facts.classes(), lambda);
    }

    /** Weights of which {@code share} are not zero, and an intercept. */
    static Coefficients coefficients(long seed, int features, int classes, double share, double size) {
        Random random = new Random(seed);
        double[][] weights = new double[classes][features];
        double[] intercept = new double[classes];
        for (int k = 0; k < classes; k++) {
            intercept[k] = size * random.nextGaussian();
            for (int j = 0; j < features; j++) {
                weights[k][j] = random.nextDouble() < share ? size * random.nextGaussian() : 0;
            }
        }
        return new Coefficients(weights, intercept);
    }
}
