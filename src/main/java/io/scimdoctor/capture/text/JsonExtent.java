package io.scimdoctor.capture.text;

import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.json.Json;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object that stands somewhere inside a text.
 *
 * @param start where it begins
 * @param end the position behind it
 * @param text the object, without the line breaks that a console put into it
 */
record JsonExtent(int start, int end, String text) {
    private static final int ATTEMPTS = 200;

    /** The first whole object of a text, else one that is cut off by the text's end; null without any. */
    static @Nullable JsonExtent find(String text) {
        JsonExtent cut = null;
        int position = text.indexOf('{');
        for (int i = 0; position >= 0 && i < ATTEMPTS; i++) {
            if (mayStart(text, position)) {
                int end = Json.end(text, position);
                String whole = end > 0 ? whole(text.substring(position, end)) : null;
                if (whole != null) {
                    return new JsonExtent(position, end, whole);
                }
                if (cut == null && end < 0 && isPartial(text.substring(position))) {
                    cut = new JsonExtent(position, text.length(), text.substring(position));
                }
            }
            position = text.indexOf('{', position + 1);
        }
        return cut;
    }

    private static boolean mayStart(String text, int position) {
        if (position > 0 && (text.charAt(position - 1) == '@' || text.charAt(position - 1) == '$')) {
            return false;
        }
        int next = position + 1;
        while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
            next++;
        }
        return next < text.length() && text.charAt(next) == '"';
    }

    private static @Nullable String whole(String candidate) {
        if (isJson(candidate)) {
            return candidate;
        }
        String unescaped = candidate.contains("\\\"") ? candidate.replace("\\\"", "\"") : candidate;
        if (isJson(unescaped)) {
            return unescaped;
        }
        String joined = candidate.replace("\r", "").replace("\n", "");
        return isJson(joined) ? joined : null;
    }

    private static boolean isJson(String text) {
        try {
            return Json.read(text).isObject();
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean isPartial(String text) {
        JsonNode node = Json.readLeniently(text).node();
        return node.isObject() && !node.isEmpty();
    }
}
