package io.scimdoctor.cli.process;

import java.util.ArrayList;
import java.util.List;

/** The values of {@code -o}, read from the raw words, because parsing may be what failed. */
public record AskedFormats(List<String> values) {
    public static AskedFormats of(List<String> words) {
        List<String> values = new ArrayList<>();
        String previous = "";
        for (String word : words) {
            if (previous.equals("-o") || previous.equals("--output")) {
                values.add(word);
            } else if (word.startsWith("--output=")) {
                values.add(word.substring("--output=".length()));
            } else if (word.startsWith("-o") && word.length() > 2) {
                values.add(word.substring(word.charAt(2) == '=' ? 3 : 2));
            }
            previous = word;
        }
        return new AskedFormats(values);
    }

    /** Whether the format was asked for on standard output. */
    public boolean has(String format) {
        for (String value : values) {
            if (value.equalsIgnoreCase(format)) {
                return true;
            }
        }
        return false;
    }

    /** The files that were asked to hold JSON. */
    public List<String> jsonFiles() {
        List<String> files = new ArrayList<>();
        for (String value : values) {
            int equals = value.indexOf('=');
            String format = equals < 0 ? "" : value.substring(0, equals);
            if (format.equalsIgnoreCase("json") || format.equalsIgnoreCase("ndjson")) {
                files.add(value.substring(equals + 1));
            }
        }
        return files;
    }
}
