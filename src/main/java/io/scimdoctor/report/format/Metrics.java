package io.scimdoctor.report.format;

import java.math.BigDecimal;

/** Writes metrics in the text format of Prometheus: HELP and TYPE once, and the escapes of label values. */
public final class Metrics {
    private final StringBuilder out = new StringBuilder();
    private final String[] common;
    private String name = "";
    private String head = "";

    /** @param commonLabels names and values in turn, which every sample bears */
    public Metrics(String... commonLabels) {
        common = commonLabels.clone();
    }

    /** Begins a metric; one without a sample is left out. */
    public void begin(String newName, String type, String help) {
        name = newName;
        head = "# HELP " + newName + " " + help.replace("\\", "\\\\").replace("\n", "\\n") + "\n# TYPE " + newName + " "
                + type + "\n";
    }

    /** Begins a metric that may rise and fall. */
    public void gauge(String newName, String help) {
        begin(newName, "gauge", help);
    }

    /** A part of a summary. */
    public void part(String suffix, Number value) {
        out.append(name + suffix + " " + plain(value) + "\n");
    }

    private static String plain(Number value) {
        return value instanceof BigDecimal decimal ? decimal.toPlainString() : value.toString();
    }

    public void sample(Number value, String... labels) {
        out.append(head).append(name);
        head = "";
        String separator = labels(labels("{", common), labels);
        out.append((separator.equals("{") ? " " : "} ") + plain(value) + "\n");
    }

    /** A metric of one sample. */
    public void single(String newName, String help, Number value) {
        gauge(newName, help);
        sample(value);
    }

    private String labels(String first, String[] labels) {
        String separator = first;
        for (int i = 0; i + 1 < labels.length; i += 2) {
            out.append(separator + labels[i] + "=\"" + escaped(labels[i + 1]) + "\"");
            separator = ",";
        }
        return separator;
    }

    public static String escaped(String value) {
        return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }

    /** All metrics so far. */
    @Override
    public String toString() {
        return out.toString();
    }
}
