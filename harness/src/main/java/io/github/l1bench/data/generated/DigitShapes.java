package io.github.l1bench.data.generated;

/**
 * The strokes of the ten digits, each in the ways in which people write it. A stroke is a list of points (x, y) in the
 * unit square, y downwards, through which a smooth curve runs; where a digit has a corner one stroke ends and the next
 * begins.
 */
final class DigitShapes {
    private static final String[][] SHAPES = {
        {".50 .00  .22 .16  .12 .50  .22 .84  .50 1.0  .78 .84  .88 .50  .78 .16  .48 .01"},
        {".50 .00  .51 .50  .50 1.0", ".34 .20  .46 .10  .54 .00 | .54 .00  .53 .50  .52 1.0"},
        {
            ".16 .24  .30 .05  .58 .00  .80 .17  .72 .43  .44 .72  .14 .98 | .14 .98  .50 .97  .88 .95",
            ".18 .22  .36 .03  .64 .03  .80 .22  .68 .50  .40 .80  .16 .96  .12 .82  .30 .78  .58 .93  .90 .92"
        },
        {
            ".18 .12  .48 .00  .78 .13  .72 .37  .42 .47 | .42 .47  .78 .56  .84 .80  .52 1.0  .14 .88",
            ".16 .03  .48 .02  .80 .03 | .80 .03  .62 .22  .46 .40 | .46 .40  .78 .50  .82 .80  .50 1.0  .14 .90"
        },
        {
            ".22 .00  .16 .28  .16 .54 | .16 .54  .50 .55  .88 .50 | .72 .04  .68 .50  .64 1.0",
            ".64 .00  .36 .32  .08 .64 | .08 .64  .50 .64  .90 .62 | .64 .00  .64 .50  .62 1.0"
        },
        {
            ".82 .02  .56 .02  .30 .03 | .30 .03  .26 .22  .22 .43 | .22 .43  .54 .36  .82 .56  .74 .88  .44 1.0  .12 .88",
            ".86 .06  .60 .02  .36 .04  .26 .20  .30 .38  .56 .46  .78 .64  .70 .90  .40 1.0  .14 .90"
        },
        {
            ".70 .00  .38 .22  .17 .60  .26 .92  .54 1.0  .80 .84  .76 .58  .50 .50  .24 .66",
            ".52 .00  .32 .34  .22 .72  .34 .96  .60 .98  .78 .80  .66 .58  .42 .58  .24 .76"
        },
        {
            ".12 .06  .50 .05  .86 .03 | .86 .03  .62 .42  .44 1.0",
            ".14 .06  .50 .04  .86 .04 | .86 .04  .66 .46  .50 1.0 | .36 .52  .58 .50  .82 .48"
        },
        {".78 .14  .50 .00  .24 .16  .38 .40  .70 .60  .80 .84  .50 1.0  .20 .84  .32 .58  .62 .40  .76 .16"},
        {
            ".80 .18  .50 .00  .20 .20  .26 .44  .56 .48  .80 .22 | .80 .18  .76 .58  .66 1.0",
            ".78 .16  .46 .02  .18 .22  .30 .46  .60 .44  .78 .18  .82 .58  .70 .90  .34 .98"
        }
    };

    private static final double[][][][] POINTS = parse();

    private DigitShapes() {}

    /** Number of ways in which {@code digit} is written. */
    static int count(int digit) {
        return POINTS[digit].length;
    }

    /** Strokes of one way of writing {@code digit}: x and y in turn. Do not modify. */
    static double[][] strokes(int digit, int way) {
        return POINTS[digit][way];
    }

    private static double[][][][] parse() {
        double[][][][] points = new double[SHAPES.length][][][];
        for (int digit = 0; digit < points.length; digit++) {
            points[digit] = new double[SHAPES[digit].length][][];
            for (int way = 0; way < points[digit].length; way++) {
                points[digit][way] = strokes(SHAPES[digit][way].split("\\|"));
            }
        }
        return points;
    }

    private static double[][] strokes(String[] texts) {
        double[][] strokes = new double[texts.length][];
        for (int s = 0; s < texts.length; s++) {
            String[] numbers = texts[s].trim().split("\\s+");
            strokes[s] = new double[numbers.length];
            for (int t = 0; t < numbers.length; t++) {
                strokes[s][t] = Double.parseDouble(numbers[t]);
            }
        }
        return strokes;
    }
}
