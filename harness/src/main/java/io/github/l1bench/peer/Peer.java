package io.github.l1bench.peer;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * A program of other people, as the {@code peer.properties} in its folder tells.
 *
 * @param name that of its folder
 * @param folder where its worker is started
 * @param title what it is, for people
 * @param home address of the program that the worker calls
 * @param licence of that program
 * @param question the problem that it answers
 * @param command that starts the worker, word by word, as it is written; {@link StartCommand} makes it this machine's
 * @param ladder what is asked of it, from loose to tight
 * @param needs what has to be there for it to start, and the command that installs it
 * @param mapping how the suite's problem is put to the program, in sentences; empty where the manifest does not say
 * @param published the setting by which it repeats the published example's run, {@code tol=0.1}; empty where it cannot
 */
public record Peer(
        String name,
        Path folder,
        String title,
        String home,
        String licence,
        Question question,
        List<String> command,
        Ladder ladder,
        String needs,
        String mapping,
        String published) {
    /** The file that makes a folder a peer's. */
    static final String MANIFEST = "peer.properties";

    private static final Set<String> KEYS = new TreeSet<>(
            List.of("title", "home", "licence", "question", "command", "ladder", "needs", "mapping", "published"));

    private static final Pattern SETTING = Pattern.compile("[A-Za-z_]\\w*=[\\w.+-]+");

    // No wildcard, bracket, comma or separator of paths.
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9.-]{0,39}");

    /**
     * Reads the manifest in {@code folder}.
     *
     * @throws IllegalArgumentException in one sentence that names the file, if it is no manifest
     * @throws IOException if it cannot be read
     */
    public static Peer read(Path folder) throws IOException {
        Path file = folder.resolve(MANIFEST);
        Properties properties = new Properties();
        try {
            String text = Files.readString(file, StandardCharsets.UTF_8);
            // Some editors begin a file with a mark of its bytes' order.
            properties.load(new StringReader(text.startsWith("\uFEFF") ? text.substring(1) : text));
            return of(folder, properties);
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException(file + " is no manifest of a peer: it is not written in UTF-8", e);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(file + " is no manifest of a peer: " + e.getMessage(), e);
        }
    }

    private static Peer of(Path folder, Properties properties) {
        String name = folder.toAbsolutePath().normalize().getFileName().toString();
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "its folder is called '" + name + "'; use small letters, digits, dots and hyphens");
        }
        for (String key : properties.stringPropertyNames()) {
            if (!KEYS.contains(key)) {
                throw new IllegalArgumentException("it has a '" + key + "'; known are " + String.join(", ", KEYS));
            }
        }
        return new Peer(
                name,
                folder.toAbsolutePath().normalize(),
                value(properties, "title"),
                value(properties, "home"),
                value(properties, "licence"),
                Question.of(value(properties, "question")),
                List.of(value(properties, "command").split("\\s+")),
                Ladder.parse(value(properties, "ladder")),
                value(properties, "needs"),
                properties.getProperty("mapping", "").strip(),
                setting(properties.getProperty("published", "").strip()));
    }

    private static String setting(String text) {
        if (!text.isEmpty() && !SETTING.matcher(text).matches()) {
            throw new IllegalArgumentException("published is '" + text + "'; write a setting, as tol=0.1");
        }
        return text;
    }

    private static String value(Properties properties, String key) {
        String value = properties.getProperty(key, "").strip();
        if (value.isEmpty()) {
            throw new IllegalArgumentException("it lacks '" + key + "'");
        }
        return value;
    }

    @Override
    public String toString() {
        return name;
    }
}
