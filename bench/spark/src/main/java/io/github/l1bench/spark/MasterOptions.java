package io.github.l1bench.spark;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** Where Spark runs; spark-submit says so, or these do. */
final class MasterOptions {
    @Option(
            names = "--master",
            description = "Spark's master, such as spark://HOST:7077 or local-cluster[2,1,1536]; that"
                    + " of spark-submit, or local[*], if not given")
    private String master;

    @Option(names = "--conf", paramLabel = "KEY=VALUE", description = "a setting of Spark's, as of spark-submit")
    private Map<String, String> settings = new HashMap<>();

    /** The command of {@code spec} as one would type it again. */
    static String typed(CommandSpec spec) {
        return spec.commandLine().getParseResult().originalArgs().stream()
                .map(word -> word.matches("[\\w./:,=+-]+") ? word : "'" + word + "'")
                .collect(Collectors.joining(" ", "l1bench-spark.jar ", ""));
    }

    /** A session; the caller closes it. */
    SparkSession session(String name) {
        return session(name, Map.of());
    }

    /**
     * A session for which settings are made that nobody has made.
     *
     * @throws IllegalArgumentException in one sentence, if there is no cluster
     */
    SparkSession session(String name, Map<String, String> defaults) {
        SparkConf conf = new SparkConf().setAppName(name);
        if (master != null) {
            conf.setMaster(master);
        }
        conf.setIfMissing("spark.master", "local[*]");
        conf.setIfMissing("spark.ui.enabled", "false");
        conf.setIfMissing("spark.ui.showConsoleProgress", "false");
        conf.setIfMissing("spark.log.level", "ERROR");
        // Sums are objects of Java's, which Kryo does not know.
        conf.set("spark.serializer", "org.apache.spark.serializer.JavaSerializer");
        if (conf.get("spark.master").startsWith("local")) {
            conf.setIfMissing("spark.driver.host", "127.0.0.1");
            conf.setIfMissing("spark.driver.bindAddress", "127.0.0.1");
        }
        defaults.forEach(conf::setIfMissing);
        ownJar(conf);
        settings.forEach(conf::set);
        MasterCheck.requireAnswer(conf.get("spark.master"));
        SparkSession session = started(conf);
        try {
            MasterCheck.requireExecutor(session.sparkContext());
        } catch (RuntimeException e) {
            session.stop();
            throw e;
        }
        return session;
    }

    private static SparkSession started(SparkConf conf) {
        try {
            return SparkSession.builder().config(conf).getOrCreate();
        } catch (Exception | Error e) { // a master that is not there ends Spark in many ways
            throw new IllegalArgumentException(
                    "Spark could not be started on " + conf.get("spark.master") + ": " + Sentences.of(e)
                            + "; see that the master is there, and SPARK_HOME holds its jars",
                    e);
        }
    }

    // Executors get this jar when nobody has sent it: started by plain java.
    private static void ownJar(SparkConf conf) {
        try {
            Path own = Path.of(MasterOptions.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            if (own.toString().endsWith(".jar")) {
                conf.setIfMissing("spark.jars", new File(own.toString()).getAbsolutePath());
            }
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
