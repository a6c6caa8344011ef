package io.github.l1bench.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LabelPlacerTest {
    private static final Rectangle2D ROOM = new Rectangle2D.Double(50, 20, 400, 300);

    @Test
    void labelsOfPointsCloseTogetherDoNotCoverEachOtherOrThePoints() {
        LabelPlacer placer = new LabelPlacer(ROOM);
        List<Rectangle2D> boxes = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            placer.avoid(200 + 5 * i, 150 + 3 * i, 4);
        }
        for (int i = 0; i < 6; i++) {
            boxes.add(placer.besidePoint("a label " + i, 200 + 5 * i, 150 + 3 * i, 5)
                    .box());
        }

        for (int i = 0; i < 6; i++) {
            assertThat(ROOM.contains(boxes.get(i))).isTrue();
            for (int j = 0; j < i; j++) {
                assertThat(boxes.get(i).intersects(boxes.get(j))).isFalse();
            }
            for (int j = 0; j < 6; j++) {
                assertThat(boxes.get(i).contains(200 + 5 * j, 150 + 3 * j)).isFalse();
            }
        }
    }

    @Test
    void aPointInACornerHasItsLabelInside() {
        for (double[] corner : new double[][] {{50, 20}, {450, 20}, {50, 320}, {450, 320}}) {
            Rectangle2D box = new LabelPlacer(ROOM)
                    .besidePoint("in the corner", corner[0], corner[1], 5)
                    .box();
            assertThat(ROOM.contains(box)).isTrue();
        }
    }

    @Test
    void aLineIsNamedBesideIt() {
        LabelPlacer.Label name = new LabelPlacer(ROOM).alongLine("name", true, 100);

        assertThat(name.leader()).isNull();
        assertThat(name.box().getMaxY()).isBetween(95.0, 100.0);
    }
}
