package io.github.l1bench.data;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** MNIST where it can be had, else procedural digits, which say of themselves that they are not MNIST. */
final class AutoSource implements DataSource {
    private static final Logger LOG = LoggerFactory.getLogger(AutoSource.class);

    private final MnistSource mnist;
    private final DataSource digits;

    AutoSource(MnistSource mnist, DataSource digits) {
        this.mnist = mnist;
        this.digits = digits;
    }

    @Override
    public String name() {
        return "auto";
    }

    @Override
    public String description() {
        return "mnist where it can be had, else digits";
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
            LOG.warn("procedural digits take the place of MNIST: {}", e.getMessage());
            return digits.load(request);
        }
    }
}
