package io.github.l1bench.data.generated;

import io.github.l1bench.data.ClassNames;
import io.github.l1bench.data.DataRequest;
import io.github.l1bench.data.DataSource;
import io.github.l1bench.data.Dataset;
import io.github.l1bench.data.FeatureScaling;
import io.github.l1bench.data.Identity;
import io.github.l1bench.data.PublishedExample;
import io.github.l1bench.data.Remembered;
import io.github.l1bench.data.RowCounts;
import io.github.l1bench.data.Split;

/** Procedural digits, the embedded stand-in for MNIST: the program draws them, so they are always there. */
public final class DigitsSource implements DataSource {
    // so that the nonzeros can be counted in an int
    private static final int MOST_ROWS = 2_000_000;
    private static final String NOTICE =
            "These are procedural digits drawn by this program, not MNIST. For MNIST put its four files into a folder"
                    + " and name it with --mnist-dir, -Dmnist.dir or MNIST_DIR, or choose the data set mnist with a"
                    + " network connection.";

    private final Remembered<Drawing, DigitImages> remembered = new Remembered<>();

    @Override
    public String name() {
        return "digits";
    }

    @Override
    public String description() {
        return "procedural handwritten digits, 28 x 28, drawn by the program: not MNIST, but always there";
    }

    @Override
    public boolean isGenerated() {
        return true;
    }

    @Override
    public Dataset load(DataRequest request) {
        RowCounts counts = RowCounts.of(request, PublishedExample.TRAIN_ROWS, PublishedExample.TEST_ROWS, MOST_ROWS);
        String origin = "drawn by the program with seed " + request.seed();
        Identity identity = new Identity(name(), "Procedural digits (not MNIST)", origin, request.seed())
                .withNotice(NOTICE)
                .asImages(InkCanvas.SIDE, InkCanvas.SIDE);
        Drawing drawing = new Drawing(request.seed(), counts);
        return remembered
                .get(drawing, drawing::images)
                .raw(Split.inOrder(counts), ClassNames.numbered(10))
                .standardized(identity, request.standardize() ? FeatureScaling.CENTRED : FeatureScaling.NONE);
    }

    private record Drawing(int seed, RowCounts counts) {
        DigitImages images() {
            return new DigitImages(seed, counts.train(), counts.test());
        }
    }
}
