package io.scimdoctor.report.format;

import java.io.IOException;
import java.io.Writer;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** Writes one test suite as JUnit's XML, in the order and with the attributes that the strictest of its schemas wants. */
public final class JunitXml {
    /** The schemas take a time without a zone; it is UTC. */
    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final StringBuilder properties = new StringBuilder();
    private final StringBuilder cases = new StringBuilder();
    private final Map<Outcome, Integer> ended = new EnumMap<>(Outcome.class);
    private int tests;

    public JunitXml() {
        property("scimdoctor.version", Version.text());
    }

    /** How a test case ended. */
    public enum Outcome {
        PASSED,
        FAILURE,
        ERROR,
        SKIPPED
    }

    /**
     * One test case.
     *
     * @param message one line, or empty for one that passed
     * @param type the kind of failure
     * @param detail the long text of a failure
     */
    public record Case(
            String group, String name, Duration time, Outcome outcome, String message, String type, String detail) {
        /** One that took no time, with nothing to tell but a line. */
        public Case(String group, String name, Outcome outcome, String message) {
            this(group, name, Duration.ZERO, outcome, message, "unknown", "");
        }
    }

    /** A property of the suite. */
    public void property(String name, Object value) {
        properties.append("<property");
        attribute(properties, "name", name);
        attribute(properties, "value", value);
        properties.append("/>\n");
    }

    public void add(Case one) {
        tests++;
        ended.merge(one.outcome(), 1, Integer::sum);
        cases.append("<testcase");
        attribute(cases, "classname", one.group());
        attribute(cases, "name", one.name());
        attribute(cases, "time", Amounts.seconds(one.time()).toPlainString());
        cases.append('>');
        if (one.outcome() != Outcome.PASSED) {
            String element = one.outcome().name().toLowerCase(Locale.ROOT);
            boolean skipped = one.outcome() == Outcome.SKIPPED;
            cases.append("\n<" + element);
            attribute(cases, "message", one.message());
            if (!skipped) {
                attribute(cases, "type", one.type());
            }
            cases.append(">" + (skipped ? "" : XmlText.escaped(one.detail())) + "</" + element + ">\n");
        }
        cases.append("</testcase>\n");
    }

    /**
     * Writes the suite.
     *
     * @param log what is said about it as a whole
     */
    public void write(String name, Instant at, Duration time, String log, Writer target) throws IOException {
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n<testsuite");
        attribute(xml, "name", name);
        xml.append(" package=\"scimdoctor\" id=\"0\" hostname=\"localhost\"");
        attribute(xml, "timestamp", SECONDS.format(at));
        attribute(xml, "tests", tests);
        attribute(xml, "failures", ended.getOrDefault(Outcome.FAILURE, 0));
        attribute(xml, "errors", ended.getOrDefault(Outcome.ERROR, 0));
        attribute(xml, "skipped", ended.getOrDefault(Outcome.SKIPPED, 0));
        attribute(xml, "time", Amounts.seconds(time).toPlainString());
        xml.append(">\n<properties>\n" + properties + "</properties>\n" + cases)
                .append("<system-out>" + XmlText.escaped(log) + "</system-out>\n<system-err></system-err>\n")
                .append("</testsuite>\n</testsuites>\n");
        target.append(xml).flush();
    }

    private static void attribute(StringBuilder xml, String name, Object value) {
        xml.append(" " + name + "=\"" + XmlText.escaped(value.toString()).replace("\n", "&#10;") + "\"");
    }
}
