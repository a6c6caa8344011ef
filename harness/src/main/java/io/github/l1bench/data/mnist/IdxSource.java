package io.github.l1bench.data.mnist;

import io.github.l1bench.data.DataException;
import io.github.l1bench.data.DataRequest;
import io.github.l1bench.data.DataSource;
import io.github.l1bench.data.Dataset;
import io.github.l1bench.data.FeatureScaling;
import io.github.l1bench.data.Identity;
import io.github.l1bench.data.Remembered;
import io.github.l1bench.data.RowCounts;
import io.github.l1bench.data.Split;
import java.nio.file.Path;
import java.util.List;

/**
 * Images in MNIST's format, of any size and with any labels, such as Fashion-MNIST. The folder's training images train and
 * its test images test, unless numbers of rows are asked for: then they are drawn from all images, as those of MNIST are.
 */
public final class IdxSource implements DataSource {
    private static final String PREFIX = "idx:";

    private final Remembered<Path, IdxImages> remembered = new Remembered<>();

    @Override
    public String name() {
        return PREFIX + "DIR";
    }

    @Override
    public List<String> aliases() {
        return List.of("fashion-mnist", "kmnist", "kuzushiji-mnist", "emnist", "qmnist", "ubyte");
    }

    @Override
    public String description() {
        return "a folder with four files of MNIST's names and format, gzip or plain, such as Fashion-MNIST";
    }

    @Override
    public Dataset load(DataRequest request) {
        Path folder = Path.of(request.argument()).toAbsolutePath().normalize();
        IdxImages images = remembered.get(folder, () -> new IdxFolder(folder).read());
        if (images.labels().size() < 2) {
            throw new DataException("all images in " + folder + " have one label, "
                    + images.labels().get(0) + "; a classifier needs at least two");
        }
        Split split = split(images, request);
        String title = folder.getFileName() == null
                ? folder.toString()
                : folder.getFileName().toString();
        return images.raw(split, images.labels())
                .standardized(
                        new Identity(PREFIX + title, title, folder.toString(), request.seed())
                                .asImages(images.width(), images.height()),
                        FeatureScaling.suiting(request.standardize(), split.train().length, images.columns()));
    }

    private static Split split(IdxImages images, DataRequest request) {
        RowCounts counts = RowCounts.of(request, images.trainRows(), images.testRows(), images.rows());
        boolean drawn = request.trainRows().isPresent() || request.testRows().isPresent();
        return drawn ? Split.ofShuffled(images.rows(), counts, request.seed()) : Split.inOrder(counts);
    }
}
