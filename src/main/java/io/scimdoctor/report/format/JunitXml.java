package io.scimdoctor.report.format;

import java.io.IOException;
import java.io.Writer;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes one test suite as JUnit's XML, in the order and with the attributes that the strictest of its schemas wants. */
public final class JunitXml {
    /** The schemas take a time without a zone; it is UTC. */
    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private JunitXml() {}

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
            String group, String name, Duration time, Outcome outcome, String message, String type, String detail) {}

    /**
     * A suite.
     *
     * @param log what is said about the suite as a whole
     */
    public record Suite(
            String name,
            Instant at,
            Duration time,
            List<Map.Entry<String, ?>> properties,
            List<Case> cases,
            String log) {
        long count(Outcome outcome) {
            return cases.stream().filter(one -> one.outcome() == outcome).count();
        }
    }

    public static void write(Suite suite, Writer target) throws IOException {
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n<testsuite");
        attribute(xml, "name", suite.name());
        xml.append(" package=\"scimdoctor\" id=\"0\" hostname=\"localhost\"");
        attribute(xml, "timestamp", SECONDS.format(suite.at()));
        attribute(xml, "tests", suite.cases().size());
        attribute(xml, "failures", suite.count(Outcome.FAILURE));
        attribute(xml, "errors", suite.count(Outcome.ERROR));
        attribute(xml, "skipped", suite.count(Outcome.SKIPPED));
        attribute(xml, "time", Amounts.seconds(suite.time()).toPlainString());
        xml.append(">\n<properties>\n");
        for (Map.Entry<String, ?> property : suite.properties()) {
            xml.append("<property");
            attribute(xml, "name", property.getKey());
            attribute(xml, "value", property.getValue());
            xml.append("/>\n");
        }
        xml.append("</properties>\n");
        suite.cases().forEach(one -> testCase(xml, one));
        xml.append("<system-out>" + XmlText.escaped(suite.log()) + "</system-out>\n<system-err></system-err>\n")
                .append("</testsuite>\n</testsuites>\n");
        target.append(xml).flush();
    }

    private static void testCase(StringBuilder xml, Case one) {
        xml.append("<testcase");
        attribute(xml, "classname", one.group());
        attribute(xml, "name", one.name());
        attribute(xml, "time", Amounts.seconds(one.time()).toPlainString());
        xml.append('>');
        if (one.outcome() != Outcome.PASSED) {
            String element = one.outcome().name().toLowerCase(Locale.ROOT);
            boolean skipped = one.outcome() == Outcome.SKIPPED;
            xml.append("\n<" + element);
            attribute(xml, "message", one.message());
            if (!skipped) {
                attribute(xml, "type", one.type());
            }
            xml.append(">" + (skipped ? "" : XmlText.escaped(one.detail())) + "</" + element + ">\n");
        }
        xml.append("</testcase>\n");
    }

    private static void attribute(StringBuilder xml, String name, Object value) {
        xml.append(" " + name + "=\"" + XmlText.escaped(value.toString()).replace("\n", "&#10;") + "\"");
    }
}
