package io.github.l1bench.collection;

import io.github.l1bench.data.DataException;
import io.github.l1bench.data.DataRequest;
import io.github.l1bench.data.Dataset;
import java.util.function.Function;

/**
 * Loads the data of instances, one after another. Instances on the same data follow each other, so these are asked for
 * once, also where they cannot be had.
 */
final class InstanceData {
    private final Function<DataRequest, Dataset> source;
    private final boolean offline;
    private DataRequest asked;
    private Dataset loaded;
    private String refusal;

    /**
     * @param source of all data; it may fail in any way
     * @param offline whether downloading is forbidden
     */
    InstanceData(Function<DataRequest, Dataset> source, boolean offline) {
        this.source = source;
        this.offline = offline;
    }

    /**
     * An instance as a problem.
     *
     * @param dataset its data
     * @param lambda its penalty
     */
    record Posed(Dataset dataset, double lambda) {}

    /**
     * {@code instance} on its data.
     *
     * @throws DataException in one sentence, if these cannot be had, whoever is at fault, or pose no such problem
     */
    Posed of(Instance instance) {
        DataRequest request = offline ? instance.request().withoutDownload() : instance.request();
        if (!request.equals(asked)) {
            asked = request;
            load();
        }
        if (loaded == null) {
            throw new DataException(refusal);
        }
        try {
            return new Posed(loaded, instance.problem(loaded).lambda());
        } catch (IllegalArgumentException e) {
            throw new DataException(oneLine(e.getMessage()), e);
        }
    }

    // Others write sources too, and whatever breaks in one of them ends nothing but the instances on its data.
    private void load() {
        loaded = null;
        try {
            loaded = source.apply(asked);
        } catch (RuntimeException | Error e) {
            refusal = oneLine(reason(e));
        }
    }

    private static String oneLine(String message) {
        return message.replaceAll("\\s*\\R\\s*", " ");
    }

    private String reason(Throwable cause) {
        if (cause instanceof OutOfMemoryError) {
            return "it needs more memory than the Java heap has; raise it with -Xmx";
        }
        boolean told = cause instanceof DataException || cause instanceof IllegalArgumentException;
        if (told && cause.getMessage() != null) {
            return cause.getMessage();
        }
        String what = cause.getMessage() == null ? "" : ": " + cause.getMessage();
        return "the data source of " + asked.name() + " broke ("
                + cause.getClass().getSimpleName() + what + "); mend it, or leave these data out";
    }
}
