package io.scimdoctor.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.json.Json;
import io.scimdoctor.json.Patterns;
import io.scimdoctor.json.Resource;
import java.util.List;

/** Words of {@code marks.patterns} that show who answers. They are asked in loops: a stream takes a cold start milliseconds. */
record Marks(List<String> words) {
    private static final Patterns FILE = Resource.patterns(Marks.class, "marks.patterns");

    static Marks of(String name) {
        return new Marks(FILE.words(name));
    }

    /** One that is no list of words. */
    static String pattern(String name) {
        return FILE.get(name);
    }

    boolean isOneIn(String text) {
        for (String word : words) {
            if (text.contains(word)) {
                return true;
            }
        }
        return false;
    }

    boolean isFieldOf(JsonNode object) {
        return Json.hasAny(object, words.toArray(new String[0]));
    }

    boolean beginsOne(String text) {
        for (String word : words) {
            if (text.startsWith(word)) {
                return true;
            }
        }
        return false;
    }

    boolean endsOne(String text) {
        for (String word : words) {
            if (text.endsWith(word)) {
                return true;
            }
        }
        return false;
    }
}
