package io.github.l1bench.data.arff;

import io.github.l1bench.data.DataOption;
import io.github.l1bench.data.DataRequest;
import io.github.l1bench.data.DataSource;
import io.github.l1bench.data.Dataset;
import io.github.l1bench.data.input.RowFiles;
import java.util.List;

/** A file in the Attribute-Relation File Format of Weka (Witten and Frank), dense or sparse. */
public final class ArffSource implements DataSource {
    @Override
    public String name() {
        return "arff:PATH";
    }

    @Override
    public List<String> aliases() {
        return List.of("weka");
    }

    @Override
    public String description() {
        return "a file in ARFF, dense or sparse, plain or packed (gzip, bzip2, xz, zip), whose label is the nominal"
                + " attribute called class or target, else the last nominal one; - is standard input";
    }

    @Override
    public List<DataOption> options() {
        return List.of(RowFiles.TEST_FILE, RowFiles.LABEL);
    }

    @Override
    public boolean isRepeatable(DataRequest request) {
        return RowFiles.isRepeatable(request);
    }

    @Override
    public Dataset load(DataRequest request) {
        return RowFiles.load(request, new ArffFormat(request.option(RowFiles.LABEL)));
    }
}
