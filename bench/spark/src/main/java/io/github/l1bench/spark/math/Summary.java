package io.github.l1bench.spark.math;

/** What is known of the data after the first round: counts, moments, X'Y and a sample of rows; sums of raw values. */
final class Summary implements Addable<Summary> {
    private static final long serialVersionUID = 1;

    final int classes;
    long samples;
    final long[] counts;
    final double[] mean;
    final double[] squares;
    final double[] ofClass;
    final RowSample sample;
    long nonzeros;
    int depth;
    int longestBlock;

    private Summary(int features, int classes, RowSample sample) {
        this.classes = classes;
        this.counts = new long[classes];
        this.mean = new double[features];
        this.squares = new double[features];
        this.ofClass = new double[features * classes];
        this.sample = sample;
    }

    /** Of {@code block}, with a sample of {@code rows} rows. */
    static Summary of(Block block, int rows) {
        RowSample sample = RowSample.of(block, rows, Long.MAX_VALUE);
        Summary summary = new Summary(block.features(), block.classes(), sample);
        int n = block.samples();
        summary.samples = n;
        summary.longestBlock = n;
        summary.nonzeros = block.start(block.features());
        for (int i = 0; i < n; i++) {
            summary.counts[block.label(i)]++;
        }
        for (int j = 0; n > 0 && j < block.features(); j++) {
            summary.column(block, j);
        }
        return summary;
    }

    private void column(Block block, int j) {
        double sum = 0;
        for (int t = block.start(j); t < block.start(j + 1); t++) {
            sum += block.value(t);
            ofClass[j * classes + block.label(block.row(t))] += block.value(t);
        }
        double average = sum / samples;
        double zeros = samples - (block.start(j + 1) - block.start(j));
        double rest = -zeros * average;
        double total = zeros * average * average;
        for (int t = block.start(j); t < block.start(j + 1); t++) {
            double d = block.value(t) - average;
            rest += d;
            total += d * d;
        }
        mean[j] = average + rest / samples;
        squares[j] = Math.max(0, total - rest * rest / samples);
    }

    /** Means and squared deviations are merged as Chan, Golub and LeVeque (1983, The American Statistician 37) do it. */
    @Override
    public Summary plus(Summary other) {
        long both = samples + other.samples;
        for (int j = 0; both > 0 && j < mean.length; j++) {
            double difference = other.mean[j] - mean[j];
            double share = (double) other.samples / both;
            mean[j] += difference * share;
            squares[j] += other.squares[j] + difference * difference * samples * share;
        }
        samples = both;
        nonzeros += other.nonzeros;
        depth = Math.max(depth, other.depth) + 1;
        longestBlock = Math.max(longestBlock, other.longestBlock);
        for (int k = 0; k < counts.length; k++) {
            counts[k] += other.counts[k];
        }
        Answer.add(ofClass, other.ofClass);
        sample.plus(other.sample);
        return this;
    }
}
