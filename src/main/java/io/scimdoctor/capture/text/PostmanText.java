package io.scimdoctor.capture.text;

import io.scimdoctor.capture.Answers;
import io.scimdoctor.capture.Draft;
import io.scimdoctor.exchange.Headers;
import java.util.List;
import java.util.Locale;

/** Reads what is copied out of Postman's console or a browser's network pane: titled sections of headers and bodies. */
final class PostmanText {
    private enum Section {
        START,
        REQUEST_HEADERS,
        REQUEST_BODY,
        RESPONSE_HEADERS,
        RESPONSE_BODY,
        OTHER
    }

    private final Draft draft = new Draft();
    private final StringBuilder requestBody = new StringBuilder();
    private final StringBuilder responseBody = new StringBuilder();

    static boolean matches(List<String> lines) {
        boolean request = false;
        boolean response = false;
        for (String line : lines) {
            Section section = section(line, Section.OTHER);
            request |= section == Section.REQUEST_HEADERS;
            response |= section == Section.RESPONSE_HEADERS || section == Section.RESPONSE_BODY;
        }
        return response || request;
    }

    Draft read(List<String> lines) {
        Section section = Section.START;
        for (String line : lines) {
            Section next = section(line, section);
            if (next != section || isTitle(line)) {
                section = next;
            } else {
                line(section, line);
            }
        }
        if (!requestBody.toString().isBlank()) {
            draft.requestBody = requestBody.toString().strip();
        }
        draft.body = responseBody.toString().strip();
        return draft;
    }

    private static String title(String line) {
        String text = line.trim();
        while (!text.isEmpty() && !Character.isLetter(text.charAt(0))) {
            text = text.substring(1);
        }
        return Texts.lower(text.endsWith(":") ? text.substring(0, text.length() - 1) : text);
    }

    private static boolean isTitle(String line) {
        return section(line, Section.START) != Section.START;
    }

    private static Section section(String line, Section current) {
        if (line.length() > 24) {
            return current;
        }
        return switch (title(line)) {
            case "request headers" -> Section.REQUEST_HEADERS;
            case "request body", "request payload" -> Section.REQUEST_BODY;
            case "response headers" -> Section.RESPONSE_HEADERS;
            case "response body", "response" -> Section.RESPONSE_BODY;
            case "network", "general", "console" -> Section.OTHER;
            default -> current;
        };
    }

    private void line(Section section, String line) {
        switch (section) {
            case REQUEST_HEADERS -> header(draft.requestHeaders, line);
            case RESPONSE_HEADERS -> header(draft.headers, line);
            case REQUEST_BODY -> requestBody.append(line).append('\n');
            case RESPONSE_BODY -> responseBody.append(line).append('\n');
            case START, OTHER -> start(line.trim());
        }
    }

    private void header(List<Headers.Field> fields, String line) {
        int status = Texts.statusLine(line.trim());
        if (status != Draft.UNKNOWN) {
            draft.status = draft.status == Draft.UNKNOWN ? status : draft.status;
            return;
        }
        int colon = line.indexOf(':');
        String value = colon < 0 ? "" : line.substring(colon + 1).trim();
        if (value.length() > 1 && value.startsWith("\"") && value.endsWith("\"")) {
            Answers.header(fields, line.substring(0, colon + 1) + value.substring(1, value.length() - 1));
        } else {
            Answers.header(fields, line);
        }
    }

    /** {@code GET https://… 400 123 ms}, or the same in lines of their own, or a browser's {@code Status Code: 400}. */
    private void start(String line) {
        for (String label : new String[] {
            "status code:", "status:", "http response code:", "response code:", "request url:", "request method:"
        }) {
            if (Texts.startsIgnoringCase(line, label)) {
                labelled(label, line.substring(label.length()).trim());
                return;
            }
        }
        String rest = line;
        int space = line.indexOf(' ');
        String first = space > 0 ? line.substring(0, space).toUpperCase(Locale.ROOT) : "";
        if (space > 0 && !Texts.isMethod(first) && !Character.isLetterOrDigit(line.charAt(0))) {
            rest = line.substring(space + 1).trim();
            space = rest.indexOf(' ');
            first = space > 0 ? rest.substring(0, space).toUpperCase(Locale.ROOT) : "";
        }
        if (Texts.isMethod(first)) {
            draft.method = first;
            draft.url = Texts.firstUrl(rest);
            int end = draft.url == null ? -1 : rest.indexOf(draft.url) + draft.url.length();
            rest = end > 0 ? rest.substring(end).trim() : "";
        }
        status(rest);
    }

    private void labelled(String label, String value) {
        switch (label) {
            case "request url:" -> draft.url = value;
            case "request method:" -> draft.method = value;
            default -> status(value);
        }
    }

    private void status(String text) {
        boolean duration = text.endsWith("ms") && text.indexOf(' ') == 3 && text.length() < 8;
        int status = duration ? Draft.UNKNOWN : Texts.leadingStatus(text);
        if (status == Draft.UNKNOWN) {
            status = Texts.statusLine(text);
        }
        if (draft.status == Draft.UNKNOWN && status != Draft.UNKNOWN) {
            draft.status = status;
        }
    }
}
