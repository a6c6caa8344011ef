package io.github.l1bench.figure;

import de.erichseifert.vectorgraphics2d.Processor;
import de.erichseifert.vectorgraphics2d.VectorGraphics2D;
import de.erichseifert.vectorgraphics2d.pdf.PDFProcessor;
import de.erichseifert.vectorgraphics2d.svg.SVGProcessor;
import de.erichseifert.vectorgraphics2d.util.PageSize;
import io.github.l1bench.io.WholeFile;
import java.awt.Font;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.knowm.xchart.BitmapEncoder;
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
            BitmapEncoder.saveBitmapWithDPI(
                    figure, temporary.toString(), BitmapEncoder.BitmapFormat.PNG, DOTS_PER_INCH);
        });
    }

    /** {@code figure} as an SVG document, its text as outlines. */
    public static String svg(IChart figure) throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        write(figure, new SVGProcessor(), content);
        return content.toString(StandardCharsets.UTF_8);
    }

    /**
     * Writes {@code folder/name.pdf}, its text as outlines.
     *
     * @throws IOException if it cannot be written
     */
    public static void writePdf(IChart figure, Path folder, String name) throws IOException {
        WholeFile.write(folder.resolve(name + ".pdf"), temporary -> {
            try (OutputStream out = Files.newOutputStream(temporary)) {
                write(figure, new PDFProcessor(true), out);
            }
        });
    }

    private static void write(IChart figure, Processor format, OutputStream out) throws IOException {
        VectorGraphics2D graphics = new Outlines();
        figure.paint(graphics, figure.getWidth(), figure.getHeight());
        PageSize size = new PageSize(figure.getWidth(), figure.getHeight());
        format.getDocument(graphics.getCommands(), size).writeTo(out);
    }

    /** All text is drawn as outlines; for a font, of no use then, all fonts of the system would be searched. */
    private static final class Outlines extends VectorGraphics2D {
        @Override
        public void setFont(Font font) {
            // see above
        }
    }
}
