package io.github.l1bench.data.openml;

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
import io.github.l1bench.data.arff.ArffAttribute;
import io.github.l1bench.data.arff.ArffColumns;
import io.github.l1bench.data.arff.ArffFile;
import io.github.l1bench.data.arff.ArffHeader;
import io.github.l1bench.data.download.Downloader;
import io.github.l1bench.data.download.FileCache;
import io.github.l1bench.data.input.Quote;
import io.github.l1bench.data.input.RowFiles;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A data set of OpenML. All of its rows train unless numbers of rows are asked for, which are drawn as scikit-learn's {@code
 * train_test_split} does; number 554 is MNIST and split as in scikit-learn's example, which takes it from there.
 */
public final class OpenmlSource implements DataSource {
    /** A server to ask in place of OpenML's own. */
    public static final DataOption MIRROR = new DataOption(
            "mirror",
            "URL",
            "a server with OpenML's interface to take descriptions and data from, in place of OpenML's own");

    private static final String PREFIX = "openml:";
    private static final int MNIST = 554;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final long LONGEST_FILE = 1L << 32;

    private final OpenmlStore store;
    private final OpenmlServer server;
    private final Remembered<Wanted, Found> remembered = new Remembered<>();

    /** With the user's cache folder, scikit-learn's, and OpenML's own server. */
    public OpenmlSource() {
        this(
                new OpenmlStore(
                        FileCache.ofUser("openml"), ScikitLearnCache.ofUser(), new Downloader(PATIENCE), LONGEST_FILE),
                OpenmlServer.PUBLIC);
    }

    OpenmlSource(OpenmlStore store, OpenmlServer server) {
        this.store = store;
        this.server = server;
    }

    private record Wanted(int id, Optional<String> label) {}

    private record Found(OpenmlDescription description, ArffFile file) {}

    @Override
    public String name() {
        return PREFIX + "ID";
    }

    @Override
    public String description() {
        return "the data set of that number at OpenML, downloaded once: 554 is MNIST, split as in scikit-learn's"
                + " example";
    }

    @Override
    public List<DataOption> options() {
        return List.of(RowFiles.LABEL, MIRROR);
    }

    @Override
    public void check(DataRequest request) {
        id(request);
    }

    @Override
    public Dataset load(DataRequest request) {
        int id = id(request);
        Found found = remembered.get(new Wanted(id, request.option(RowFiles.LABEL)), () -> find(id, request));
        int rows = found.file().rows().rows();
        Split split = id == MNIST ? mnistSplit(request, rows) : Split.requested(request, rows);
        int columns = found.file().rows().columns();
        // MNIST is centred whatever the number of its rows, as from its own files.
        FeatureScaling scaling = id == MNIST && request.standardize()
                ? FeatureScaling.CENTRED
                : FeatureScaling.suiting(request.standardize(), split.train().length, columns);
        return found.file().dataset(split, identity(found.description(), request), scaling);
    }

    private static int id(DataRequest request) {
        String number = request.argument();
        if (!number.matches("[1-9]\\d{0,8}")) {
            throw new IllegalArgumentException("openml: is given " + Quote.of(number)
                    + "; it takes the number of a data set at OpenML, as in openml:554");
        }
        return Integer.parseInt(number);
    }

    private Found find(int id, DataRequest request) {
        Optional<OpenmlServer> online = request.offline()
                ? Optional.empty()
                : Optional.of(request.option(MIRROR).map(OpenmlServer::mirror).orElse(server));
        OpenmlDescription description = store.description(id, online);
        Optional<String> label = request.option(RowFiles.LABEL);
        ArffFile.Choice choice = header -> new ArffColumns(
                header,
                label.map(header::requested).orElseGet(() -> target(header, description)),
                description.unused());
        ArffFile file = store.read(
                description,
                online,
                (path, text) -> ArffFile.read(
                        PREFIX + id + " (" + path + ")", new InputStreamReader(text, StandardCharsets.UTF_8), choice));
        return new Found(description, file);
    }

    private static int target(ArffHeader header, OpenmlDescription description) {
        String set = PREFIX + description.id();
        int target = header.indexOf(description.target());
        if (target >= 0 && header.attributes().get(target).type() != ArffAttribute.Type.NUMERIC) {
            return target;
        }
        String shown = Quote.of(description.target());
        if (target >= 0) {
            throw new DataException("the target " + shown + " of " + set
                    + " is numeric, as for a regression; if its numbers are classes, choose it with --label");
        }
        if (description.target().isEmpty()) {
            throw new DataException(set + " names no attribute as its target; choose one with --label");
        }
        throw new DataException(
                description.targets().size() > 1
                        ? set + " has several targets, " + shown + "; choose one with --label"
                        : "the target " + shown + " of " + set
                                + " is no attribute of its file; choose one with --label");
    }

    private static Split mnistSplit(DataRequest request, int rows) {
        return Split.ofShuffled(
                rows,
                RowCounts.of(request, PublishedExample.TRAIN_ROWS, PublishedExample.TEST_ROWS, rows),
                request.seed());
    }

    private static Identity identity(OpenmlDescription description, DataRequest request) {
        String origin = "OpenML's data set " + description.id() + ", " + description.name() + " version "
                + description.version() + ", its file checked by its MD5";
        String title = description.name() + " (OpenML " + description.id() + ")";
        Identity identity = new Identity(request.name(), title, origin, request.seed());
        return description.isActive()
                ? identity
                : identity.withNotice("OpenML does not offer this data set for use, its status is "
                        + description.status() + ": faults may have been found in it.");
    }
}
