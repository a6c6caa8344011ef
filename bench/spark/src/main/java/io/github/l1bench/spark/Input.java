package io.github.l1bench.spark;

import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Formats of tables; read so that what is in one partition depends on the files alone and not on the cluster. */
enum Input {
    LIBSVM {
        @Override
        Dataset<Row> table(DataFrameReader reader, String path, String label, int features) {
            DataFrameReader sized = features > 0 ? reader.option("numFeatures", Integer.toString(features)) : reader;
            return sized.format("libsvm").load(path);
        }
    },
    PARQUET {
        @Override
        Dataset<Row> table(DataFrameReader reader, String path, String label, int features) {
            return reader.parquet(path);
        }
    },
    CSV {
        // Types are told instead of inferred, which would read the file once more.
        @Override
        Dataset<Row> table(DataFrameReader reader, String path, String label, int features) {
            DataFrameReader headed = reader.option("header", "true").option("mode", "FAILFAST");
            StructType schema = new StructType();
            String[] names = headed.csv(path).columns();
            if (names.length == 0) {
                throw new IllegalArgumentException(path + " is empty; its first line must name the columns");
            }
            for (String name : names) {
                schema = schema.add(name, name.equals(label) ? DataTypes.StringType : DataTypes.DoubleType);
            }
            return headed.schema(schema).csv(path);
        }
    },
    /** Drawn by this program, see {@link DrawnDigits}. */
    DIGITS {
        @Override
        Dataset<Row> table(DataFrameReader reader, String path, String label, int features) {
            throw new UnsupportedOperationException("digits are drawn and not read");
        }
    };

    // Bytes of a partition: many enough to keep a small cluster busy, few enough that a task's rows fit in memory.
    private static final String SPLIT = Long.toString(32L << 20);

    abstract Dataset<Row> table(DataFrameReader reader, String path, String label, int features);

    /**
     * The table at {@code path}.
     *
     * @param label column of the label
     * @param features p, where the format does not tell; 0 for as many as there are
     */
    Dataset<Row> read(SparkSession spark, String path, String label, int features) {
        spark.conf().set("spark.sql.files.maxPartitionBytes", SPLIT);
        spark.conf().set("spark.sql.files.minPartitionNum", "1");
        return table(spark.read(), path, label, features);
    }

    /** The columns of features where none are named: libsvm's own, else all but the label's. */
    List<String> defaultFeatures() {
        return this == LIBSVM ? List.of("features") : List.of();
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
