package io.scimdoctor.ticket;

import com.fasterxml.jackson.databind.JsonNode;

/** The tables of this package, which are data. */
final class Tables {
    private Tables() {}

    /** Whether a list holds a text. */
    static boolean contains(JsonNode list, String text) {
        for (JsonNode element : list) {
            if (element.asText().equals(text)) {
                return true;
            }
        }
        return false;
    }
}
