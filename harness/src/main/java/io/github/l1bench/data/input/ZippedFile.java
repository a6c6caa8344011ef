package io.github.l1bench.data.input;

import java.io.IOException;
import java.io.InputStream;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.ZipException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipMethod;

/** The one file of a zip archive, read from front to back, so that the archive may come through a pipe. */
final class ZippedFile extends InputStream {
    // Programs put the parts of a document into any order.
    private static final Pattern OFFICE =
            Pattern.compile("\\[Content_Types].xml|mimetype|(_rels|docProps|xl|word|ppt)/.*");

    // The archive's reader claims others too, which it has for archives on disk only.
    private static final Set<ZipMethod> WAYS = EnumSet.of(
            ZipMethod.STORED,
            ZipMethod.DEFLATED,
            ZipMethod.ENHANCED_DEFLATED,
            ZipMethod.BZIP2,
            ZipMethod.IMPLODING,
            ZipMethod.UNSHRINKING);

    private final ZipArchiveInputStream archive;
    private final ZipArchiveEntry file;
    private final CRC32 checksum = new CRC32();
    private boolean ended;

    /** @throws Unsuitable if the archive holds no file, or one that cannot be unpacked */
    ZippedFile(InputStream in) throws IOException {
        archive = new Archive(in);
        file = nextFile();
        if (file == null) {
            throw new Unsuitable("is a zip archive without a whole file; fetch it again or pack it again");
        }
        if (OFFICE.matcher(file.getName()).matches()) {
            throw new Unsuitable("is an office document; save its table as CSV");
        }
        if (!archive.canReadEntryData(file) || !WAYS.contains(ZipMethod.getMethodByCode(file.getMethod()))) {
            throw packedInRareWay();
        }
    }

    private static Unsuitable packedInRareWay() {
        return new Unsuitable(
                "is a zip archive that is encrypted or packed in a rare way; unpack it and name the file");
    }

    /** Unpacks without the optional library for Zstandard, which it would otherwise fail to find. */
    private static final class Archive extends ZipArchiveInputStream {
        private Archive(InputStream in) {
            super(in);
        }

        @Override
        protected InputStream createZstdInputStream(InputStream in) throws IOException {
            throw packedInRareWay();
        }
    }

    // The Finder of macOS puts a shadow of every file into a folder of its own.
    private ZipArchiveEntry nextFile() throws IOException {
        ZipArchiveEntry entry = archive.getNextEntry();
        while (entry != null && (entry.isDirectory() || entry.getName().startsWith("__MACOSX/"))) {
            entry = archive.getNextEntry();
        }
        return entry;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        int count = ended ? -1 : archive.read(bytes, from, length);
        if (count > 0) {
            checksum.update(bytes, from, count);
        } else if (count < 0 && !ended) {
            ended = true;
            requireNothingElse();
        }
        return count;
    }

    // The archive's reader leaves the checksum to others; it may stand behind the content only.
    private void requireNothingElse() throws IOException {
        if (nextFile() != null) {
            if (file.getName().endsWith(".npy")) {
                throw new Unsuitable("is an archive of several NumPy arrays; save them as CSV or in LIBSVM's format");
            }
            throw new Unsuitable("is a zip archive of several files; unpack it and name the one you mean");
        }
        if (file.getCrc() >= 0 && file.getCrc() != checksum.getValue()) {
            throw new ZipException("its checksum is wrong");
        }
    }

    @Override
    public void close() throws IOException {
        archive.close();
    }
}
