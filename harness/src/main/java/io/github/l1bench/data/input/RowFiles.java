package io.github.l1bench.data.input;

import io.github.l1bench.data.ClassNames;
import io.github.l1bench.data.DataException;
import io.github.l1bench.data.DataOption;
import io.github.l1bench.data.DataRequest;
import io.github.l1bench.data.Dataset;
import io.github.l1bench.data.FeatureScaling;
import io.github.l1bench.data.Identity;
import io.github.l1bench.data.RawData;
import io.github.l1bench.data.RowCounts;
import io.github.l1bench.data.SparseRows;
import io.github.l1bench.data.Split;
import java.util.Optional;

/** A file whose rows train and, where one is named, another whose rows test. */
public final class RowFiles {
    /** The file of rows that test. */
    public static final DataOption TEST_FILE = new DataOption(
            "test-file", "PATH", "file of rows that test, of the same format, features and labels (default: none)");

    /** The column of the labels, where a file has names or numbers for columns. */
    public static final DataOption LABEL = new DataOption(
            "label",
            "COLUMN",
            "the column of the labels, its number from 1 on or its name (default: the last of a table, the class of"
                    + " ARFF, the target of OpenML)");

    private final DataRequest request;
    private final RowFormat format;
    private final TextFile file;
    private final Optional<TextFile> testFile;
    private final ClassNames labels = new ClassNames();

    private RowFiles(DataRequest request, RowFormat format) {
        this.request = request;
        this.format = format;
        this.file = TextFile.named(request.argument());
        this.testFile = request.option(TEST_FILE).map(TextFile::named);
    }

    /**
     * The data set of the file that {@code request} has as its argument: its first rows train, those of
     * {@link #TEST_FILE} test.
     *
     * @throws DataException if a file cannot be read or used; the message names it
     * @throws IllegalArgumentException if more rows are asked for than there are
     */
    public static Dataset load(DataRequest request, RowFormat format) {
        RowFiles files = new RowFiles(request, format);
        files.requireSensible();
        return files.standardized(files.raw());
    }

    /** Whether the files that {@code request} names can be read again, which pipes cannot. */
    public static boolean isRepeatable(DataRequest request) {
        return TextFile.named(request.argument()).isRepeatable()
                && request.option(TEST_FILE).map(TextFile::named).stream().allMatch(TextFile::isRepeatable);
    }

    // The rows are let go at the end: standardising needs room for another copy of them.
    private RawData raw() {
        SparseRows rows = new SparseRows(1);
        int train = read(file, request.trainRows().orElse(-1), "training", rows);
        labels.sort(rows);
        if (labels.names().size() < 2) {
            throw new DataException(file.name() + " has one class only, "
                    + labels.names().get(0) + "; a classifier needs rows of at least two");
        }
        int test =
                testFile.isPresent() ? read(testFile.get(), request.testRows().orElse(-1), "test", rows) : 0;
        return rows.raw(Split.inOrder(new RowCounts(train, test)), labels.names());
    }

    private void requireSensible() {
        if (testFile.isEmpty() && request.testRows().orElse(0) > 0) {
            throw new IllegalArgumentException(request.name()
                    + " has no test rows, all of its rows train; leave out --test or name a file of them with "
                    + TEST_FILE);
        }
        if (testFile.isPresent()
                && file.path().isEmpty()
                && testFile.get().path().isEmpty()) {
            throw new IllegalArgumentException(
                    "standard input cannot hold both training and test rows; name a file for one of them");
        }
    }

    // Appends the first rows of a file to `rows`, all of them where their number is negative.
    private int read(TextFile source, int wanted, String purpose, SparseRows rows) {
        int before = rows.rows();
        source.read(content -> format.read(content, rows, labels));
        int found = rows.rows() - before;
        if (found == 0) {
            throw new DataException(source.name() + " holds no rows; check that it is the file you mean");
        }
        if (wanted > found) {
            throw new IllegalArgumentException(wanted + " " + purpose + " rows are asked for but " + source.name()
                    + " has " + found + "; ask for fewer");
        }
        int kept = wanted < 0 ? found : wanted;
        rows.keepFirst(before + kept);
        return kept;
    }

    private Dataset standardized(RawData raw) {
        String prefix = request.name().substring(0, request.name().indexOf(':') + 1);
        String origin = file.name()
                + testFile.map(test -> ", test rows from " + test.name()).orElse("");
        Identity identity = new Identity(prefix + file.title(), file.title(), origin, request.seed());
        try {
            return raw.standardized(
                    identity.asImages(format.side(), format.side()),
                    FeatureScaling.suiting(request.standardize(), raw.train().numRows, raw.train().numCols));
        } catch (IllegalArgumentException e) {
            throw new DataException(file.name() + ": " + e.getMessage(), e);
        }
    }
}
