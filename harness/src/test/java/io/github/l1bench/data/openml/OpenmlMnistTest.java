package io.github.l1bench.data.openml;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.l1bench.MnistFiles;
import io.github.l1bench.data.DataRequest;
import io.github.l1bench.data.DataSources;
import io.github.l1bench.data.Dataset;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The published example takes its images from OpenML, and the suite takes them from their authors' files. */
@Tag("long")
class OpenmlMnistTest {
    @TempDir
    private Path folder;

    @Test
    void number554GivesWhatMnistGivesRowForRow() throws Exception {
        MnistAsArff mnist = new MnistAsArff();
        try (LocalOpenml openml = new LocalOpenml(folder)) {
            openml.serveDescription(554, md5(mnist), "name", "mnist_784");
            openml.server.serve(LocalOpenml.DATA, exchange -> {
                exchange.sendResponseHeaders(200, 0);
                mnist.writeTo(exchange.getResponseBody());
            });
            OpenmlSource source = new OpenmlSource(
                    openml.store(Duration.ofSeconds(60), 1L << 30), new OpenmlServer(openml.server.address(""), false));

            DataRequest request = DataRequest.of("openml:554");
            isSame(source.load(request), MnistFiles.request());
            isSame(source.load(request.withSeed(7)), MnistFiles.request().withSeed(7));
            isSame(
                    source.load(request.withRows(60_000, 10_000)),
                    MnistFiles.request().withRows(60_000, 10_000));
            isSame(
                    source.load(request.withoutStandardization()),
                    MnistFiles.request().withoutStandardization());
        }
    }

    private static void isSame(Dataset openml, DataRequest request) {
        Dataset mnist = DataSources.load(request);

        assertThat(openml.info().sha256()).isEqualTo(mnist.info().sha256());
        assertThat(openml.trainLabels()).isEqualTo(mnist.trainLabels());
        assertThat(openml.testLabels()).isEqualTo(mnist.testLabels());
        assertThat(openml.info().labels()).isEqualTo(mnist.info().labels());
        assertThat(openml.info().standardization()).isEqualTo(mnist.info().standardization());
        assertThat(List.of(openml.info().imageWidth(), openml.info().imageHeight()))
                .containsExactly(28, 28);
        assertThat(openml.train().standardization().center())
                .isEqualTo(mnist.train().standardization().center());
    }

    private static String md5(MnistAsArff mnist) throws GeneralSecurityException, IOException {
        MessageDigest digest = MessageDigest.getInstance("MD5");
        mnist.writeTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
        return HexFormat.of().formatHex(digest.digest());
    }
}
