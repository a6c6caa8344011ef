package io.github.l1bench.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixSparseCSC;
import org.junit.jupiter.api.Test;

/** Rows of nonzeros and of bytes against the dense rows that they stand for. */
class RowsTest {
    private static final int ROWS = 300;
    private static final int COLUMNS = 7;
    private static final List<String> FOUR = ClassNames.numbered(4);

    private static byte[][] dense() {
        Random random = new Random(3);
        byte[][] dense = new byte[ROWS][COLUMNS];
        for (byte[] row : dense) {
            for (int j = 0; j < COLUMNS; j++) {
                row[j] = random.nextInt(3) == 0 ? (byte) random.nextInt(256) : 0;
            }
        }
        return dense;
    }

    private static SparseRows sparse(byte[][] dense) {
        SparseRows rows = new SparseRows(COLUMNS);
        for (byte[] row : dense) {
            rows.startRow(rows.rows() % 4);
            for (int j = 0; j < COLUMNS; j++) {
                if (row[j] != 0) {
                    rows.add(j, row[j] & 0xff);
                }
            }
        }
        return rows;
    }

    // Rows one after another in one array, which begins with three bytes of something else.
    private static ByteRows bytes(byte[][] dense) {
        byte[] all = new byte[3 + ROWS * COLUMNS];
        all[0] = 9;
        for (int i = 0; i < ROWS; i++) {
            System.arraycopy(dense[i], 0, all, 3 + i * COLUMNS, COLUMNS);
        }
        return new ByteRows() {
            @Override
            public int rows() {
                return ROWS;
            }

            @Override
            public int columns() {
                return COLUMNS;
            }

            @Override
            public int label(int row) {
                return row % 4;
            }

            @Override
            public byte[] bytes(int row) {
                return all;
            }

            @Override
            public int offset(int row) {
                return 3 + row * COLUMNS;
            }
        };
    }

    private static void requireRow(DMatrixSparseCSC matrix, int i, byte[] expected) {
        for (int j = 0; j < COLUMNS; j++) {
            assertThat(matrix.get(i, j)).isEqualTo(expected[j] & 0xff);
        }
    }

    @Test
    void anyChoiceOfSparseRowsIsTheMatrixOfItsRows() {
        byte[][] dense = dense();
        SparseRows rows = sparse(dense);

        DMatrixSparseCSC matrix = rows.matrix(range(100, 290));

        assertThat(rows.rows()).isEqualTo(ROWS);
        assertThat(matrix.numRows).isEqualTo(190);
        for (int i = 0; i < 190; i++) {
            requireRow(matrix, i, dense[100 + i]);
        }
        for (int j = 0; j < COLUMNS; j++) {
            for (int t = matrix.col_idx[j] + 1; t < matrix.col_idx[j + 1]; t++) {
                assertThat(matrix.nz_rows[t]).isGreaterThan(matrix.nz_rows[t - 1]);
            }
        }
    }

    @Test
    void rowsThatAreForgottenLeaveNoTrace() {
        SparseRows once = new SparseRows(0);
        SparseRows twice = new SparseRows(0);
        for (int i = 0; i < 30_000; i++) {
            once.addRow(i % 3, i + 1, 0, -i);
        }
        for (int i = 0; i < 25_000; i++) {
            twice.addRow(i % 3, i < 9_000 ? new double[] {i + 1, 0, -i} : new double[] {7, 7, 7});
        }
        twice.keepFirst(9_000);
        for (int i = 9_000; i < 30_000; i++) {
            twice.addRow(i % 3, i + 1, 0, -i);
        }
        ContentHash hash = new ContentHash();
        ContentHash other = new ContentHash();

        once.hash(range(0, 30_000), hash);
        twice.hash(range(0, 30_000), other);

        assertThat(other.hex()).isEqualTo(hash.hex());
        DMatrixSparseCSC matrix = twice.matrix(range(0, 30_000));
        assertThat(matrix.nz_length).isEqualTo(2 * 30_000 - 1);
        assertThat(matrix.get(29_999, 2)).isEqualTo(-29_999);
        assertThat(matrix.get(9_000, 0)).isEqualTo(9_001);
    }

    @Test
    void chosenRowsOfBytesAreTheMatrixOfTheirUnsignedValues() {
        byte[][] dense = dense();
        Split split = new Split(new int[] {5, 3, 299, 0}, new int[] {8});

        RawData raw = bytes(dense).raw(split, FOUR);

        for (int i = 0; i < 4; i++) {
            requireRow(raw.train(), i, dense[split.train()[i]]);
        }
        requireRow(raw.test().orElseThrow(), 0, dense[8]);
        assertThat(raw.trainLabels()).containsExactly(1, 3, 3, 0);
        assertThat(raw.testLabels()).containsExactly(0);
        assertThat(raw.labels()).isEqualTo(FOUR);
        assertThat(bytes(dense).raw(new Split(new int[] {1}, new int[0]), FOUR).test())
                .isEmpty();
    }

    private static int[] range(int from, int to) {
        return IntStream.range(from, to).toArray();
    }

    private static String hash(byte[][] dense, Split split) {
        return bytes(dense).raw(split, FOUR).hash().hex();
    }

    private static String hash(byte[][] dense, int from, int to) {
        ContentHash hash = new ContentHash();
        sparse(dense).hash(range(from, to), hash);
        return hash.hex();
    }

    @Test
    void theHashChangesWithEveryValueRowAndLabelThatIsChosenAndWithNoOther() {
        byte[][] dense = dense();
        byte[][] changed = dense();
        changed[20][COLUMNS - 1] ^= 1;
        Split with = new Split(new int[] {1, 20}, new int[] {2, 3});
        Split inTest = new Split(new int[] {1, 2}, new int[] {20, 3});
        Split without = new Split(new int[] {1, 2}, new int[] {3, 4});

        assertThat(hash(changed, with)).isNotEqualTo(hash(dense, with));
        assertThat(hash(changed, inTest)).isNotEqualTo(hash(dense, inTest));
        assertThat(hash(changed, without)).isEqualTo(hash(dense, without));
        assertThat(hash(dense, new Split(new int[] {1, 20, 2}, new int[] {3}))).isNotEqualTo(hash(dense, with));
        assertThat(hash(changed, 10, 21)).isNotEqualTo(hash(dense, 10, 21));
        assertThat(hash(changed, 0, 20)).isEqualTo(hash(dense, 0, 20));
        byte[][] moved = dense();
        moved[10][0] = 0;
        moved[10][1] = 5;
        dense[10][0] = 5;
        dense[10][1] = 0;
        assertThat(hash(moved, 10, 11)).isNotEqualTo(hash(dense, 10, 11));
    }
}
