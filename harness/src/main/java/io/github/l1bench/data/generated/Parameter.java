package io.github.l1bench.data.generated;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A number that a generated data set is given after its colon, {@code gaussian:p=50,rho=0.9}.
 *
 * @param name what stands before the equals sign
 * @param initial its value where it is not given
 * @param least the smallest value
 * @param most the largest
 * @param whole whether it has to be a whole number
 * @param meaning a few words
 */
record Parameter(String name, double initial, double least, double most, boolean whole, String meaning) {
    /** A whole number from {@code least} to {@code most}. */
    static Parameter count(String name, int initial, int least, int most, String meaning) {
        return new Parameter(name, initial, least, most, true, meaning);
    }

    /** A number from {@code least} to {@code most}. */
    static Parameter number(String name, double initial, double least, double most, String meaning) {
        return new Parameter(name, initial, least, most, false, meaning);
    }

    /** The values of a data set's parameters. */
    record Values(Map<Parameter, Double> byParameter) {
        double number(Parameter parameter) {
            return byParameter.get(parameter);
        }

        int count(Parameter parameter) {
            return byParameter.get(parameter).intValue();
        }
    }

    /**
     * Reads {@code name=value,name=value}; a parameter that is not given has its initial value.
     *
     * @param source name of the data set, for messages
     * @throws IllegalArgumentException in one sentence, if a name is unknown or given twice, or a value is not allowed
     */
    static Values read(String source, String text, Parameter... known) {
        Map<Parameter, Double> values = new LinkedHashMap<>();
        for (String pair : text.split(",")) {
            int equals = pair.indexOf('=');
            String name = pair.substring(0, Math.max(equals, 0)).strip();
            Parameter parameter = Arrays.stream(known)
                    .filter(p -> p.name.equals(name))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("the data set " + source + " is given '" + pair
                            + "'; write name=value with a name of " + names(known)));
            if (values.put(
                            parameter,
                            parameter.value(source, pair.substring(equals + 1).strip()))
                    != null) {
                throw new IllegalArgumentException("the data set " + source + " is given " + name + " twice");
            }
        }
        for (Parameter parameter : known) {
            values.putIfAbsent(parameter, parameter.initial);
        }
        return new Values(values);
    }

    private double value(String source, String text) {
        double value = parsed(text);
        if (!(value >= least && value <= most) || whole && value != Math.rint(value)) {
            throw new IllegalArgumentException(
                    "the data set " + source + " is given " + name + "=" + text + "; " + name + " is "
                            + (whole ? "a whole number" : "a number") + " from " + shown(least) + " to " + shown(most));
        }
        return value;
    }

    private static double parsed(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    private static String names(Parameter... known) {
        return Arrays.stream(known).map(Parameter::name).collect(Collectors.joining(", "));
    }

    /** All of them in words, for a list of data sets. */
    static String words(List<Parameter> parameters) {
        return parameters.stream()
                .map(p -> p.name + " " + p.meaning + " (" + shown(p.initial) + ")")
                .collect(Collectors.joining(", "));
    }

    private static String shown(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
}
