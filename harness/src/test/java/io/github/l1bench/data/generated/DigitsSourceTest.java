package io.github.l1bench.data.generated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.l1bench.data.DataInfo;
import io.github.l1bench.data.DataRequest;
import io.github.l1bench.data.DataSources;
import io.github.l1bench.data.Dataset;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DigitsSourceTest {
    private static final int PIXELS = 28 * 28;

    @Test
    void hasMnistsShapeAndDensity() {
        DataInfo info = DataSources.load(DataRequest.of("digits")).info();

        assertThat(info.trainRows()).isEqualTo(5_000);
        assertThat(info.testRows()).isEqualTo(10_000);
        assertThat(info.features()).isEqualTo(PIXELS);
        assertThat(info.classes()).isEqualTo(10);
        assertThat(info.nonzeroPercent()).isBetween(15.0, 23.0);
        assertThat(info.isImage()).isTrue();
    }

    @Test
    void saysThatItIsNotMnistAndHowToGetMnist() {
        DataInfo info = DataSources.load(request(10, 0)).info();

        assertThat(info.notice())
                .contains("procedural digits")
                .contains("not MNIST")
                .contains("--mnist-dir");
        assertThat(info.title()).contains("not MNIST");
    }

    @Test
    void drawsTheSameBitsOnEveryJavaRelease() {
        Dataset digits = DataSources.load(request(500, 500));

        assertThat(digits.info().sha256())
                .isEqualTo("eabb18d182c6a079d207b33aee842fd698c521e07e1b1f0d3b4a9c5f1872cba8");
    }

    @Test
    void moreRowsChangeNothingInTheFirstOnes() {
        DigitImages few = new DigitImages(3, 20, 30);
        DigitImages many = new DigitImages(3, 200, 40);
        for (int i = 0; i < 20; i++) {
            assertThat(many.bytes(i)).isEqualTo(few.bytes(i));
            assertThat(many.label(i)).isEqualTo(few.label(i));
        }
        for (int i = 0; i < 30; i++) {
            assertThat(many.bytes(200 + i)).isEqualTo(few.bytes(20 + i));
            assertThat(many.label(200 + i)).isEqualTo(few.label(20 + i));
        }
    }

    @Test
    void noTwoRowsAreTheSamePicture() {
        DigitImages images = new DigitImages(0, 1_000, 1_000);

        assertThat(IntStream.range(0, images.rows())
                        .mapToObj(i -> Arrays.hashCode(images.bytes(i)))
                        .distinct())
                .hasSize(images.rows());
    }

    @Test
    void anotherSeedDrawsOtherPictures() {
        String zero = DataSources.load(request(100, 0)).info().sha256();

        assertThat(DataSources.load(request(100, 0).withSeed(1)).info().sha256())
                .isNotEqualTo(zero);
        assertThat(DataSources.load(request(100, 0)).info().sha256()).isEqualTo(zero);
    }

    @Test
    void moreRowsThanFitAreAClearError() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DataSources.load(request(Integer.MAX_VALUE, Integer.MAX_VALUE)))
                .withMessageContaining("digits has 2000000 in all");
    }

    @Test
    void aStandardisedDataSetHasAnotherHashThanARawOne() {
        DataRequest request = request(10, 0);

        assertThat(DataSources.load(request.withoutStandardization()).info().sha256())
                .isNotEqualTo(DataSources.load(request).info().sha256());
    }

    @Test
    void everyDigitComesAboutAsOften() {
        int[] counts = new int[10];
        for (int label : DataSources.load(request(5_000, 0)).trainLabels()) {
            counts[label]++;
        }
        assertThat(Arrays.stream(counts)).allMatch(count -> count > 400 && count < 600);
    }

    @Test
    void theBorderOfThePaperStaysNearlyEmptyAndTheMiddleIsUsed() {
        DigitImages images = new DigitImages(0, 1_000, 0);
        int corner = 0;
        int middle = 0;
        for (int i = 0; i < images.rows(); i++) {
            corner += images.bytes(i)[0] != 0 ? 1 : 0;
            middle += images.bytes(i)[14 * 28 + 14] != 0 ? 1 : 0;
        }
        assertThat(corner).isZero();
        assertThat(middle).isBetween(300, 900);
    }

    private static DataRequest request(int train, int test) {
        return DataRequest.of("digits").withRows(train, test);
    }
}
