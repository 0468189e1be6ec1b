package io.scimdoctor.lint.body;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.scimdoctor.lint.body.JsonValue.Kind;
import io.scimdoctor.lint.body.JsonValue.Member;
import io.scimdoctor.lint.rule.Place;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads values with their places from a stream. The factory bounds the depth, so the recursion is bounded too. */
record JsonValueReader(JsonParser parser) {
    private static final int MOST_KEPT = 1_000;
    private static final int LONGEST_TEXT = 4_096;

    /** The value that the parser stands on; the parser is left on its last token. */
    JsonValue value() throws IOException {
        JsonLocation start = parser.currentTokenLocation();
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(start);
            case START_ARRAY -> array(start);
            case VALUE_STRING -> scalar(Kind.STRING, start);
            case VALUE_TRUE, VALUE_FALSE -> scalar(Kind.BOOLEAN, start);
            case VALUE_NULL -> scalar(Kind.NULL, start);
            default -> scalar(Kind.NUMBER, start);
        };
    }

    /** The name that the parser stands on. */
    Place name(String name) {
        JsonLocation start = parser.currentTokenLocation();
        return place(start, (int) start.getCharOffset() + name.length() + 2);
    }

    private JsonValue scalar(Kind kind, JsonLocation start) throws IOException {
        String text = parser.getText();
        boolean quoted = kind == Kind.STRING;
        int end = quoted ? (int) parser.currentLocation().getCharOffset() : (int) start.getCharOffset() + text.length();
        String kept = text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
        return new JsonValue(kind, place(start, end), kept, List.of(), List.of());
    }

    private JsonValue object(JsonLocation start) throws IOException {
        List<Member> members = new ArrayList<>();
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            Place place = name(name);
            parser.nextToken();
            if (members.size() < MOST_KEPT) {
                members.add(new Member(name, place, value()));
            } else {
                parser.skipChildren();
            }
        }
        return new JsonValue(Kind.OBJECT, place(start, end()), "", members, List.of());
    }

    private JsonValue array(JsonLocation start) throws IOException {
        List<JsonValue> elements = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (elements.size() < MOST_KEPT) {
                elements.add(value());
            } else {
                parser.skipChildren();
            }
        }
        return new JsonValue(Kind.ARRAY, place(start, end()), "", List.of(), elements);
    }

    private int end() {
        return (int) parser.currentLocation().getCharOffset();
    }

    static Place place(JsonLocation start, int end) {
        return new Place(Place.Part.BODY, (int) start.getCharOffset(), end, start.getLineNr(), start.getColumnNr());
    }
}
