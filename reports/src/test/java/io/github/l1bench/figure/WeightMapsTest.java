package io.github.l1bench.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.awt.Color;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class WeightMapsTest {
    @Test
    void positiveIsBlueNegativeIsRedAndZeroIsWhite() {
        Color positive = Diverging.color(2, 2);
        Color negative = Diverging.color(-2, 2);
        Color zero = Diverging.color(0, 2);

        assertThat(positive).isEqualTo(new Color(0x053061));
        assertThat(negative).isEqualTo(new Color(0x67001F));
        assertThat(zero).isEqualTo(new Color(0xF7F7F7));
    }

    @Test
    void valuesBeyondTheLimitHaveItsColour() {
        assertThat(Diverging.color(9, 2)).isEqualTo(Diverging.color(2, 2));
        assertThat(Diverging.color(-9, 2)).isEqualTo(Diverging.color(-2, 2));
    }

    @Test
    void aThumbnailHasOnePixelForEachWeightInTheirOrder() throws IOException {
        WeightMaps maps = new WeightMaps("a", new double[][] {{0, 1, 0, 0, 0, -1}}, List.of("a"), 3, 2, 1);
        var image = ImageIO.read(new ByteArrayInputStream(maps.thumbnail(0)));

        assertThat(image.getWidth()).isEqualTo(3);
        assertThat(image.getHeight()).isEqualTo(2);
        assertThat(new Color(image.getRGB(1, 0))).isEqualTo(Diverging.color(1, 1));
        assertThat(new Color(image.getRGB(2, 1))).isEqualTo(Diverging.color(-1, 1));
        assertThat(new Color(image.getRGB(0, 1))).isEqualTo(Diverging.color(0, 1));
    }

    @Test
    void weightsThatDoNotFillThePictureAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WeightMaps("a", new double[][] {{0, 1, 2}}, List.of("a"), 2, 2, 1))
                .withMessageContaining("3 weights do not fill a picture of 2 x 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WeightMaps("a", new double[][] {{0, 1}}, List.of(), 2, 1, 1))
                .withMessageContaining("0 captions do not fit 1 pictures");
    }
}
