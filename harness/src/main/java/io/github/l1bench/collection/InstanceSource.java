package io.github.l1bench.collection;

import io.github.l1bench.data.DataException;
import io.github.l1bench.data.DataRequest;
import io.github.l1bench.data.DataSource;
import io.github.l1bench.data.DataSources;
import io.github.l1bench.data.Dataset;
import io.github.l1bench.name.KnownName;
import io.github.l1bench.name.NearNames;
import java.io.IOException;
import java.util.List;

/**
 * The data of one instance of a collection, with its rows, seed and standardisation, so that any command takes it by one
 * word. The penalty is not of the data: it is said as for any other.
 */
public final class InstanceSource implements DataSource {
    static final String PREFIX = "instance:";

    @Override
    public String name() {
        return PREFIX + "COLLECTION/NAME";
    }

    @Override
    public String description() {
        return "the data of an instance of a collection, with its rows, seed and standardisation, as in"
                + " instance:small/rho-0.9-p50-0.01; its penalty is said by --lambda-ratio";
    }

    @Override
    public void check(DataRequest request) {
        DataSources.check(meant(request));
    }

    @Override
    public boolean isRepeatable(DataRequest request) {
        DataRequest meant = meant(request);
        return DataSources.named(meant.name()).isRepeatable(meant);
    }

    @Override
    public Dataset load(DataRequest request) {
        return DataSources.load(meant(request));
    }

    private static DataRequest meant(DataRequest request) {
        if (request.trainRows().isPresent() || request.testRows().isPresent() || !request.standardize()) {
            throw new IllegalArgumentException(request.name()
                    + " says its rows and its standardisation itself; leave --train, --test and --no-standardize out");
        }
        DataRequest meant = instance(request).request();
        return request.offline() ? meant.withoutDownload() : meant;
    }

    private static Instance instance(DataRequest request) {
        String argument = request.argument();
        int slash = argument.lastIndexOf('/');
        if (slash < 1 || slash == argument.length() - 1) {
            throw new IllegalArgumentException(request.name()
                    + " names no instance; write instance:COLLECTION/NAME, as in instance:small/rho-0.9-p50-0.01");
        }
        String collection = argument.substring(0, slash);
        String name = argument.substring(slash + 1);
        List<Instance> instances = read(collection).instances();
        return instances.stream()
                .filter(instance -> instance.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(unknown(collection, instances, name)));
    }

    private static String unknown(String collection, List<Instance> instances, String name) {
        NearNames names = new NearNames(instances.stream()
                .map(instance -> KnownName.of(instance.name()))
                .toList());
        return "the collection " + collection + " has no instance '" + name + "'" + names.answer(name, "it has");
    }

    private static Collection read(String collection) {
        try {
            return CollectionFile.read(collection);
        } catch (IOException e) {
            throw new DataException("the collection " + collection + " cannot be read (" + e.getMessage() + ")", e);
        }
    }
}
