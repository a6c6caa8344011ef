package io.github.l1bench.code;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The classes that a class file names in its constant pool (Java Virtual Machine Specification, section 4.4). */
final class ClassReferences {
    private static final int UTF8 = 1;
    private static final int LONG = 5;
    private static final int DOUBLE = 6;
    private static final int CLASS = 7;
    private static final int STRING = 8;
    private static final int NAME_AND_TYPE = 12;
    private static final int METHOD_HANDLE = 15;
    private static final int METHOD_TYPE = 16;
    private static final int MODULE = 19;
    private static final int PACKAGE = 20;

    private static final Pattern IN_DESCRIPTOR = Pattern.compile("L([^;]+);");

    private final String[] texts;
    private final boolean[] isClass;
    private final boolean[] isDescriptor;

    private ClassReferences(int size) {
        texts = new String[size];
        isClass = new boolean[size];
        isDescriptor = new boolean[size];
    }

    /** Internal names, such as {@code java/lang/Object}, of all classes that {@code classFile} names, in order. */
    static Set<String> of(byte[] classFile) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(classFile))) {
            in.readInt(); // magic number
            in.readInt(); // version
            ClassReferences pool = new ClassReferences(in.readUnsignedShort());
            pool.read(in);
            return pool.names();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read(DataInputStream in) throws IOException {
        for (int i = 1; i < texts.length; i++) {
            int tag = in.readUnsignedByte();
            switch (tag) {
                case UTF8 -> texts[i] = in.readUTF();
                case CLASS -> isClass[in.readUnsignedShort()] = true;
                case METHOD_TYPE -> isDescriptor[in.readUnsignedShort()] = true;
                case NAME_AND_TYPE -> {
                    in.readUnsignedShort();
                    isDescriptor[in.readUnsignedShort()] = true;
                }
                case LONG, DOUBLE -> {
                    in.readLong();
                    i++; // takes two places
                }
                case STRING, MODULE, PACKAGE -> in.readUnsignedShort();
                case METHOD_HANDLE -> {
                    in.readUnsignedByte();
                    in.readUnsignedShort();
                }
                default -> in.readInt(); // numbers of four bytes, and pairs of places
            }
        }
    }

    private Set<String> names() {
        Set<String> names = new TreeSet<>();
        for (int i = 1; i < texts.length; i++) {
            boolean isArray = isClass[i] && texts[i].startsWith("[");
            if (isClass[i] && !isArray) {
                names.add(texts[i]);
            } else if (isArray || isDescriptor[i]) {
                Matcher inside = IN_DESCRIPTOR.matcher(texts[i]);
                while (inside.find()) {
                    names.add(inside.group(1));
                }
            }
        }
        return names;
    }
}
