package example;

import io.github.l1bench.data.DataOption;
import io.github.l1bench.data.DataRequest;
import io.github.l1bench.data.DataSource;
import io.github.l1bench.data.Dataset;
import io.github.l1bench.data.FeatureScaling;
import io.github.l1bench.data.Identity;
import io.github.l1bench.data.RowCounts;
import io.github.l1bench.data.SparseRows;
import io.github.l1bench.data.Split;
import java.util.List;
import java.util.Random;

/**
 * Two half moons in the plane, one reaching into the other: a data set of one's own, in a jar of its own. The line in
 * META-INF/services makes it known to every command.
 */
public final class TwoMoons implements DataSource {
    private static final DataOption NOISE =
            new DataOption("noise", "TENTHS", "standard deviation of the noise, in tenths of a moon's radius (1)");

    @Override
    public String name() {
        return "moons";
    }

    @Override
    public String description() {
        return "two half moons in the plane, which no straight line separates";
    }

    @Override
    public List<DataOption> options() {
        return List.of(NOISE);
    }

    @Override
    public Dataset load(DataRequest request) {
        RowCounts counts = RowCounts.of(request, 200, 200, 1_000_000);
        double noise = request.number(NOISE, 0).orElse(1) / 10.0;
        Random random = new Random(request.seed());
        SparseRows rows = new SparseRows(2);
        for (int i = 0; i < counts.train() + counts.test(); i++) {
            boolean upper = i % 2 == 0;
            double angle = Math.PI * random.nextDouble();
            double x = upper ? StrictMath.cos(angle) : 1 - StrictMath.cos(angle);
            double y = upper ? StrictMath.sin(angle) : 0.5 - StrictMath.sin(angle);
            rows.addRow(upper ? 0 : 1, x + noise * random.nextGaussian(), y + noise * random.nextGaussian());
        }
        return rows.raw(Split.inOrder(counts), List.of("upper", "lower"))
                .standardized(
                        new Identity(name(), "Two moons", "drawn with seed " + request.seed(), request.seed()),
                        request.standardize() ? FeatureScaling.CENTRED : FeatureScaling.NONE);
    }
}
