package io.scimdoctor.lint.body;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What is wrong with a text that is no JSON. The reader's own message may repeat the text, so it is not shown. */
final class JsonFault {
    private static final String CONTROL =
            "a line break or another control character stands inside a string; write it as an escape";
    /** What the reader's message has in it, and what to say of it. */
    private static final List<Map.Entry<String, String>> SENTENCES = List.of(
            Map.entry("end-of-input", "the JSON ends too early; a bracket, a brace or a quote is not closed"),
            Map.entry("comma to separate", "a comma is missing here"),
            Map.entry("expecting comma", "a comma is missing here"),
            Map.entry(
                    "double-quote to start field name",
                    "a name in double quotes is expected here; a comma too many stands before it, or the quotes are single"),
            Map.entry("colon to separate", "a colon is missing between name and value"),
            Map.entry("nesting depth", "the JSON is nested too deeply"),
            Map.entry("control character", CONTROL),
            Map.entry("ctrl-char", CONTROL),
            Map.entry("unrecognized token", "a word stands where a value is expected; texts need double quotes"),
            Map.entry("follows", "something follows the JSON value"));

    private JsonFault() {}

    static String sentence(JsonProcessingException fault) {
        String message = String.valueOf(fault.getOriginalMessage()).toLowerCase(Locale.ROOT);
        return SENTENCES.stream()
                .filter(sentence -> message.contains(sentence.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("this is no JSON");
    }
}
