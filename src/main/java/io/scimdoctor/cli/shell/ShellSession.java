package io.scimdoctor.cli.shell;

import io.scimdoctor.finding.Stopped;
import io.scimdoctor.redact.Redactor;
import io.scimdoctor.report.format.Amounts;
import io.scimdoctor.report.format.Version;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jline.reader.EndOfFileException;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.Terminal.SignalHandler;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.Signals;

/** The session: reads a line or a paste, does it, and reads the next one. */
public final class ShellSession implements AutoCloseable {
    private final Terminal terminal;
    private final Attributes before;
    private final Host host;
    private final Prompt prompt;
    private final Runner runner;
    private SessionCommands commands;
    private final UnknownLine unknownLine;
    private final CutPaste cutPaste = new CutPaste();

    ShellSession(Terminal terminal, Host host) {
        this.host = host;
        this.terminal = terminal;
        before = terminal.getAttributes();
        // While no command runs, Ctrl-C has nothing to interrupt.
        terminal.handle(Signal.INT, SignalHandler.SIG_IGN);
        prompt = new Prompt(terminal, host);
        runner = new Runner(terminal, host);
        commands = new SessionCommands(host, prompt, runner);
        unknownLine = new UnknownLine(host);
    }

    /** At the terminal of this process; closing it restores the settings that it had before. */
    public static ShellSession open(Host host) throws IOException {
        Terminal terminal = TerminalBuilder.builder()
                .system(true)
                .dumb(true)
                .nativeSignals(true)
                .build();
        if (Prompt.isDumb(terminal)) {
            // JLine's dumb terminal handles no signals, so Ctrl-C would end the process.
            Signals.register("INT", () -> terminal.raise(Signal.INT));
        }
        return new ShellSession(terminal, host);
    }

    /** Restores the terminal when the process is stopped while a line is being typed. */
    public void restore() {
        terminal.setAttributes(before);
        terminal.flush();
    }

    @Override
    public void close() throws IOException {
        terminal.close();
    }

    /** Goes on until Ctrl-D or exit. */
    public void run() {
        runner.say("scimdoctor " + Version.text() + ". Type a command, or paste an answer or a token.\n"
                + "help lists the commands, Tab completes, Ctrl-D leaves.\n");
        boolean going = true;
        while (going) {
            try {
                going = take(prompt.read(
                        commands.context().prompt(),
                        text -> cutPaste.whole(text).isPresent()));
            } catch (UserInterruptException e) {
                // Ctrl-C discards the line, as in every shell.
            } catch (EndOfFileException e) {
                going = false;
            }
        }
    }

    /** Does what was entered; false ends the session. */
    private boolean take(Prompt.Entered entered) {
        String line = entered.line();
        try {
            Optional<String> whole = cutPaste.whole(entered.pasted() == null ? line : entered.pasted());
            if (whole.isPresent()) {
                // The rest of what was pasted before: both are judged as one, and count as one.
                runner.say("Joined with what was pasted before.\n");
                cutPaste.waiting().ifPresent(commands::leaveOut);
                paste("", whole.get());
            } else if (entered.pasted() != null) {
                paste(line, entered.pasted());
            } else if (Pasted.of(line) != Pasted.LINE) {
                // A terminal without bracketed paste does not mark pastes: what is plainly no command is taken for one.
                paste("", prompt.withRest(line));
            } else {
                List<String> words = PromptWords.of(line, host.program());
                return words.isEmpty() || obey(line, words);
            }
        } catch (Stopped e) {
            complain(e.sentence());
        }
        return true;
    }

    private boolean obey(String line, List<String> words) {
        switch (own(words.get(0))) {
            case "exit", "quit" -> {
                return false;
            }
            case "use" -> use(words);
            case "new" -> {
                commands = new SessionCommands(host, prompt, runner);
                runner.say("A new case. " + commands.standing() + "\n");
            }
            case "paste" -> {
                commands.typeHint();
                paste("", prompt.lines());
            }
            case "shell" -> complain("this is the shell already; exit leaves it");
            case "help" -> help(words);
            case "ticket" -> ticket(words);
            default -> command(line, words);
        }
        return true;
    }

    /** The shell's own words are recognised in upper and lower case. */
    private static String own(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return UnknownLine.OWN.contains(lower) ? lower : word;
    }

    private void help(List<String> words) {
        String about = words.size() == 2
                ? ShellHelp.about(words.get(1).toLowerCase(Locale.ROOT).replace("quit", "exit"))
                : null;
        if (about != null) {
            runner.say(about);
            return;
        }
        commands.command(joined(List.of("help"), words.subList(1, words.size())));
        // Printed last, so that it stays on the screen.
        if (words.size() == 1) {
            runner.say(String.valueOf(ShellHelp.about("in the shell")));
        }
    }

    private void command(String line, List<String> words) {
        if (!unknownLine.isKnown(words) && isDoneAsUnknown(line, words)) {
            return;
        }
        if (PromptWords.filterStart(line) < 0 && UnknownLine.isPlumbing(words)) {
            complain("the shell has no pipes and no redirection; -o text=FILE behind a command writes to a file");
            return;
        }
        commands.command(words);
    }

    private boolean isDoneAsUnknown(String line, List<String> words) {
        String text = prompt.withRest(line);
        if (text.equals(line)) {
            Optional<String> hint = unknownLine.about(line, words);
            hint.ifPresent(this::complain);
            return hint.isPresent();
        }
        if (Pasted.isTelling(text)) {
            paste("", text);
        } else {
            complain("these lines begin with no command and hold no answer; type paste first to hand over a text");
        }
        return true;
    }

    private void use(List<String> words) {
        String what = words.size() > 1 ? words.get(1).toLowerCase(Locale.ROOT) : "";
        String value = words.size() > 2 ? words.get(2) : "";
        if (what.equals("nothing")) {
            commands.context().clear();
        } else if (what.equals("profile") && !value.isEmpty()) {
            commands.context().useProfile(host.profile(value));
        } else if (what.equals("run") && !value.isEmpty()) {
            commands.context().useRun(host.run(value));
        } else if (what.equals("token") && !value.isEmpty()) {
            useToken(value);
        } else if (!what.isEmpty()) {
            complain("use takes profile NAME, token FILE, run ID or nothing");
            return;
        }
        runner.say(commands.standing() + "\n");
    }

    /** The file is read once; the token then is one like a pasted one. */
    private void useToken(String file) {
        String text = SessionContext.readToken(file)
                .or(() -> Pasted.of(file) == Pasted.TOKEN ? Optional.of(file) : Optional.empty())
                .orElseThrow(() -> Stopped.usage(
                        "there is no file '" + Redactor.seen(file) + "' that can be read and holds a token",
                        "check the name and the folder"));
        commands.context().useToken(text);
        runner.say(SessionContext.tokenBrief(text));
        commands.run(List.of("token", "inspect", "-o", "short", "-"), List.of(text));
    }

    /** @param before what was typed before the paste: a command that reads it, or nothing */
    private void paste(String before, String text) {
        if (text.isBlank()) {
            return;
        }
        if (!before.isBlank()) {
            pasteBehind(PromptWords.of(before, host.program()), text);
            return;
        }
        if (unknownLine.areCommands(text)) {
            complain("these lines are commands; enter them one at a time");
            return;
        }
        boolean cut = cutPaste.take(text);
        switch (Pasted.of(text)) {
            case TOKEN -> {
                runner.say("A token. It is kept in memory for this session; use nothing forgets it.\n");
                commands.context().useToken(text);
                commands.run(List.of("token", "inspect", "-"), List.of(text));
            }
            case REQUEST -> {
                runner.say("A request. It is checked, not sent.\n");
                commands.run(List.of("lint", "request", "-"), List.of(text));
            }
            case ANSWER, LINE -> {
                runner.say("An answer, "
                        + Amounts.count(text.strip().lines().count(), "line")
                        + (commands.context().evidence().isPresent() ? ", judged with the token in use" : "") + ".\n");
                commands.answer(List.of("classify"), text);
            }
        }
        if (cut) {
            runner.say("This is cut off. Paste the rest now and it is joined, or paste the whole again.\n");
        }
    }

    private void pasteBehind(List<String> words, String text) {
        if (UnknownLine.OWN.contains(own(words.get(0)))) {
            paste("", text);
        } else if (words.get(0).equals("classify")) {
            commands.answer(words, text);
        } else {
            commands.run(joined(words, List.of("-")), List.of(text));
        }
    }

    /** Without a verb, the ticket of what this session has gathered. */
    private void ticket(List<String> words) {
        boolean bare = words.size() == 1 || words.get(1).startsWith("-");
        if (!bare) {
            commands.command(words);
        } else if (words.contains("-h") || words.contains("--help")) {
            runner.say(String.valueOf(ShellHelp.about("ticket")));
        } else if (commands.isEmpty()) {
            complain("the case is empty; paste an answer, or run check, and then write the ticket");
        } else {
            commands.command(joined(List.of("ticket", "new"), words.subList(1, words.size())));
        }
    }

    private static List<String> joined(List<String> first, List<String> then) {
        return Stream.concat(first.stream(), then.stream()).toList();
    }

    private void complain(String sentence) {
        runner.say("scimdoctor: " + sentence + (sentence.endsWith("?") ? "" : ".") + "\n");
    }
}
