package io.github.l1bench.data.mnist;

import io.github.l1bench.data.DataException;
import io.github.l1bench.data.DataOption;
import io.github.l1bench.data.DataRequest;
import io.github.l1bench.data.DataSource;
import io.github.l1bench.data.DataSources;
import io.github.l1bench.data.Dataset;
import java.util.List;
import org.slf4j.LoggerFactory;

/** MNIST where it can be had, else procedural digits, which say of themselves that they are not MNIST. */
public final class AutoSource implements DataSource {
    private final MnistSource mnist;

    /** With the machine's configuration. */
    public AutoSource() {
        this(new MnistSource());
    }

    AutoSource(MnistSource mnist) {
        this.mnist = mnist;
    }

    @Override
    public String name() {
        return "auto";
    }

    @Override
    public String description() {
        return "mnist where it can be had, else digits";
    }

    @Override
    public List<DataOption> options() {
        return mnist.options();
    }

    /** Who names a folder wants what is in it: then a missing or wrong file remains an error. */
    @Override
    public Dataset load(DataRequest request) {
        try {
            return mnist.load(request);
        } catch (DataException e) {
            if (mnist.namedFolder(request).isPresent()) {
                throw e;
            }
            LoggerFactory.getLogger(AutoSource.class)
                    .warn("procedural digits take the place of MNIST: {}", e.getMessage());
            return DataSources.load(request.withName("digits"));
        }
    }
}
