package io.scimdoctor.manual;

import io.scimdoctor.json.Resource;
import java.util.List;

/**
 * Makes the scripts of the folder {@code completions}, by which a shell completes our command lines: generated parts in a
 * frame that is the same for all programs.
 */
public abstract class Completion {
    /** The kinds whose candidates a script holds. */
    static final List<Value> LISTED = List.of(Value.FINDING, Value.SCENARIO, Value.OPERATION, Value.METHOD);

    /** The kinds whose candidates differ from user to user, so that a script has to ask for them. */
    static final List<Value> LIVE = List.of(Value.RUN, Value.WATCH, Value.PROFILE);

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

    public static String script(Shell shell, Program program, Candidates candidates) {
        Completion completion = switch (shell) {
            case BASH -> new BashCompletion(program, candidates);
            case ZSH -> new ZshCompletion(program, candidates);
            case FISH -> new FishCompletion(program, candidates);
            case POWERSHELL -> new PowerShellCompletion(program, candidates);
        };
        return completion.script();
    }

    /** Writes the generated parts, each behind its piece of the frame. */
    abstract void generate();

    private String script() {
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

    final List<Candidate> list(Value value) {
        return candidates.of(value);
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
        return choices.isEmpty() ? value.slug() : value.slug() + " " + String.join(" ", choices);
    }

    static boolean isEndless(ParametersEntry parameters) {
        return parameters.synopsis().contains("...");
    }

    /** How many of the words are of the kind of the first, such as two in {@code [RUN [RUN]]}. */
    static int most(ParametersEntry parameters) {
        if (isEndless(parameters)) {
            return Integer.MAX_VALUE;
        }
        String[] labels =
                parameters.synopsis().replace("[", "").replace("]", "").split(" ");
        int same = 1;
        while (same < labels.length && labels[same].equals(labels[0])) {
            same++;
        }
        return parameters.isEmpty() ? 0 : same;
    }

    /** A description without its second sentence, for a list in a terminal. */
    static String brief(String description) {
        int end = description.indexOf(". ");
        String sentence = end < 0 ? description : description.substring(0, end);
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }
}
