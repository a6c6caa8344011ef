package io.github.l1bench.data.mnist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpServer;
import io.github.l1bench.data.DataException;
import io.github.l1bench.data.DataRequest;
import io.github.l1bench.data.download.FileCache;
import io.github.l1bench.data.download.Mirrors;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MnistCacheTest {
    @TempDir
    private Path folder;

    @Test
    void asksTheMirrorsForItsFilesAndSaysWhatIsMissing() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, 3);
            exchange.getResponseBody().write(new byte[3]);
            exchange.close();
        });
        server.start();
        try {
            URI mirror = URI.create("http://localhost:" + server.getAddress().getPort() + "/");
            MnistSource mnist = source(List.of(mirror));

            assertThatExceptionOfType(DataException.class)
                    .isThrownBy(() -> mnist.load(DataRequest.of("mnist")))
                    .withMessageContaining("no mirror delivers train-images-idx3-ubyte.gz")
                    .withMessageContaining("truncated");
            assertThat(folder.resolve("cache")).isEmptyDirectory();
        } finally {
            server.stop(0);
        }
    }

    @Test
    void isNotFilledOffline() {
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> source(List.of()).load(DataRequest.of("mnist").withoutDownload()))
                .withMessageContaining("downloading is forbidden")
                .withMessageContaining("--mnist-dir");
        assertThat(folder.resolve("cache")).doesNotExist();
    }

    private MnistSource source(List<URI> mirrors) {
        return new MnistSource(
                Optional::empty, new FileCache(folder.resolve("cache"), new Mirrors(mirrors, Duration.ofSeconds(5))));
    }
}
