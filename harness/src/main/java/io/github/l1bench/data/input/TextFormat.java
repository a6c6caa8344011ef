package io.github.l1bench.data.input;

import io.github.l1bench.data.DataException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The formats of text that rows come in, told apart by the first line that is neither empty nor a comment. */
public enum TextFormat {
    /** Lines of {@code label index:value index:value ...}. */
    LIBSVM("in LIBSVM's format", "libsvm:"),
    /** Tables separated by commas, tabs or semicolons. */
    CSV("a CSV table", "csv:"),
    /** Weka's format, and OpenML's. */
    ARFF("an ARFF file", "arff:");

    private static final Pattern PAIR = Pattern.compile("(qid|\\d+):([^,;]*|[+-]?\\d+,\\d+)");
    private static final Pattern SEPARATOR = Pattern.compile("[,;\\t]");

    private final String words;
    private final String prefix;

    TextFormat(String words, String prefix) {
        this.words = words;
        this.prefix = prefix;
    }

    /**
     * Requires that {@code content} is not clearly of another format.
     *
     * @throws DataException if it is; the message says how to name it
     */
    public void require(TextContent content) {
        of(content.head()).filter(found -> found != this).ifPresent(found -> {
            throw new DataException(content.name() + " is " + found.words + "; name it as data set " + found.prefix
                    + content.argument());
        });
    }

    /** The format of a text that begins with {@code head}; empty where that does not show. */
    static Optional<TextFormat> of(String head) {
        return head.lines()
                .map(line -> line.replaceFirst("#.*", "").strip())
                .filter(line -> !line.isEmpty() && !line.startsWith("%"))
                .findFirst()
                .flatMap(TextFormat::ofLine);
    }

    private static Optional<TextFormat> ofLine(String line) {
        String keyword = line.toLowerCase(Locale.ROOT);
        if (keyword.startsWith("@relation") || keyword.startsWith("@attribute")) {
            return Optional.of(ARFF);
        }
        String[] words = line.split("\\s+", 3);
        if (words.length > 1 && PAIR.matcher(words[1]).matches()) {
            return Optional.of(LIBSVM);
        }
        return SEPARATOR.matcher(line).find() ? Optional.of(CSV) : Optional.empty();
    }
}
