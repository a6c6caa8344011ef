package io.github.l1bench.data.libsvm;

import io.github.l1bench.data.DataException;
import io.github.l1bench.data.DataRequest;
import io.github.l1bench.data.DataSource;
import io.github.l1bench.data.Dataset;
import io.github.l1bench.data.Identity;
import io.github.l1bench.data.RowCounts;
import io.github.l1bench.data.Scaling;
import io.github.l1bench.data.SparseRows;
import io.github.l1bench.data.Split;
import java.nio.file.Path;
import java.util.List;

/** A file in the format of LIBSVM (Chang and Lin), all of whose rows train. */
public final class LibsvmSource implements DataSource {
    private static final String PREFIX = "libsvm:";

    @Override
    public String name() {
        return PREFIX + "PATH";
    }

    @Override
    public List<String> aliases() {
        return List.of("svmlight", "svm-light", "file");
    }

    @Override
    public String description() {
        return "a file in LIBSVM's format, gzip or plain, whose labels are whole numbers";
    }

    @Override
    public Dataset load(DataRequest request) {
        Path path = Path.of(request.argument());
        if (request.testRows().orElse(0) > 0) {
            throw new IllegalArgumentException(
                    request.name() + " has no test rows, all of its rows train; leave out --test");
        }
        LibsvmFile file = LibsvmFile.read(path);
        int read = file.rows().rows();
        int n = request.trainRows().orElse(read);
        if (n > read) {
            throw new IllegalArgumentException(
                    n + " training rows are asked for but " + path + " has " + read + "; ask for fewer");
        }
        file.rows().keepFirst(n);
        return dataset(file, path, request);
    }

    private static Dataset dataset(LibsvmFile file, Path path, DataRequest request) {
        SparseRows rows = file.rows();
        file.labels().sort(rows);
        List<String> names = file.labels().names();
        if (names.size() < 2) {
            throw new DataException(
                    path + " has one class only, " + names.get(0) + "; a classifier needs rows of at least two");
        }
        String title = path.getFileName().toString();
        Scaling scaling = Scaling.suiting(request.standardize(), rows.rows(), rows.columns());
        try {
            return rows.raw(Split.inOrder(new RowCounts(rows.rows(), 0)), names)
                    .standardized(new Identity(PREFIX + title, title, path.toString(), request.seed()), scaling);
        } catch (IllegalArgumentException e) {
            throw new DataException(path + ": " + e.getMessage(), e);
        }
    }
}
