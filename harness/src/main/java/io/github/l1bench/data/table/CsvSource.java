package io.github.l1bench.data.table;

import io.github.l1bench.data.DataOption;
import io.github.l1bench.data.DataRequest;
import io.github.l1bench.data.DataSource;
import io.github.l1bench.data.Dataset;
import io.github.l1bench.data.input.RowFiles;
import java.util.List;
import java.util.Optional;

/** A table of numbers with a column of labels. */
public final class CsvSource implements DataSource {
    private static final DataOption HEADER = new DataOption(
            "header", "yes|no", "whether the first line names the columns (default: found from the first two)");

    @Override
    public String name() {
        return "csv:PATH";
    }

    @Override
    public List<String> aliases() {
        return List.of("tsv", "table", "file", "excel", "spreadsheet", "pandas");
    }

    @Override
    public String description() {
        return "a table separated by commas, tabs or semicolons, plain or packed (gzip, bzip2, xz, zip), with labels of any"
                + " text; - is standard input";
    }

    @Override
    public List<DataOption> options() {
        return List.of(RowFiles.TEST_FILE, RowFiles.LABEL, HEADER);
    }

    @Override
    public boolean isRepeatable(DataRequest request) {
        return RowFiles.isRepeatable(request);
    }

    @Override
    public Dataset load(DataRequest request) {
        return RowFiles.load(request, new CsvFormat(request.option(RowFiles.LABEL), header(request)));
    }

    private static Optional<Boolean> header(DataRequest request) {
        Optional<String> given = request.option(HEADER);
        if (given.isPresent() && !List.of("yes", "no").contains(given.get())) {
            throw new IllegalArgumentException(HEADER + " is given '" + given.get() + "'; it takes yes or no");
        }
        return given.map("yes"::equals);
    }
}
