package io.scimdoctor.capture.text;

import io.scimdoctor.capture.BodyStatus;
import io.scimdoctor.capture.Draft;
import io.scimdoctor.capture.RecordBody;
import io.scimdoctor.capture.Texts;
import io.scimdoctor.capture.form.CopiedLines;
import io.scimdoctor.capture.form.Form;
import io.scimdoctor.capture.form.Intake;
import io.scimdoctor.capture.form.Printed;
import io.scimdoctor.exchange.LatePattern;
import java.io.IOException;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/**
 * What is copied out of Postman's console or a browser's network pane: titled sections of headers and bodies, or the same as
 * the members of a tree. They are written anew as the messages that they stand for.
 */
public final class PostmanText implements Form<Printed> {
    private enum Section {
        CALL,
        REQUEST_HEADERS,
        REQUEST_BODY,
        RESPONSE_HEADERS,
        RESPONSE_BODY
    }

    private static final LatePattern TITLE = LatePattern.of("^\\P{L}++|\\P{L}++$");
    private static final LatePattern FIELD = LatePattern.of("^\\s*+\"?+([^\":]++)\"?+:\\s*+\"?+(.*?)\"?,?\\s*$");
    private static final LatePattern MEMBER = LatePattern.of("^\\s*+\"(Request Body|Response Body)\": (\".*\"),?$");
    /** {@code GET https://…} at the beginning of a line. */
    private static final LatePattern CALL_LINE =
            LatePattern.of("\\s*+(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS) (?i:https?://)");

    private static final Set<Section> OWN_TITLES =
            EnumSet.of(Section.REQUEST_HEADERS, Section.RESPONSE_HEADERS, Section.RESPONSE_BODY);

    private final StringBuilder messages = new StringBuilder();
    private final Map<Section, StringBuilder> sections = new EnumMap<>(Section.class);
    private Piece call = new Piece();

    /**
     * Whether a text has a title that only a console or a network pane gives, and is none of what has such titles, too: a page,
     * what {@code curl -v} prints, a log. A console shows the time of day at most, behind which the first colon comes early.
     */
    @Override
    public boolean matches(Printed text) {
        boolean titled = false;
        for (String line : text.lines()) {
            if (Texts.isRecord(line) && line.indexOf(':') > 2) {
                return false;
            }
            titled = titled || OWN_TITLES.contains(title(line));
        }
        return titled && !MarkupText.is(text) && !CopiedLines.isVerbose(text.lines());
    }

    @Override
    public void read(Printed text, Intake intake) throws IOException {
        intake.text(new PostmanText().written(text.lines()));
    }

    private String written(List<String> lines) {
        Section section = Section.CALL;
        for (String line : lines) {
            Matcher member = MEMBER.matcher(line);
            Section title = title(member.matches() ? member.group(1) : line);
            if (CALL_LINE.matcher(line).lookingAt()) {
                close();
                section = Section.CALL;
                line(section, line);
            } else if (title == null) {
                line(section, line);
            } else {
                section = title;
                line(section, member.matches() ? RecordBody.plain(member.group(2)) : "");
            }
        }
        close();
        return messages.toString();
    }

    /** The section that a line is the title of, or null. */
    private static @Nullable Section title(String line) {
        if (line.length() > 24) {
            return null;
        }
        return switch (Texts.lower(TITLE.matcher(line).replaceAll(""))) {
            case "request headers" -> Section.REQUEST_HEADERS;
            case "request body", "request payload" -> Section.REQUEST_BODY;
            case "response headers" -> Section.RESPONSE_HEADERS;
            case "response body" -> Section.RESPONSE_BODY;
            // With a brace it is a member of an object that a program printed.
            case "response" -> line.endsWith("{") ? null : Section.RESPONSE_BODY;
            case "network", "general", "console" -> Section.CALL;
            default -> null;
        };
    }

    private void line(Section section, String line) {
        boolean headers = section == Section.REQUEST_HEADERS || section == Section.RESPONSE_HEADERS;
        if (section == Section.CALL || (headers && Texts.statusLine(line.trim()) != Draft.UNKNOWN)) {
            LinePieces.of("", line, 0, List.of()).stream()
                    .filter(piece -> piece.saidByClient || piece.status == Draft.UNKNOWN)
                    .forEach(call::join);
        } else if (!headers || !line.isBlank()) {
            of(section)
                    .append(headers ? FIELD.matcher(line).replaceFirst("$1: $2") : line)
                    .append('\n');
        }
    }

    private StringBuilder of(Section section) {
        return sections.computeIfAbsent(section, key -> new StringBuilder());
    }

    /** Writes both messages of a call. */
    private void close() {
        String body = of(Section.RESPONSE_BODY).toString();
        int status = call.status == Draft.UNKNOWN ? BodyStatus.guess(body) : call.status;
        if (call.url != null) {
            String method = call.method == null ? "GET" : call.method.toUpperCase(Locale.ROOT);
            messages.append(method).append(' ').append(call.url).append(" HTTP/1.1\n");
            messages.append(of(Section.REQUEST_HEADERS)).append('\n').append(of(Section.REQUEST_BODY));
        }
        if (status != Draft.UNKNOWN) {
            messages.append("\nHTTP/1.1 ").append(status).append('\n').append(of(Section.RESPONSE_HEADERS));
        }
        messages.append('\n').append(body);
        sections.clear();
        call = new Piece();
    }
}
