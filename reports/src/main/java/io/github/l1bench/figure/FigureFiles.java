package io.github.l1bench.figure;

import io.github.l1bench.result.WholeFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Supplier;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.VectorGraphicsEncoder;
import org.knowm.xchart.VectorGraphicsEncoder.VectorGraphicsFormat;
import org.knowm.xchart.internal.chartpart.IChart;

/** Writes figures as files and as markup for pages. */
public final class FigureFiles {
    private static final int DOTS_PER_INCH = 200;

    private FigureFiles() {}

    /**
     * Builds what needs fonts.
     *
     * @throws IllegalStateException if this Java runtime cannot draw text; the message says what to install
     */
    public static <T> T withFonts(Supplier<T> drawing) {
        try {
            Ink.probe();
        } catch (InternalError | LinkageError | RuntimeException e) {
            throw new IllegalStateException(
                    "this Java runtime has no fonts to draw figures with; apt install fontconfig fonts-dejavu-core", e);
        }
        return drawing.get();
    }

    /**
     * Writes {@code folder/name.png} at 200 dots per inch.
     *
     * @throws IOException if it cannot be written
     */
    public static void writePng(IChart figure, Path folder, String name) throws IOException {
        WholeFile.write(folder.resolve(name + ".png"), temporary -> {
            Path drawn = temporary.resolveSibling(temporary.getFileName() + ".png");
            BitmapEncoder.saveBitmapWithDPI(figure, drawn.toString(), BitmapEncoder.BitmapFormat.PNG, DOTS_PER_INCH);
            Files.move(drawn, temporary, StandardCopyOption.REPLACE_EXISTING);
        });
    }

    /** {@code figure} as an SVG document, its text as outlines. */
    public static String svg(IChart figure) throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        VectorGraphicsEncoder.saveVectorGraphic(figure, content, VectorGraphicsFormat.SVG);
        return content.toString(StandardCharsets.UTF_8);
    }
}
