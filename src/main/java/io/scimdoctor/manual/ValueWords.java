package io.scimdoctor.manual;

import java.util.ArrayList;
import java.util.List;

/** What a script has to know of a value, as words: its kind, and the choices behind it. */
final class ValueWords {
    private ValueWords() {}

    /** Such as {@code choice users groups} or {@code file}; the word optional stands before it when it may be left out. */
    static String of(OptionEntry option) {
        return (option.optional() ? "optional " : "") + of(option.value(), option.choices());
    }

    static String of(Value value, List<String> choices) {
        return choices.isEmpty() ? value.word() : value.word() + " " + String.join(" ", choices);
    }

    /** The kinds whose candidates a script holds. */
    static List<Value> listed() {
        List<Value> listed = new ArrayList<>();
        for (Value value : Value.values()) {
            if (value.isListed()) {
                listed.add(value);
            }
        }
        return listed;
    }

    /** A description without its second sentence, for a list in a terminal. */
    static String brief(String description) {
        int end = description.indexOf(". ");
        String sentence = end < 0 ? description : description.substring(0, end);
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }
}
