package io.scimdoctor.capture.request;

import com.fasterxml.jackson.databind.node.TextNode;
import io.scimdoctor.capture.Draft;
import io.scimdoctor.exchange.Headers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A collection of Insomnia 5: YAML, of which only what a request needs is read, one {@code key: value} a line. */
final class InsomniaFile {
    private final Names names = new Names(false);
    private final List<RequestText.Placed> found = new ArrayList<>();
    private @Nullable Sent sent;
    private int line;
    private int indent;
    private int textIndent;
    private String field = "";
    private @Nullable StringBuilder body;

    private InsomniaFile() {}

    static RequestText.Found read(String text) {
        InsomniaFile file = new InsomniaFile();
        int number = 0;
        for (String line : text.split("\r?\n", -1)) {
            file.line(++number, line);
        }
        file.close();
        return new RequestText.Found(file.found, List.of());
    }

    private void line(int number, String line) {
        String text = line.strip();
        int depth = line.length() - line.stripLeading().length();
        StringBuilder block = body;
        if (block != null && (text.isEmpty() || depth > textIndent)) {
            block.append(text).append('\n');
            return;
        }
        content();
        int colon = text.indexOf(": ");
        String key =
                text.endsWith(":") ? text.substring(0, text.length() - 1) : colon < 0 ? "" : text.substring(0, colon);
        String value = colon < 0 ? "" : unquoted(text.substring(colon + 2).strip());
        if (key.equals("- url")) {
            close();
            sent = new Sent(new Draft(), names);
            sent.take("url", new TextNode(names.filled(value)), false);
            this.line = number;
            indent = depth;
        } else if (sent != null && depth > indent) {
            member(sent, depth, key, value);
        } else {
            close();
        }
    }

    private void member(Sent request, int depth, String key, String value) {
        Draft draft = request.draft();
        switch (key) {
            case "method" -> request.method(value.toUpperCase(Locale.ROOT));
            case "- name" -> field = value;
            case "value" -> draft.requestHeaders.add(new Headers.Field(field, names.filled(value)));
            case "token" -> request.header("Authorization", "Bearer " + names.filled(value));
            case "text" -> {
                if (value.startsWith("|") || value.startsWith(">")) {
                    body = new StringBuilder();
                    textIndent = depth;
                } else {
                    draft.requestBody = names.filled(value);
                }
            }
            default -> {}
        }
    }

    /** A text over several lines has ended. */
    private void content() {
        StringBuilder block = body;
        if (block != null && sent != null) {
            sent.draft().requestBody = names.filled(block.toString().strip());
        }
        body = null;
    }

    private void close() {
        Sent request = sent;
        if (request != null) {
            content();
            found.add(request.placed(line));
        }
        sent = null;
    }

    private static String unquoted(String value) {
        boolean quoted =
                value.length() > 1 && "\"'".indexOf(value.charAt(0)) >= 0 && value.endsWith(value.substring(0, 1));
        return quoted ? value.substring(1, value.length() - 1).replace("\\\"", "\"") : value;
    }
}
