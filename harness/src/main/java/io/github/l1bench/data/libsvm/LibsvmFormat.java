package io.github.l1bench.data.libsvm;

import io.github.l1bench.data.ClassNames;
import io.github.l1bench.data.SparseRows;
import io.github.l1bench.data.input.RowFormat;
import io.github.l1bench.data.input.TextContent;
import io.github.l1bench.data.input.TextFormat;
import java.io.IOException;
import java.nio.charset.CodingErrorAction;
import java.util.Optional;
import java.util.OptionalInt;
import org.slf4j.LoggerFactory;

/** How files in LIBSVM's format are to be read, and the check of how many features they may have. */
final class LibsvmFormat implements RowFormat {
    private static final int FEATURES_OF_ANY_FILE = 1_000_000;

    private final int firstIndex;
    private final OptionalInt features;

    /**
     * @param firstIndex 1, or 0 for files that count from there
     * @param features how many there are; empty for as many as the largest index in the file says
     */
    LibsvmFormat(int firstIndex, OptionalInt features) {
        this.firstIndex = firstIndex;
        this.features = features;
    }

    @Override
    public void read(TextContent content, SparseRows rows, ClassNames labels) throws IOException {
        TextFormat.LIBSVM.require(content);
        boolean training = !labels.areSorted();
        features.ifPresent(rows::widen);
        // What is no UTF-8 is in a comment, or will be refused.
        LibsvmCharacters text = new LibsvmCharacters(content.name(), content.reader(CodingErrorAction.REPLACE));
        LibsvmReader reader = new LibsvmReader(text, firstIndex, limit(training), rows, labels);
        reader.read();
        if (limit(training).isEmpty() && rows.columns() > Math.max(FEATURES_OF_ANY_FILE, content.bytesRead())) {
            throw reader.tooWide(content.bytesRead());
        }
        if (training && reader.hasQueries()) {
            LoggerFactory.getLogger(LibsvmFormat.class)
                    .warn("the queries (qid:) of {} are left out: every row counts for itself", content.name());
        }
    }

    private Optional<String> limit(boolean training) {
        if (features.isPresent()) {
            return Optional.of("that --features says; say more");
        }
        return training
                ? Optional.empty()
                : Optional.of("of the training rows; say with --features how many there are");
    }
}
