package io.scimdoctor.manual;

import io.scimdoctor.json.Resource;
import java.util.Arrays;
import java.util.List;

/** The script by which a shell completes our command lines: generated parts in a frame that is the same for all programs. */
abstract class Completion {
    final Program program;
    private final Candidates candidates;
    private final StringBuilder text = new StringBuilder();
    private final String[] frame;

    /** @param frame the file with what stands around the generated parts */
    Completion(String frame, Program program, Candidates candidates) {
        this.program = program;
        this.candidates = candidates;
        this.frame = Resource.text(Completion.class, frame).split("# @generated\n", -1);
    }

    /** Writes the generated parts, each behind its piece of the frame. */
    abstract void generate();

    final String script() {
        frame(0);
        generate();
        frame(frame.length - 1);
        return text.toString();
    }

    final void frame(int piece) {
        put(frame[piece]);
    }

    final void put(String... words) {
        for (String word : words) {
            text.append(word);
        }
    }

    /** The kinds whose candidates a script holds. */
    static List<Value> listed() {
        return Arrays.stream(Value.values()).filter(Value::isListed).toList();
    }

    final List<Candidate> list(Value value) {
        return candidates.of(value, "");
    }

    /** The candidates of a text, as one. */
    static String values(List<Candidate> candidates) {
        return String.join(" ", candidates.stream().map(Candidate::value).toList());
    }

    /** Such as {@code choice users groups} or {@code file}; the word optional stands before it when it may be left out. */
    static String kind(OptionEntry option) {
        return option.isFlag() ? "" : (option.optional() ? "optional " : "") + kind(option.value(), option.choices());
    }

    static String kind(Value value, List<String> choices) {
        return choices.isEmpty() ? value.word() : value.word() + " " + String.join(" ", choices);
    }

    /** A description without its second sentence, for a list in a terminal. */
    static String brief(String description) {
        int end = description.indexOf(". ");
        String sentence = end < 0 ? description : description.substring(0, end);
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }
}
