package io.github.l1bench.collection;

import io.github.l1bench.data.DataException;
import io.github.l1bench.data.DataOption;
import io.github.l1bench.data.DataRequest;
import io.github.l1bench.data.DataSources;
import io.github.l1bench.data.input.Quote;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Reads a collection: lines of words. {@code family NAME} says what the lines below are, {@code budget SECONDS} how long
 * a solver may take on an instance, and every other line is {@code NAME DATA penalty=R,R key=value ...}: an instance for
 * each penalty, called {@code NAME-R}. What follows a # is a remark.
 */
final class CollectionReader {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9.-]{0,79}");
    private static final double USUAL_BUDGET = 3;
    // The results are written whole after each of them.
    private static final int MOST_INSTANCES = 10_000;

    private final String name;
    private final String source;
    private final Map<String, Integer> lineOf = new LinkedHashMap<>();
    private final Map<Instance, Integer> problems = new LinkedHashMap<>();
    private final List<Instance> instances = new ArrayList<>();
    private String family = "other";
    private Double budget;

    /** @param source what messages call the file */
    CollectionReader(String name, String source) {
        this.name = name;
        this.source = source;
    }

    /** @throws IllegalArgumentException in one sentence that names the line, if one is wrong */
    Collection read(List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            try {
                List<String> words = CollectionLine.words(lines.get(i));
                if (!words.isEmpty()) {
                    line(i + 1, words);
                }
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(source + ", line " + (i + 1) + ": " + e.getMessage(), e);
            }
        }
        if (instances.isEmpty()) {
            throw new IllegalArgumentException(
                    source + " lists no instance; write lines such as 'mine csv:mine.csv penalty=0.1'");
        }
        return new Collection(name, budget == null ? USUAL_BUDGET : budget, List.copyOf(instances));
    }

    private void line(int number, List<String> words) {
        String first = words.get(0);
        if (words.size() < 2) {
            throw new IllegalArgumentException(
                    Quote.of(first) + " stands alone; write 'NAME DATA penalty=R', 'family NAME' or 'budget SECONDS'");
        }
        if (first.equals("family")) {
            family = String.join(" ", words.subList(1, words.size()));
        } else if (first.equals("budget")) {
            budget(words);
        } else {
            instances(number, first, words.get(1), values(words.subList(2, words.size())));
        }
    }

    private void budget(List<String> words) {
        if (budget != null) {
            throw new IllegalArgumentException("there is a budget already; it holds for the whole collection");
        }
        if (words.size() > 2) {
            throw new IllegalArgumentException("more follows the budget of " + Quote.of(words.get(1))
                    + "; it is one number, of seconds, as in 'budget 2.5'");
        }
        budget = positive("the budget", words.get(1));
    }

    private static Map<String, String> values(List<String> words) {
        Map<String, String> values = new TreeMap<>();
        for (String word : words) {
            int equals = word.indexOf('=');
            String key = equals < 0 ? word : word.substring(0, equals);
            if (values.put(key, equals < 0 ? "" : word.substring(equals + 1)) != null) {
                throw new IllegalArgumentException(Quote.plain(key) + " is given twice");
            }
        }
        return values;
    }

    private void instances(int number, String title, String data, Map<String, String> values) {
        String penalties = values.remove("penalty");
        if (penalties == null || penalties.isEmpty()) {
            throw new IllegalArgumentException(Quote.plain(title)
                    + " has no penalty; write penalty=0.1 or penalty=0.5,0.1,0.01, shares of lambda max");
        }
        Integer train = count(values, "train", 1);
        Integer test = count(values, "test", 0);
        Integer seed = count(values, "seed", 0);
        boolean standardize = yes(values);
        DataRequest request =
                new DataRequest(data, values, true, OptionalInt.empty(), OptionalInt.empty(), 0, standardize);
        requireData(data);
        requireOptions(request);
        check(request);
        for (String penalty : penalties.split(",", -1)) {
            double ratio = positive("the penalty", penalty);
            if (ratio >= 1) {
                throw new IllegalArgumentException("the penalty is " + penalty
                        + " times lambda max, where all weights are zero; give a share below 1");
            }
            add(
                    number,
                    new Instance(
                            title + "-" + penalty,
                            family,
                            data,
                            Map.copyOf(values),
                            train,
                            test,
                            standardize,
                            ratio,
                            seed == null ? 0 : seed));
        }
    }

    private void add(int number, Instance instance) {
        if (!NAME.matcher(instance.name()).matches()) {
            throw new IllegalArgumentException(Quote.of(instance.name())
                    + " is no name of an instance, which is a folder's; use small letters, digits, dots and hyphens");
        }
        if (instances.size() == MOST_INSTANCES) {
            throw new IllegalArgumentException("these are more than " + MOST_INSTANCES
                    + " instances, whose results are one file and one page; make several collections of them");
        }
        Integer before = lineOf.putIfAbsent(instance.name(), number);
        if (before != null) {
            throw new IllegalArgumentException(
                    "there is an instance " + instance.name() + " in line " + before + "; give this one another name");
        }
        Integer same = problems.putIfAbsent(nameless(instance), number);
        if (same != null) {
            throw new IllegalArgumentException(instance.name() + " is the same problem as one in line " + same
                    + "; leave one of them out, or give it another penalty or seed");
        }
        instances.add(instance);
    }

    private static Instance nameless(Instance i) {
        return new Instance(
                "", "", i.data(), i.options(), i.trainRows(), i.testRows(), i.standardize(), i.ratio(), i.seed());
    }

    private static void requireData(String data) {
        if (data.startsWith(InstanceSource.PREFIX)) {
            throw new IllegalArgumentException(
                    Quote.of(data) + " is an instance and no data; copy the line of its collection");
        }
    }

    private static void requireOptions(DataRequest request) {
        List<DataOption> own = DataSources.named(request.name()).options();
        for (String option : request.options().keySet()) {
            if (own.stream().noneMatch(o -> o.name().equals(option))) {
                throw new IllegalArgumentException(Quote.of(option) + " is nothing that " + request.name()
                        + " takes; there are penalty, train, test, seed, standardize"
                        + own.stream().map(o -> ", " + o.name()).reduce("", String::concat));
            }
        }
    }

    // What breaks in a source of somebody else's is no wrong line: the run leaves it out by name.
    private static void check(DataRequest request) {
        try {
            DataSources.check(request);
        } catch (IllegalArgumentException | DataException e) {
            throw e;
        } catch (RuntimeException e) {
            // told when its data are loaded
        }
    }

    private static boolean yes(Map<String, String> values) {
        String text = values.remove("standardize");
        if (text != null && !text.equals("yes") && !text.equals("no")) {
            throw new IllegalArgumentException("standardize is " + Quote.of(text) + "; it is yes or no");
        }
        return !"no".equals(text);
    }

    private static Integer count(Map<String, String> values, String key, int least) {
        String text = values.remove(key);
        if (text == null) {
            return null;
        }
        if (!text.matches("\\d{1,9}") || Integer.parseInt(text) < least) {
            throw new IllegalArgumentException(
                    key + " is " + Quote.of(text) + "; it is a whole number from " + least + " on");
        }
        return Integer.valueOf(text);
    }

    private static double positive(String what, String text) {
        double value = Double.NaN;
        if (text.matches("[0-9.eE+-]+")) {
            try {
                value = Double.parseDouble(text);
            } catch (NumberFormatException e) {
                // said below
            }
        }
        if (Double.isInfinite(value)) {
            throw new IllegalArgumentException(what + " is " + Quote.of(text) + ", which is beyond all doubles");
        }
        if (!(value > 0)) {
            throw new IllegalArgumentException(what + " is " + Quote.of(text) + "; it is a positive number");
        }
        return value;
    }
}
