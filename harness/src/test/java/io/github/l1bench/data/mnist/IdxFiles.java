package io.github.l1bench.data.mnist;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

/** Small files in the IDX format. */
public final class IdxFiles {
    private IdxFiles() {}

    /** A file of unsigned bytes. */
    public static byte[] file(int[] lengths, int... values) {
        ByteBuffer file = ByteBuffer.allocate(4 + 4 * lengths.length + values.length);
        file.putInt(0x800 | lengths.length);
        for (int length : lengths) {
            file.putInt(length);
        }
        for (int value : values) {
            file.put((byte) value);
        }
        return file.array();
    }

    /** Three training and two test images, 2 high and 3 wide, with the labels 7, 200, 7 and 9, 200. */
    public static void write(Path folder) throws IOException {
        Files.write(
                folder.resolve(IdxFolder.TRAIN_IMAGES),
                file(new int[] {3, 2, 3}, 1, 2, 3, 4, 5, 6, 0, 0, 255, 0, 0, 0, 128, 0, 0, 0, 0, 9));
        Files.write(folder.resolve(IdxFolder.TRAIN_LABELS), file(new int[] {3}, 7, 200, 7));
        Files.write(
                folder.resolve(IdxFolder.TEST_IMAGES),
                file(new int[] {2, 2, 3}, 11, 12, 13, 14, 15, 16, 0, 0, 0, 0, 0, 21));
        Files.write(folder.resolve(IdxFolder.TEST_LABELS), file(new int[] {2}, 9, 200));
    }
}
