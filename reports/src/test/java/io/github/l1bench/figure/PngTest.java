package io.github.l1bench.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Node;

class PngTest {
    @Test
    void anotherReaderFindsEveryPixelAndTheResolution() throws IOException {
        BufferedImage image = new BufferedImage(37, 23, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < 23; y++) {
            for (int x = 0; x < 37; x++) {
                image.setRGB(x, y, 0xFF000000 | 7_654_321 * (y * 37 + x));
            }
        }
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        Png.write(image, 200, file);

        ImageReader reader = ImageIO.getImageReadersByFormatName("png").next();
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(file.toByteArray()))) {
            reader.setInput(in);
            BufferedImage read = reader.read(0);
            Node sizes = reader.getImageMetadata(0).getAsTree("javax_imageio_png_1.0");

            assertThat(read.getRGB(0, 0, 37, 23, null, 0, 37)).isEqualTo(image.getRGB(0, 0, 37, 23, null, 0, 37));
            assertThat(attribute(sizes, "pixelsPerUnitXAxis")).isEqualTo("7874");
            assertThat(attribute(sizes, "pixelsPerUnitYAxis")).isEqualTo("7874");
            assertThat(attribute(sizes, "unitSpecifier")).isEqualTo("meter");
        } finally {
            reader.dispose();
        }
    }

    private static String attribute(Node metadata, String name) {
        for (Node node = metadata.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node.getNodeName().equals("pHYs")) {
                return node.getAttributes().getNamedItem(name).getNodeValue();
            }
        }
        throw new AssertionError("no resolution");
    }
}
