package io.github.l1bench.data.libsvm;

import io.github.l1bench.data.DataOption;
import io.github.l1bench.data.DataRequest;
import io.github.l1bench.data.DataSource;
import io.github.l1bench.data.Dataset;
import io.github.l1bench.data.input.RowFiles;
import java.util.List;

/** A file in the format of LIBSVM (Chang and Lin), all of whose rows train. */
public final class LibsvmSource implements DataSource {
    private static final DataOption ZERO_BASED =
            new DataOption("zero-based", "", "the file counts features from 0 (default: from 1)");
    private static final DataOption FEATURES = new DataOption(
            "features", "N", "number of features, where no row has the last ones (default: the largest index)");

    @Override
    public String name() {
        return "libsvm:PATH";
    }

    @Override
    public List<String> aliases() {
        return List.of("svmlight", "svm-light", "file");
    }

    @Override
    public String description() {
        return "a file in LIBSVM's format, plain or packed (gzip, bzip2, xz, zip), whose labels are whole numbers;"
                + " - is standard input";
    }

    @Override
    public List<DataOption> options() {
        return List.of(RowFiles.TEST_FILE, ZERO_BASED, FEATURES);
    }

    @Override
    public boolean isRepeatable(DataRequest request) {
        return RowFiles.isRepeatable(request);
    }

    @Override
    public Dataset load(DataRequest request) {
        int firstIndex = request.has(ZERO_BASED) ? 0 : 1;
        return RowFiles.load(request, new LibsvmFormat(firstIndex, request.number(FEATURES, 1)));
    }
}
