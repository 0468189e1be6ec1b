package io.scimdoctor.cli.shell;

import io.scimdoctor.finding.Stopped;
import io.scimdoctor.redact.Redactor;
import io.scimdoctor.report.format.Amounts;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Runs the commands of the session with what it knows, and gathers the case. */
record SessionCommands(Host host, Prompt prompt, Runner runner, SessionContext context, SessionCase gathered) {
    /** Options that change how a file is read; a ticket, which lacks them, would read it differently. */
    private static final Set<String> READING =
            Set.of("--status", "--method", "--url", "--field", "--since", "--until", "--only", "--kql");

    private static final int PROBLEM = 1;

    /** The commands of a session that knows nothing yet. */
    SessionCommands(Host host, Prompt prompt, Runner runner) {
        this(host, prompt, runner, new SessionContext(), new SessionCase());
    }

    /** One line on what is in use and what has been gathered. */
    String standing() {
        return "In use: " + context.text() + ". In the case: " + gathered.text() + ".";
    }

    /** A command line as it was typed. */
    void command(List<String> words) {
        TypedCommand command = TypedCommand.of(words, host.program()).orElse(null);
        if (command == null || words.contains("--help") || words.contains("-h")) {
            start(words, List.of());
            return;
        }
        // With --kql nothing is classified: a query is printed.
        switch (command.has("--kql") ? "" : command.entry().name()) {
            case "ticket new", "ticket preview" -> ticket(command);
            case "classify" -> classify(command);
            case "check", "probe", "watch", "runs import" -> recorded(command);
            default -> run(context.withRun(command), List.of());
        }
    }

    private void recorded(TypedCommand command) {
        Optional<Host.RecordedRun> before = host.newestRun();
        run(context.withRun(command), List.of());
        host.newestRun()
                .filter(after -> !after.equals(before.orElse(null)))
                .ifPresent(run -> gathered.runs().put(run.id(), run));
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
            gathered.files().addAll(files);
            joined(command);
        } else {
            runner.say("Not in the case: a ticket reads single files, and each as it is.\n");
        }
    }

    /** Diagnoses a text that was pasted behind a command line of {@code classify}. */
    void answer(List<String> words, String text) {
        TypedCommand.of(words, host.program()).ifPresent(command -> answer(command, text));
    }

    private void answer(TypedCommand command, String text) {
        TypedCommand read = command.parameters().isEmpty() ? command.with(List.of(), List.of("-")) : command;
        if (isJudged(run(read, List.of(text))) && READING.stream().noneMatch(command::has)) {
            if (gathered.answers().add(text.strip())) {
                joined(command);
            } else {
                runner.say("It is in the case already, and counts once.\n");
            }
        }
    }

    /** Takes the first half of an answer out of the case, because the whole comes. */
    void leaveOut(String half) {
        gathered.answers().remove(half.strip());
    }

    private void joined(TypedCommand command) {
        if (!command.has("--quiet")) {
            runner.say("In the case: " + gathered.text() + ". ticket writes it up, new begins another.\n");
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
            runner.say("Left out, because nothing in it is of the service: " + Amounts.count(left.size(), "run")
                    + ". use run ID takes a run along.\n");
        }
        run(command.with(gathered.captures(), runs), List.copyOf(gathered.answers()));
    }

    private boolean isThere(String run) {
        try {
            return host.run(run).id().equals(run);
        } catch (Stopped e) {
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
        Optional<String> evidence = context.evidence(command);
        int code = start(
                context.informed(command, evidence.isPresent()).words(),
                Stream.concat(evidence.stream(), inputs.stream()).toList());
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
            runner.say("Written: "
                    + String.join(", ", files.stream().map(Redactor::fileName).toList()) + ".\n");
        }
    }

    /** Says how typing ends. */
    void typeHint() {
        runner.say("Type or paste; Ctrl-D on an empty line ends it, Ctrl-C abandons it.\n");
    }
}
