package io.scimdoctor.lint.body;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.Locale;

/** What is wrong with a text that is no JSON. The reader's own message may repeat the text, so it is not shown. */
final class JsonFault {
    private JsonFault() {}

    static String sentence(JsonProcessingException fault) {
        String message = String.valueOf(fault.getOriginalMessage()).toLowerCase(Locale.ROOT);
        if (message.contains("end-of-input")) {
            return "the JSON ends too early; a bracket, a brace or a quote is not closed";
        }
        if (message.contains("comma to separate") || message.contains("expecting comma")) {
            return "a comma is missing here";
        }
        if (message.contains("double-quote to start field name")) {
            return "a name in double quotes is expected here; a comma too many stands before it, or the quotes are single";
        }
        if (message.contains("colon to separate")) {
            return "a colon is missing between name and value";
        }
        if (message.contains("nesting depth")) {
            return "the JSON is nested too deeply";
        }
        if (message.contains("control character") || message.contains("ctrl-char")) {
            return "a line break or another control character stands inside a string; write it as an escape";
        }
        if (message.contains("unrecognized token")) {
            return "a word stands where a value is expected; texts need double quotes";
        }
        return message.contains("follows") ? "something follows the JSON value" : "this is no JSON";
    }
}
