package io.scimdoctor.report.format;

import java.io.IOException;
import java.io.Writer;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/** Writes one test suite as JUnit's XML, in the order and with the attributes that the strictest of its schemas wants. */
public final class JunitXml {
    /** The schemas take a time without a zone; it is UTC. */
    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final XMLStreamWriter xml;

    private JunitXml(XMLStreamWriter xml) {
        this.xml = xml;
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
            String group, String name, Duration time, Outcome outcome, String message, String type, String detail) {}

    /**
     * A suite.
     *
     * @param properties names and values in turn
     * @param log what is said about the suite as a whole
     */
    public record Suite(String name, Instant at, Duration time, List<String> properties, List<Case> cases, String log) {
        long count(Outcome outcome) {
            return cases.stream().filter(one -> one.outcome() == outcome).count();
        }
    }

    public static void write(Suite suite, Writer target) throws IOException {
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(target);
            new JunitXml(xml).suite(suite);
            xml.flush();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
        target.write('\n');
        target.flush();
    }

    private void suite(Suite suite) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        line();
        xml.writeStartElement("testsuites");
        line();
        xml.writeStartElement("testsuite");
        attribute("name", suite.name());
        attribute("package", "scimdoctor");
        attribute("id", "0");
        attribute("hostname", "localhost");
        attribute("timestamp", SECONDS.format(suite.at()));
        attribute("tests", Integer.toString(suite.cases().size()));
        attribute("failures", Long.toString(suite.count(Outcome.FAILURE)));
        attribute("errors", Long.toString(suite.count(Outcome.ERROR)));
        attribute("skipped", Long.toString(suite.count(Outcome.SKIPPED)));
        attribute("time", Amounts.seconds(suite.time()).toPlainString());
        line();
        properties(suite.properties());
        for (Case one : suite.cases()) {
            testCase(one);
        }
        element("system-out", suite.log());
        element("system-err", "");
        xml.writeEndElement();
        line();
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private void properties(List<String> properties) throws XMLStreamException {
        xml.writeStartElement("properties");
        for (int i = 0; i + 1 < properties.size(); i += 2) {
            line();
            xml.writeEmptyElement("property");
            attribute("name", properties.get(i));
            attribute("value", properties.get(i + 1));
        }
        line();
        xml.writeEndElement();
        line();
    }

    private void testCase(Case one) throws XMLStreamException {
        xml.writeStartElement("testcase");
        attribute("classname", one.group());
        attribute("name", one.name());
        attribute("time", Amounts.seconds(one.time()).toPlainString());
        String element = element(one.outcome());
        if (element != null) {
            line();
            xml.writeStartElement(element);
            attribute("message", one.message());
            if (one.outcome() != Outcome.SKIPPED) {
                attribute("type", one.type());
                xml.writeCharacters(XmlText.of(one.detail()));
            }
            xml.writeEndElement();
            line();
        }
        xml.writeEndElement();
        line();
    }

    private static @Nullable String element(Outcome outcome) {
        return switch (outcome) {
            case PASSED -> null;
            case FAILURE -> "failure";
            case ERROR -> "error";
            case SKIPPED -> "skipped";
        };
    }

    private void element(String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(XmlText.of(text));
        xml.writeEndElement();
        line();
    }

    private void attribute(String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, XmlText.of(value));
    }

    private void line() throws XMLStreamException {
        xml.writeCharacters("\n");
    }
}
