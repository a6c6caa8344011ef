package io.github.l1bench.data.mnist;

import io.github.l1bench.data.DataException;
import io.github.l1bench.data.DataOption;
import io.github.l1bench.data.DataRequest;
import io.github.l1bench.data.DataSource;
import io.github.l1bench.data.Dataset;
import io.github.l1bench.data.FeatureScaling;
import io.github.l1bench.data.Identity;
import io.github.l1bench.data.PublishedExample;
import io.github.l1bench.data.Remembered;
import io.github.l1bench.data.RowCounts;
import io.github.l1bench.data.Split;
import io.github.l1bench.data.download.FileCache;
import io.github.l1bench.data.download.Mirrors;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * MNIST with the split of scikit-learn's example "MNIST classification using multinomial logistic + L1". The images come
 * from the folder that the user names, else from the cache, which is filled by downloading.
 */
public final class MnistSource implements DataSource {
    /** The folder to take MNIST from, and from nowhere else. */
    public static final DataOption FOLDER = new DataOption(
            "mnist-dir",
            "DIR",
            "folder with the four IDX files of MNIST, gzip or plain; else the system property mnist.dir, else the"
                    + " environment's MNIST_DIR, else the user's cache, filled by download");

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final List<URI> MIRRORS = List.of(
            URI.create("https://storage.googleapis.com/cvdf-datasets/mnist/"),
            URI.create("https://ossci-datasets.s3.amazonaws.com/mnist/"));

    private final Supplier<Optional<Path>> configured;
    private final FileCache cache;
    private final Remembered<Optional<Path>, IdxImages> remembered = new Remembered<>();

    /** With the machine's configuration, the user's cache folder and the public mirrors. */
    public MnistSource() {
        this(MnistSource::configuredFolder, new FileCache(FileCache.ofUser("mnist"), new Mirrors(MIRRORS, PATIENCE)));
    }

    /**
     * @param configured the folder that the surroundings name, if any
     * @param cache used where no folder is named
     */
    MnistSource(Supplier<Optional<Path>> configured, FileCache cache) {
        this.configured = configured;
        this.cache = cache;
    }

    @Override
    public String name() {
        return "mnist";
    }

    @Override
    public List<String> aliases() {
        return List.of("mnist_784", "mnist-original");
    }

    @Override
    public String description() {
        return "MNIST handwritten digits, split and standardised as in scikit-learn's example";
    }

    @Override
    public List<DataOption> options() {
        return List.of(FOLDER);
    }

    @Override
    public Dataset load(DataRequest request) {
        RowCounts counts =
                RowCounts.of(request, PublishedExample.TRAIN_ROWS, PublishedExample.TEST_ROWS, MnistImages.ROWS);
        IdxImages images = images(request);
        Split split = Split.ofShuffled(MnistImages.ROWS, counts, request.seed());
        String origin = "the four IDX files of MNIST, each checked by its SHA-256";
        return images.raw(split, images.labels())
                .standardized(
                        new Identity(name(), "MNIST", origin, request.seed()).asImages(images.width(), images.height()),
                        request.standardize() ? FeatureScaling.CENTRED : FeatureScaling.NONE);
    }

    // An empty folder stands for the cache.
    private IdxImages images(DataRequest request) {
        Optional<Path> folder = namedFolder(request);
        return remembered.get(folder, () -> folder.map(MnistSource::read).orElseGet(() -> cached(request.offline())));
    }

    private static IdxImages read(Path folder) {
        return MnistImages.read(new IdxFolder(folder));
    }

    /** The folder that the user named, in the request or in the surroundings. */
    Optional<Path> namedFolder(DataRequest request) {
        return request.option(FOLDER).map(Path::of).or(configured);
    }

    private IdxImages cached(boolean offline) {
        try {
            return read(cache.folder());
        } catch (DataException incomplete) {
            if (offline) {
                throw new DataException(
                        "MNIST is not in the cache (" + incomplete.getMessage()
                                + ") and downloading is forbidden; name a folder with --mnist-dir or leave out"
                                + " --offline",
                        incomplete);
            }
            cache.complete(MnistImages.files());
            return read(cache.folder());
        }
    }

    private static Optional<Path> configuredFolder() {
        return Stream.of(System.getProperty("mnist.dir"), System.getenv("MNIST_DIR"))
                .filter(folder -> folder != null && !folder.isBlank())
                .findFirst()
                .map(Path::of);
    }
}
