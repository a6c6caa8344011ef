package io.github.l1bench.data;

import java.util.stream.IntStream;

/** Procedural digits, the embedded stand-in for MNIST: the program draws them, so they are always there. */
final class DigitsSource implements DataSource {
    private static final int TRAIN_ROWS = 5_000;
    private static final int TEST_ROWS = 10_000;
    // so that the nonzeros can be counted in an int
    private static final int MOST_ROWS = 2_000_000;
    private static final String NOTICE =
            "These are procedural digits drawn by this program, not MNIST. For MNIST put its"
                    + " four files into a folder and name it with --mnist-dir, -Dmnist.dir or MNIST_DIR, or choose the data set"
                    + " mnist with a network connection.";

    @Override
    public String name() {
        return "digits";
    }

    @Override
    public String description() {
        return "procedural handwritten digits, 28 x 28, drawn by the program: not MNIST, but always there";
    }

    @Override
    public Dataset load(DataRequest request) {
        RowCounts counts = RowCounts.of(request, TRAIN_ROWS, TEST_ROWS, MOST_ROWS);
        int train = counts.train();
        int all = train + counts.test();
        DigitImages images = new DigitImages(request.seed(), train, counts.test());
        Split split = new Split(
                IntStream.range(0, train).toArray(), IntStream.range(train, all).toArray());
        String origin = "drawn by the program with seed " + request.seed();
        String title = "Procedural digits (not MNIST)";
        return images.raw(split, 10)
                .standardized(
                        new RawData.Identity(name(), title, NOTICE, origin, request.seed(), InkCanvas.SIDE),
                        request.standardize() ? Scaling.CENTRED : Scaling.NONE);
    }
}
