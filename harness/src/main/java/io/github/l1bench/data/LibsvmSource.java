package io.github.l1bench.data;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** A file in the format of LIBSVM (Chang and Lin), all of whose rows train. */
final class LibsvmSource implements DataSource {
    // A solver that reads rows of a centred design makes them dense: n p doubles, here 400 MB.
    private static final long MOST_CENTRED_ENTRIES = 50_000_000;
    private static final String PREFIX = "libsvm:";

    @Override
    public String name() {
        return PREFIX + "PATH";
    }

    @Override
    public String description() {
        return "a file in LIBSVM's format, gzip or plain, whose labels are whole numbers";
    }

    @Override
    public Dataset load(DataRequest request) {
        Path path = path(request.name());
        if (request.testRows().orElse(0) > 0) {
            throw new IllegalArgumentException(
                    request.name() + " has no test rows, all of its rows train; leave out --test");
        }
        LibsvmFile file = LibsvmFile.read(path);
        int n = request.trainRows().orElse(file.rows().rows());
        if (n > file.rows().rows()) {
            throw new IllegalArgumentException(n + " training rows are asked for but " + path + " has "
                    + file.rows().rows() + "; ask for fewer");
        }
        return dataset(file, n, path, request);
    }

    private static Path path(String name) {
        if (name.length() == PREFIX.length()) {
            throw new IllegalArgumentException("libsvm: names no file; write libsvm:PATH");
        }
        return Path.of(name.substring(PREFIX.length()));
    }

    private static Dataset dataset(LibsvmFile file, int n, Path path, DataRequest request) {
        long[] given = Arrays.copyOf(file.labels(), n);
        long[] distinct = Arrays.stream(given).sorted().distinct().toArray();
        if (distinct.length < 2) {
            throw new DataException(
                    path + " has one class only, " + distinct[0] + "; a classifier needs rows of at least two");
        }
        int[] labels = Arrays.stream(given)
                .mapToInt(label -> Arrays.binarySearch(distinct, label))
                .toArray();
        int p = file.features();
        ContentHash hash = new ContentHash();
        file.rows().hash(0, n, p, hash);
        hash.add(labels);
        RawData raw =
                new RawData(file.rows().matrix(0, n, p), labels, Optional.empty(), new int[0], distinct.length, hash);
        String title = path.getFileName().toString();
        try {
            return raw.standardized(
                    new RawData.Identity(PREFIX + title, title, "", path.toString(), request.seed(), 0),
                    scaling(request.standardize(), (long) n * p));
        } catch (IllegalArgumentException e) {
            throw new DataException(path + ": " + e.getMessage(), e);
        }
    }

    private static Scaling scaling(boolean standardize, long entries) {
        if (!standardize) {
            return Scaling.NONE;
        }
        return entries < MOST_CENTRED_ENTRIES ? Scaling.CENTRED : Scaling.SCALED;
    }
}
