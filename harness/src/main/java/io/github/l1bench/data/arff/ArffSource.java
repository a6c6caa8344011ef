package io.github.l1bench.data.arff;

import io.github.l1bench.data.DataException;
import io.github.l1bench.data.DataOption;
import io.github.l1bench.data.DataRequest;
import io.github.l1bench.data.DataSource;
import io.github.l1bench.data.Dataset;
import io.github.l1bench.data.Identity;
import io.github.l1bench.data.Scaling;
import io.github.l1bench.data.Split;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** A file in the Attribute-Relation File Format of Weka (Witten and Frank), dense or sparse. */
public final class ArffSource implements DataSource {
    /** The attribute that holds the classes. */
    public static final DataOption LABEL =
            new DataOption("label", "COLUMN", "name or number, from 1, of the column that holds the classes");

    @Override
    public String name() {
        return "arff:PATH";
    }

    @Override
    public String description() {
        return "a file in ARFF, dense or sparse; the label is the nominal attribute called class or target, else the last"
                + " nominal one";
    }

    @Override
    public List<DataOption> options() {
        return List.of(LABEL);
    }

    @Override
    public Dataset load(DataRequest request) {
        Path path = Path.of(request.argument());
        ArffFile file = read(path, request);
        Split split = Split.requested(request, file.rows().rows());
        String title = path.getFileName().toString();
        return file.dataset(
                split,
                new Identity("arff:" + title, title, path.toString(), request.seed()),
                Scaling.suiting(
                        request.standardize(), split.train().length, file.rows().columns()));
    }

    private static ArffFile read(Path path, DataRequest request) {
        try (InputStream file = Files.newInputStream(path)) {
            return ArffFile.read(path.toString(), file, header -> columns(header, request));
        } catch (NoSuchFileException e) {
            throw new DataException("there is no file " + path + "; check the path after arff:", e);
        } catch (IOException e) {
            throw new DataException(path + " cannot be read (" + e + "); check that it is a readable file", e);
        }
    }

    private static ArffColumns columns(ArffHeader header, DataRequest request) {
        int label = request.option(LABEL).map(header::requested).orElseGet(header::usualLabel);
        return new ArffColumns(header, label, Set.of());
    }
}
