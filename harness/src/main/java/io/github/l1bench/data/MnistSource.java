package io.github.l1bench.data;

import java.nio.file.Path;
import java.util.Optional;

/** MNIST with the split of scikit-learn's example "MNIST classification using multinomial logistic + L1". */
final class MnistSource implements DataSource {
    private static final int TRAIN_ROWS = 5_000;
    private static final int TEST_ROWS = 10_000;

    @Override
    public String name() {
        return "mnist";
    }

    @Override
    public String description() {
        return "MNIST handwritten digits, split and standardised as in scikit-learn's example";
    }

    @Override
    public Dataset load(DataRequest request) {
        Path folder = namedFolder(request).orElseGet(MnistSource::cache);
        MnistImages images = MnistImages.read(folder);
        Split split = Split.ofShuffled(
                images.rows(),
                request.trainRows().orElse(TRAIN_ROWS),
                request.testRows().orElse(TEST_ROWS),
                request.seed());
        String origin = "the four IDX files of MNIST, each checked by its SHA-256";
        return new ImageDataset(name(), "MNIST", "", origin).of(images, split, request);
    }

    /** The folder that the user named: in the request, as system property or in the environment, in this order. */
    static Optional<Path> namedFolder(DataRequest request) {
        return request.mnistDir()
                .or(() -> named(System.getProperty("mnist.dir")))
                .or(() -> named(System.getenv("MNIST_DIR")));
    }

    private static Optional<Path> named(String folder) {
        return folder == null || folder.isBlank() ? Optional.empty() : Optional.of(Path.of(folder));
    }

    private static Path cache() {
        String base = System.getenv("XDG_CACHE_HOME");
        Path folder =
                base == null || base.isBlank() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(base);
        return folder.resolve("l1bench").resolve("mnist");
    }
}
