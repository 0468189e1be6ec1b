package io.scimdoctor.capture.repair;

import io.scimdoctor.capture.Texts;
import io.scimdoctor.capture.form.Form;
import io.scimdoctor.capture.form.Intake;
import io.scimdoctor.capture.form.Printed;
import io.scimdoctor.exchange.LatePattern;
import java.io.IOException;
import java.util.List;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/**
 * Messages that a client's own logger writes line by line: Apache's wire log, Jersey's logging filter, Python's http.client
 * and Ruby's net/http with their debug output.
 */
public final class WireLog implements Form<Printed> {
    private static final LatePattern JERSEY_CALL =
            LatePattern.of("^(GET|POST|PUT|PATCH|DELETE|HEAD) (https?://\\S{1,4000})$");

    private static final LatePattern SENT = LatePattern.of("^(?:send:|<- )| >> |\\] WRITE: ");

    /** What Ruby's and Python's show again, or not at all. */
    private static final LatePattern LEFT_OUT = LatePattern.of("^HTTP/|<filtered>$");

    /** By how its lines begin; each holds a part of a message, with its line ends. */
    private enum Logger {
        APACHE("(?:http-outgoing-\\d{1,9}+(?: \\[[^\\]]{0,60}+\\])?|wire\\.\\w{6,7} -) (?:>>|<<) \"(.*)\"\\s{0,9}+$"),
        /** Apache's asynchronous client shows bytes, sixteen a line. */
        BYTES("\\bc-\\d{1,19}+(?:\\[[^\\]]{0,60}+\\]){1,9}+ (?:>>|<<) .{0,16}?  ((?:[0-9a-f]{2} ?){1,16})$"),
        /** What Netty reads and writes is a message from here to the next record. */
        NETTY("\\[[0-9a-f]{8}(?:-\\d{1,9}+)?, L:[^\\]]{1,200}+\\] (?:READ|WRITE): \\d{1,9}+B (.*)$"),
        /** Apache's log of header fields only. */
        FIELDS("\\b(?:http-outgoing|c)-\\d{1,19}+ (?:>>|<<) ([^\"\\s].*)$"),
        /** Leaves bodies to the program. */
        PYTHON("^(send|reply|header): (.*)$"),
        RUBY("^(?:<-|->) (\".*\")$"),
        JERSEY("^(?:.{0,120}? )??\\d{1,6} ([<>*]) (.*)$");

        private final LatePattern line;

        Logger(String line) {
            this.line = LatePattern.of(line);
        }

        @Nullable
        String content(String printed) {
            Matcher found = line.matcher(printed);
            if (!found.find()) {
                return null;
            }
            String content = found.group(1);
            return switch (this) {
                case APACHE ->
                    content.replace("[\\r]", "").replace("[\\n]", "\n").replace("\\r\\n", "\n");
                case BYTES -> HexDump.bytesOf(content).replace("\r", "");
                case FIELDS, NETTY -> content + "\n";
                case PYTHON -> python(content, found.group(2));
                case RUBY -> unquoted(content);
                case JERSEY -> jersey(content, found.group(2));
            };
        }
    }

    @Override
    public boolean matches(Printed text) {
        return logger(text.rawLines()) != null;
    }

    @Override
    public void read(Printed text, Intake intake) throws IOException {
        Logger logger = logger(text.rawLines());
        StringBuilder wire = new StringBuilder();
        StringBuilder others = new StringBuilder();
        boolean sending = true;
        boolean within = false;
        boolean own = logger != null && logger != Logger.JERSEY;
        for (String line : text.rawLines()) {
            boolean goesOn = within && logger == Logger.NETTY && !Texts.isRecord(line);
            String content = goesOn ? line + "\n" : logger == null ? null : logger.content(line);
            within = content != null;
            if (content != null) {
                // A body need not end with a line end; where the direction changes, the next message begins.
                boolean sent = goesOn ? sending : own && SENT.matcher(line).find();
                String said = own && sent && !sending ? others + "\n" : "";
                others.delete(0, said.length());
                // Its first versions show each status line twice.
                boolean again =
                        content.startsWith("HTTP/") && wire.indexOf(content, wire.length() - content.length()) > 0;
                wire.append(own && sent != sending ? "\n" + said : "").append(again ? "" : content);
                sending = sent;
            } else if (logger == Logger.PYTHON && line.indexOf('{') > 0) {
                wire.append('\n').append(line).append('\n');
            } else if (!own || line.startsWith("{") || line.startsWith("<") || line.startsWith("curl: (")) {
                wire.append(line).append('\n');
            } else if (Logger.FIELDS.content(line) == null
                    && !LEFT_OUT.matcher(line).find()) {
                // What a program says of its calls stands behind each; what is logged apart is in the message.
                others.append(line).append('\n');
            }
        }
        intake.text(wire.append('\n').append(others).toString());
    }

    /** The logger whose lines hold a status line. */
    private static @Nullable Logger logger(List<String> lines) {
        for (String line : lines) {
            boolean jersey = line.contains(" < ") && !line.startsWith("< ");
            boolean may = (line.contains("HTTP/") || jersey) && !line.startsWith("HTTP/") && !line.contains("{\"");
            for (Logger logger : may ? Logger.values() : new Logger[0]) {
                if (String.valueOf(logger.content(line)).startsWith("HTTP/")) {
                    return logger;
                }
            }
        }
        return null;
    }

    private static String python(String kind, String value) {
        if (kind.equals("header")) {
            return value.replaceFirst("^(\\S{1,80}:) header$", "$1") + "\n";
        }
        String text = unquoted(value.startsWith("b") ? value.substring(1) : value);
        return kind.equals("reply") ? text.stripTrailing() + "\n" : text;
    }

    private static String jersey(String direction, String content) {
        return switch (direction) {
            case "*" -> "\n";
            case ">" -> (JERSEY_CALL.matcher(content).find() ? content + " HTTP/1.1" : content) + "\n";
            default -> (content.matches("\\d{3}") ? "HTTP/1.1 " + content : content) + "\n";
        };
    }

    private static String unquoted(String value) {
        if (value.length() < 2) {
            return value;
        }
        return value.substring(1, value.length() - 1)
                .replace("\\r", "")
                .replace("\\n", "\n")
                .replace("\\\"", "\"")
                .replace("\\'", "'")
                .replace("\\\\", "\\");
    }
}
