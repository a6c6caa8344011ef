package io.github.l1bench.code;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Fingerprints of code: SHA-256 over the class files of some classes and of all classes that these name, directly or
 * through others, on the class path. The JDK's own classes are left out. Names and bytes count, in the order of names;
 * in which jar a class lies, and when it was packed, does not. What is found by name at run time, as by
 * {@link java.util.ServiceLoader}, is not seen: so a solver's code does not contain the other solvers.
 */
public final class CodeFingerprint {
    private record ClassFile(byte[] hash, Set<String> references) {}

    // What solvers have in common is read once; a class does not change while the machine runs that has loaded it.
    private static final Map<String, ClassFile> READ = new ConcurrentHashMap<>();

    // Many problems ask for the same ones; none is kept of a class that cannot be read.
    private static final Map<List<Class<?>>, String> KNOWN = new ConcurrentHashMap<>();

    private CodeFingerprint() {}

    /**
     * The fingerprint of {@code roots} and all that they use, hexadecimal; null where the class file of a root cannot
     * be read, as that of a class made at run time.
     */
    public static String of(Class<?>... roots) {
        return KNOWN.computeIfAbsent(List.of(roots), CodeFingerprint::compute);
    }

    private static String compute(List<Class<?>> roots) {
        Map<String, ClassFile> closure = new TreeMap<>();
        for (Class<?> root : roots) {
            if (!collect(root, closure)) {
                return null;
            }
        }
        MessageDigest digest = sha256();
        closure.forEach((name, file) -> {
            digest.update(name.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            digest.update(file.hash());
        });
        return HexFormat.of().formatHex(digest.digest());
    }

    private static boolean collect(Class<?> root, Map<String, ClassFile> closure) {
        ClassLoader loader = root.getClassLoader();
        Deque<String> open = new ArrayDeque<>();
        open.add(root.getName().replace('.', '/'));
        boolean found = false;
        while (!open.isEmpty()) {
            String name = open.remove();
            Optional<ClassFile> file = closure.containsKey(name) ? Optional.empty() : classFile(loader, name);
            if (file.isPresent()) {
                closure.put(name, file.get());
                open.addAll(file.get().references());
            }
            found |= closure.containsKey(name);
        }
        return found;
    }

    private static Optional<ClassFile> classFile(ClassLoader loader, String name) {
        URL url = loader == null ? null : loader.getResource(name + ".class");
        if (url == null || url.getProtocol().equals("jrt")) {
            return Optional.empty();
        }
        return Optional.of(READ.computeIfAbsent(url.toString(), address -> read(url)));
    }

    private static ClassFile read(URL url) {
        try (InputStream in = url.openStream()) {
            byte[] bytes = in.readAllBytes();
            return new ClassFile(sha256().digest(bytes), ClassReferences.of(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
