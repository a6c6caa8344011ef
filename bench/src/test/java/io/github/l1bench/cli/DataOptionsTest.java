package io.github.l1bench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.github.l1bench.data.DataInfo;
import io.github.l1bench.result.ResultFiles;
import io.github.l1bench.run.RunFolder;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** People's own files, from the command line. */
class DataOptionsTest {
    private static final String TABLE = "kind,width,height\nrose,0.5,2\ntulip,1,0\nrose,-1,3\ntulip,2,1\n";

    @TempDir
    private Path folder;

    @Test
    void aTableFromStandardInputIsSolvedUnderItsOwnLabels() throws IOException {
        Path run = folder.resolve("run");
        Path test = Files.writeString(folder.resolve("test.csv"), "kind,width,height\nrose,0,2\n");

        execute(
                TABLE,
                "run --data csv:- --label kind --header yes --test-file " + test + " --solvers prox-newton --out "
                        + run);

        DataInfo data = ResultFiles.read(run.resolve(RunFolder.RUN)).data();
        assertThat(data.labels()).containsExactly("rose", "tulip");
        assertThat(data.name()).isEqualTo("csv:standard input");
        assertThat(data.testRows()).isEqualTo(1);
    }

    @Test
    void everyCommandThatReadsDataTakesTheOptions() throws IOException {
        Path file = Files.writeString(folder.resolve("data.svm"), "0 0:1\n1 1:1\n0 0:2\n");

        assertThat(execute("", "solve --solver prox-newton --zero-based --features 7 --data libsvm:" + file))
                .contains("p = 7, 2 classes");
        assertThat(execute("", "path --count 2 --zero-based --features 7 --data libsvm:" + file))
                .contains("85.71 % zeros");
    }

    @Test
    void thatQueriesAreLeftOutIsSaidOnce() throws IOException {
        Path file = Files.writeString(folder.resolve("data.svm"), "0 qid:1 1:1\n1 qid:2 2:1\n0 qid:2 1:2\n");
        Logger logger = (Logger) LoggerFactory.getLogger("io.github.l1bench.data.libsvm");
        ListAppender<ILoggingEvent> said = new ListAppender<>();
        said.start();
        logger.addAppender(said);
        logger.setLevel(Level.INFO);
        try {
            execute("", "solve --solver prox-newton --test-file " + file + " --data libsvm:" + file);
        } finally {
            logger.detachAppender(said);
            logger.setLevel(null);
        }

        assertThat(said.list)
                .singleElement()
                .extracting(ILoggingEvent::getFormattedMessage)
                .asString()
                .contains("the queries (qid:) of " + file + " are left out");
    }

    private static String execute(String input, String command) {
        InputStream in = System.in;
        PrintStream out = System.out;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        System.setIn(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
        System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
        try {
            assertThat(Main.execute(command.split(" ")))
                    .as(said.toString(StandardCharsets.UTF_8))
                    .isZero();
        } finally {
            System.setIn(in);
            System.setOut(out);
        }
        return said.toString(StandardCharsets.UTF_8);
    }
}
