package io.github.l1bench.spark;

import io.github.l1bench.spark.math.Addable;
import io.github.l1bench.spark.math.Block;
import io.github.l1bench.spark.math.Cluster;
import io.github.l1bench.spark.math.TreeSum;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;

/**
 * Rows as blocks on the executors, cached; one job a round. Reading is one job, and tells the classes. Blocks are cut where
 * the input's partitions are, so that the same input cut alike gives the same bits on any number of executors.
 */
final class SparkRows implements Cluster, AutoCloseable {
    private static final int MANY_CLASSES = 20;
    // More partial sums than this are added up on executors first.
    private static final int TREE_FROM = 16;

    private final JavaSparkContext context;
    private final JavaRDD<NamedBlock> blocks;
    private final List<Facts> facts;
    private final List<String> names;
    private final Map<String, Integer> classes = new HashMap<>();
    private long patience = Long.MAX_VALUE;

    /** What the driver is told of a block when it is read. */
    private record Facts(int number, int samples, int features, long nonzeros, long hash, List<String> names)
            implements java.io.Serializable {}

    private SparkRows(JavaSparkContext context, JavaRDD<NamedBlock> blocks) {
        this.context = context;
        this.blocks = blocks;
        this.facts = blocks.map(SparkRows::facts).collect().stream()
                .sorted(Comparator.comparingInt(Facts::number))
                .toList();
        this.names = sorted();
        names.forEach(name -> classes.put(name, classes.size()));
    }

    private static Facts facts(NamedBlock named) {
        Block block = named.block();
        return new Facts(
                block.number(),
                block.samples(),
                block.features(),
                block.nonzeros(),
                block.hash() ^ named.names().hashCode(),
                named.names());
    }

    /**
     * Reads {@code table}.
     *
     * @param slots into how many partitions blocks are dealt where there are fewer
     * @throws IllegalArgumentException in one sentence, if there are no rows, or labels are no classes
     */
    static SparkRows read(JavaSparkContext context, Dataset<Row> table, Columns columns, int slots) {
        JavaRDD<NamedBlock> made =
                table.javaRDD().mapPartitionsWithIndex((q, rows) -> new RowBlocks(q, columns, rows), true);
        return of(context, made, slots);
    }

    /** The same of blocks that are made where they are needed. */
    static SparkRows of(JavaSparkContext context, JavaRDD<NamedBlock> made, int slots) {
        JavaRDD<NamedBlock> dealt = made.getNumPartitions() < slots ? made.repartition(slots) : made;
        JavaRDD<NamedBlock> kept = dealt.persist(StorageLevel.MEMORY_AND_DISK());
        try {
            SparkRows rows = new SparkRows(context, kept);
            rows.requireSound();
            return rows;
        } catch (RuntimeException e) {
            kept.unpersist();
            throw e;
        }
    }

    private void requireSound() {
        if (facts.isEmpty()) {
            throw new IllegalArgumentException("the input has no rows");
        }
        if (names.size() < 2) {
            throw new IllegalArgumentException(
                    "there is only one class; a classifier needs samples of at least two classes");
        }
        if (names.size() > MANY_CLASSES && 2L * names.size() > samples()) {
            throw new IllegalArgumentException("there are " + names.size() + " labels for " + samples()
                    + " rows: these are measurements and no classes; name another column with --label");
        }
        int least = facts.stream().mapToInt(Facts::features).min().orElseThrow();
        if (least != features()) {
            throw new IllegalArgumentException(
                    "a row has " + least + " features where others have " + features() + "; all need the same");
        }
    }

    // By value where all are numbers, else by the alphabet.
    private List<String> sorted() {
        TreeSet<String> all = new TreeSet<>();
        facts.forEach(fact -> all.addAll(fact.names));
        boolean numbers = all.stream().allMatch(name -> name.matches("[+-]?[0-9]+(\\.[0-9]*)?([eE][+-]?[0-9]+)?"));
        return numbers
                ? all.stream()
                        .sorted(Comparator.comparingDouble(Double::parseDouble))
                        .toList()
                : List.copyOf(all);
    }

    /** Gives every round from now on so many seconds, after which it is an error in one sentence. */
    SparkRows within(long seconds) {
        patience = seconds;
        return this;
    }

    @Override
    public <T extends Addable<T>> T sum(Job<T> job) {
        return new TimedJob(context, patience).run(() -> total(job));
    }

    private <T extends Addable<T>> T total(Job<T> job) {
        Broadcast<Job<T>> shared = context.broadcast(job);
        Map<String, Integer> known = classes;
        try {
            JavaRDD<TreeSum<T>> sums = blocks.mapPartitions(partition -> {
                TreeSum<T> sum = new TreeSum<>();
                partition.forEachRemaining(
                        named -> sum.add(named.block().number(), shared.value().of(named.known(known))));
                return List.of(sum).iterator();
            });
            TreeSum<T> all = sums.getNumPartitions() < TREE_FROM
                    ? sums.reduce(TreeSum::plus)
                    : sums.treeReduce(TreeSum::plus, 2);
            return all.total();
        } finally {
            shared.destroy();
        }
    }

    /** The same rows as MLlib wants them: {@code label}, the number of its class, and {@code features}, raw values. */
    Dataset<Row> table(SparkSession spark) {
        Map<String, Integer> known = classes;
        int p = features();
        JavaRDD<Row> rows = blocks.flatMap(named -> named.known(known)
                .rows((label, at, values) -> RowFactory.create(
                        (double) label, Vectors.sparse(p, at, values).compressed()))
                .iterator());
        StructType schema = new StructType()
                .add("label", DataTypes.DoubleType, false)
                .add("features", SQLDataTypes.VectorType(), false);
        return spark.createDataFrame(rows, schema);
    }

    /** Names of the classes, in their order. */
    List<String> classes() {
        return names;
    }

    /** Where the executors are, in Spark's words. */
    String master() {
        return context.master();
    }

    long samples() {
        return facts.stream().mapToLong(Facts::samples).sum();
    }

    int features() {
        return facts.stream().mapToInt(Facts::features).max().orElseThrow();
    }

    /** Share of the values that are not zero. */
    double density() {
        return facts.stream().mapToLong(Facts::nonzeros).sum() / ((double) samples() * features());
    }

    /** SHA-256 over the hashes of the blocks, hexadecimal. */
    String fingerprint() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Facts fact : facts) {
                digest.update(ByteBuffer.allocate(16)
                        .putInt(fact.number)
                        .putInt(fact.samples)
                        .putLong(fact.hash)
                        .array());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%d rows of %d features, %.1f %% of them nonzero, %d classes",
                samples(),
                features(),
                100 * density(),
                classes().size());
    }

    @Override
    public void close() {
        blocks.unpersist();
    }
}
