package io.github.l1bench.data;

import java.util.stream.IntStream;

/** Procedural digits, the embedded stand-in for MNIST: the program draws them, so they are always there. */
final class DigitsSource implements DataSource {
    private static final int TRAIN_ROWS = 5_000;
    private static final int TEST_ROWS = 10_000;
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
        int train = request.trainRows().orElse(TRAIN_ROWS);
        int test = request.testRows().orElse(TEST_ROWS);
        if ((long) train + test > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException(train + " training and " + test
                    + " test rows are asked for but an array holds fewer; ask for fewer");
        }
        DigitImages images = new DigitImages(request.seed(), train, test);
        Split split = new Split(
                IntStream.range(0, train).toArray(),
                IntStream.range(train, train + test).toArray());
        String origin = "drawn by the program with seed " + request.seed();
        String title = "Procedural digits (not MNIST)";
        return images.raw(split, 10)
                .standardized(
                        new RawData.Identity(name(), title, NOTICE, origin, request.seed(), InkCanvas.SIDE),
                        request.standardize() ? Scaling.CENTRED : Scaling.NONE);
    }
}
