package io.scimdoctor.cli.shell;

import io.scimdoctor.redact.Redactor;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Runs the commands of the session with what it knows, and gathers the case. */
final class SessionCommands {
    /** Options that change how a file is read; a ticket, which lacks them, would read it differently. */
    private static final Set<String> READING =
            Set.of("--status", "--method", "--url", "--field", "--since", "--until", "--only", "--kql");

    private static final Set<String> RECORDING = Set.of("check", "probe", "watch", "runs import");

    private static final int PROBLEM = 1;

    private final Host host;
    private final Prompt prompt;
    private final Runner runner;
    private final Consumer<String> out;
    private final SessionContext context = new SessionContext();
    private final SessionCase gathered = new SessionCase();

    /** @param out gets what the shell itself says, a line each */
    SessionCommands(Host host, Prompt prompt, Runner runner, Consumer<String> out) {
        this.host = host;
        this.prompt = prompt;
        this.runner = runner;
        this.out = out;
    }

    SessionContext context() {
        return context;
    }

    /** Forgets everything. */
    void begin() {
        context.clear();
        gathered.clear();
    }

    /** One line on what is in use and what has been gathered. */
    String standing() {
        return "In use: " + context.text() + ". In the case: " + gathered.text() + ".";
    }

    /** A command line as it was typed. */
    void command(List<String> words) {
        TypedCommand command = TypedCommand.of(words, host.program()).orElse(null);
        if (command == null || isHelp(words)) {
            start(words, List.of());
        } else if (command.is("ticket new") || command.is("ticket preview")) {
            ticket(command);
        } else if (command.is("classify") && !command.has("--kql")) {
            classify(command);
        } else {
            recorded(command);
        }
    }

    private static boolean isHelp(List<String> words) {
        return words.contains("--help") || words.contains("-h");
    }

    private void recorded(TypedCommand command) {
        if (!RECORDING.contains(command.entry().name())) {
            run(context.withRun(command), List.of());
            return;
        }
        Optional<Host.RecordedRun> before = host.newestRun();
        run(context.withRun(command), List.of());
        host.newestRun().filter(after -> !after.equals(before.orElse(null))).ifPresent(gathered::addRun);
    }

    private void classify(TypedCommand command) {
        List<String> files = command.parameters();
        if (files.isEmpty() || files.equals(List.of("-"))) {
            typeHint();
            answer(command, prompt.lines());
            return;
        }
        if (!isJudged(run(command, List.of()))) {
            return;
        }
        if (READING.stream().noneMatch(command::has) && files.stream().allMatch(file -> new File(file).isFile())) {
            files.forEach(gathered::addFile);
            joined(command);
        } else {
            out.accept("Not in the case: a ticket reads single files, and each as it is.");
        }
    }

    /** Diagnoses a text that was pasted behind a command line of {@code classify}. */
    void answer(List<String> words, String text) {
        TypedCommand.of(words, host.program()).ifPresent(command -> answer(command, text));
    }

    private void answer(TypedCommand command, String text) {
        TypedCommand read = command.parameters().isEmpty() ? command.with(List.of(), List.of("-")) : command;
        if (isJudged(run(read, List.of(text))) && READING.stream().noneMatch(command::has)) {
            if (gathered.addAnswer(text)) {
                joined(command);
            } else {
                out.accept("It is in the case already, and counts once.");
            }
        }
    }

    /** Takes the first half of an answer out of the case, because the whole comes. */
    void leaveOut(String half) {
        gathered.removeAnswer(half);
    }

    private void joined(TypedCommand command) {
        if (!command.has("--quiet")) {
            out.accept("In the case: " + gathered.text() + ". ticket writes it up, new begins another.");
        }
    }

    /** A ticket of what this session has gathered, unless the command names something else. */
    private void ticket(TypedCommand command) {
        if (command.isNamed() || isEmpty()) {
            run(context.withRun(command), List.of());
            return;
        }
        List<String> runs = new ArrayList<>(gathered.runs(true));
        List<String> left = new ArrayList<>(gathered.runs(false));
        context.run().map(Host.RecordedRun::id).filter(id -> !runs.contains(id)).ifPresent(id -> {
            runs.add(id);
            left.remove(id);
        });
        runs.removeIf(id -> !isThere(id));
        if (!left.isEmpty()) {
            out.accept("Left out, because nothing in it is of the service: " + SessionCase.count(left.size(), "run")
                    + ". use run ID takes a run along.");
        }
        run(command.with(gathered.captures(), runs), gathered.answers());
    }

    private boolean isThere(String run) {
        try {
            return host.run(run).id().equals(run);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    boolean isEmpty() {
        return gathered.isEmpty() && context.run().isEmpty();
    }

    /** A command with texts for its standard input. */
    int run(List<String> words, List<String> inputs) {
        return TypedCommand.of(words, host.program())
                .map(command -> run(command, inputs))
                .orElseGet(() -> start(words, inputs));
    }

    private int run(TypedCommand command, List<String> inputs) {
        SessionContext.Informed informed = context.informed(command);
        List<String> texts = new ArrayList<>();
        if (informed.token() != null) {
            texts.add(informed.token());
        }
        texts.addAll(inputs);
        int code = start(informed.command().words(), texts);
        if (isJudged(code)) {
            written(command);
        }
        return code;
    }

    /** Whether a verdict was reached. */
    private static boolean isJudged(int code) {
        return code >= 0 && code <= PROBLEM;
    }

    private int start(List<String> words, List<String> texts) {
        return runner.run(
                words,
                context.variables(),
                abandon -> new SessionInput(texts.iterator(), prompt, this::typeHint, abandon));
    }

    /** Where a result went that is not on the screen. */
    private void written(TypedCommand command) {
        List<String> files = new ArrayList<>(command.options().getOrDefault("--output-file", List.of()));
        command.options().getOrDefault("--output", List.of()).stream()
                .filter(form -> form.indexOf('=') > 0)
                .forEach(form -> files.add(form.substring(form.indexOf('=') + 1)));
        if (!files.isEmpty()) {
            out.accept("Written: "
                    + String.join(", ", files.stream().map(Redactor::fileName).toList()) + ".");
        }
    }

    /** Says how typing ends. */
    void typeHint() {
        out.accept("Type or paste; Ctrl-D on an empty line ends it, Ctrl-C abandons it.");
    }
}
